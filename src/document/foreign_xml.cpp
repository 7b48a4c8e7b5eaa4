#include "document/foreign_xml.hpp"

#include <optional>

namespace trivium::document {
namespace {

using Trouble = std::optional<Unreadable>;

class Glance {
 public:
  explicit Glance(std::string_view bytes) : rest_{bytes} {}

  Trouble trouble() {
    while (true) {
      const std::size_t open = rest_.find('<');
      if (open == std::string_view::npos) return depth_ == 0 ? Trouble{} : Unreadable::damaged;
      rest_.remove_prefix(open);
      if (const Trouble found = markup()) return found;
    }
  }

 private:
  Trouble past(std::string_view end) {
    const std::size_t at = rest_.find(end);
    if (at == std::string_view::npos) return Unreadable::damaged;
    rest_.remove_prefix(at + end.size());
    return {};
  }

  Trouble markup() {
    if (rest_.starts_with("<!--")) return past("-->");
    if (rest_.starts_with("<![CDATA[")) return past("]]>");
    if (rest_.starts_with("<!")) return Unreadable::unsafe;  // a DTD, and with it entities
    if (rest_.starts_with("<?")) return past("?>");
    if (rest_.starts_with("</")) {
      if (depth_ == 0) return Unreadable::damaged;
      --depth_;
      return past(">");
    }
    return element();
  }

  Trouble element() {
    if (++elements_ > kMostElements) return Unreadable::too_large;
    char quote = '\0';
    for (std::size_t i = 1; i < rest_.size(); ++i) {
      const char c = rest_[i];
      if (quote != '\0') {
        if (c == quote) quote = '\0';
        continue;
      }
      if (c == '"' || c == '\'') quote = c;
      if (c == '=' && ++attributes_ > kMostAttributes) return Unreadable::too_large;
      if (c != '>') continue;
      if (rest_[i - 1] != '/' && ++depth_ > kDeepest) return Unreadable::unsafe;
      rest_.remove_prefix(i + 1);
      return {};
    }
    return Unreadable::damaged;
  }

  std::string_view rest_;
  std::size_t depth_ = 0;
  std::size_t elements_ = 0;
  std::size_t attributes_ = 0;
};

}  // namespace

std::expected<void, Unreadable> load_foreign(std::string_view bytes, pugi::xml_document& tree) {
  if (const Trouble found = Glance{bytes}.trouble()) return std::unexpected{*found};
  constexpr unsigned kAsItIs = (pugi::parse_default | pugi::parse_ws_pcdata) & ~pugi::parse_eol;
  if (!tree.load_buffer(bytes.data(), bytes.size(), kAsItIs, pugi::encoding_utf8))
    return std::unexpected{Unreadable::damaged};
  return {};
}

std::string_view local(const char* name) {
  const std::string_view whole{name};
  const std::size_t colon = whole.find(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

std::string_view attribute(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_attribute& one : node.attributes()) {
    if (local(one.name()) == name) return one.value();
  }
  return {};
}

}  // namespace trivium::document
