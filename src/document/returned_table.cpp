#include "document/returned_table.hpp"

#include "document/foreign_package.hpp"
#include "document/foreign_xml.hpp"
#include "document/passages.hpp"
#include "document/returned_row.hpp"

#include <algorithm>
#include <utility>

namespace trivium::document {
namespace {

constexpr std::size_t kMostFacts = 50;

// "/word/document.xml" or "document.xml", seen from the folder the relations are of.
std::string target_of(const pugi::xml_document& relations, std::string_view kind, const std::string& folder) {
  for (const pugi::xml_node& one : relations.document_element().children()) {
    const std::string_view type = attribute(one, "Type");
    if (!type.ends_with(kind) || attribute(one, "TargetMode") == "External") continue;
    const std::string_view target = attribute(one, "Target");
    return target.starts_with('/') ? std::string{target.substr(1)} : folder + std::string{target};
  }
  return {};
}

std::vector<Fact> facts_in(const pugi::xml_document& properties) {
  std::vector<Fact> facts;
  for (const pugi::xml_node& one : properties.document_element().children()) {
    if (local(one.name()) != "property" || facts.size() == kMostFacts) continue;
    std::string value{one.first_child().text().get()};
    if (value.size() <= kLongestFact)
      facts.push_back({.name = std::string{attribute(one, "name")}, .value = printable(value)});
  }
  return facts;
}

class Body {
 public:
  Body(const Numbering& numbering, ReturnedTable& table) : text_{numbering, table.seen}, table_{table} {}

  void read(pugi::xml_node node) {
    for (const pugi::xml_node& one : node.children()) {
      const std::string_view kind = local(one.name());
      if (kind == "p") text_.paragraph(one, around_);
      else if (kind == "tbl") rows(one);
      else if (kind == "bookmarkStart" || kind == "bookmarkEnd") text_.bookmark(one);
      else if (kind == "del" || kind == "moveFrom") table_.seen.tracked = true;
      else if (kind != "sectPr") read(one);
    }
  }

  [[nodiscard]] bool too_long() const { return text_.too_long(); }

  [[nodiscard]] std::vector<std::string> around() const {
    std::vector<std::string> texts;
    for (const ForeignLine& line : around_) {
      if (std::string text = whole(line); !as_on_paper(text).empty()) texts.push_back(std::move(text));
    }
    return texts;
  }

 private:
  // Rows may stand in content controls or in tracked changes.
  void rows(pugi::xml_node node) {
    for (const pugi::xml_node& one : node.children()) {
      const std::string_view kind = local(one.name());
      if (kind == "tr") row(one);
      else if (kind == "bookmarkStart" || kind == "bookmarkEnd") text_.bookmark(one);
      else if (!kind.ends_with("Pr") && kind != "tblGrid") rows(one);
    }
  }

  void row(pugi::xml_node node) {
    for (const pugi::xml_node& one : node.children()) {
      if (local(one.name()) != "trPr") continue;
      for (const pugi::xml_node& said : one.children()) {
        if (local(said.name()) != "del") continue;
        table_.seen.tracked = true;
        return;
      }
    }
    std::vector<std::vector<ForeignLine>> found;
    cells(node, found);
    if (!found.empty()) table_.rows.push_back(returned_row(found));
  }

  void cells(pugi::xml_node node, std::vector<std::vector<ForeignLine>>& found) {
    for (const pugi::xml_node& one : node.children()) {
      const std::string_view kind = local(one.name());
      if (kind == "tc") {
        text_.apart();
        text_.block(one, found.emplace_back());
        text_.apart();
      } else if (kind == "bookmarkStart" || kind == "bookmarkEnd") {
        text_.bookmark(one);
      } else if (!kind.ends_with("Pr")) {
        cells(one, found);
      }
    }
  }

  ForeignText text_;
  ReturnedTable& table_;
  std::vector<ForeignLine> around_;
};

// What we wrote outside the tables is known by its hash.
void drop_known(std::vector<std::string>& around, const std::vector<Fact>& facts) {
  const auto known = std::ranges::find(facts, kAroundFact, &Fact::name);
  if (known == facts.end()) return;
  std::erase_if(around, [&](const std::string& text) { return known->value.contains(hash_of(text)); });
}

using Loaded = std::expected<void, Unreadable>;

// A part that need not be there.
Loaded load_if_any(ForeignPackage& package, const std::string& name, pugi::xml_document& tree) {
  if (name.empty() || !package.has(name)) return {};
  return package.load(name, tree);
}

std::expected<ReturnedTable, Unreadable> read_from(ForeignPackage& package) {
  if (package.has("mimetype") || !package.has("_rels/.rels")) return std::unexpected{Unreadable::other_kind};
  pugi::xml_document relations;
  if (const Loaded loaded = package.load("_rels/.rels", relations); !loaded) return std::unexpected{loaded.error()};
  const std::string main = target_of(relations, "/officeDocument", "");
  if (main.empty() || !package.has(main)) return std::unexpected{Unreadable::other_kind};
  ReturnedTable table;
  pugi::xml_document properties;
  const std::string custom = target_of(relations, "/custom-properties", "");
  if (const Loaded loaded = load_if_any(package, custom, properties); !loaded) return std::unexpected{loaded.error()};
  table.facts = facts_in(properties);

  const std::size_t slash = main.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : main.substr(0, slash + 1);
  pugi::xml_document own;
  const Loaded related = load_if_any(package, folder + "_rels/" + main.substr(folder.size()) + ".rels", own);
  if (!related) return std::unexpected{related.error()};
  pugi::xml_document styles;
  const Loaded styled = load_if_any(package, target_of(own, "/styles", folder), styles);
  if (!styled) return std::unexpected{styled.error()};
  pugi::xml_document numbers;
  const Loaded numbered = load_if_any(package, target_of(own, "/numbering", folder), numbers);
  if (!numbered) return std::unexpected{numbered.error()};
  const Numbering numbering{numbers, styles};

  pugi::xml_document text;
  if (const Loaded loaded = package.load(main, text); !loaded) return std::unexpected{loaded.error()};
  if (local(text.document_element().name()) != "document") return std::unexpected{Unreadable::other_kind};
  Body body{numbering, table};
  body.read(text.document_element());
  if (body.too_long()) return std::unexpected{Unreadable::too_large};
  table.around = body.around();
  drop_known(table.around, table.facts);
  return table;
}

}  // namespace

std::expected<ReturnedTable, Unreadable> returned_table(std::string_view bytes) {
  auto package = ForeignPackage::opened(bytes);
  if (!package) return std::unexpected{package.error()};
  return read_from(*package);
}

}  // namespace trivium::document
