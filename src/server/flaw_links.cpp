#include "server/flaw_links.hpp"

#include "shape/text.hpp"

#include <algorithm>

namespace trivium::server {
namespace {

std::string anchor_in(const std::string& content, std::string pointer) {
  while (pointer.size() > 1) {
    std::string anchor = pointer.substr(1);
    std::ranges::replace(anchor, '/', '-');
    if (content.contains(" id=\"" + anchor + "\"")) return anchor;
    pointer.erase(pointer.rfind('/'));
  }
  return {};
}

// The text of the field's label, as it stands in the page: "Please fill this in." alone says nothing of what is
// missing.
std::string label_of(const std::string& content, const std::string& anchor) {
  auto place = content.find(" for=\"" + anchor + "\"");
  if (place == std::string::npos) {
    place = content.find(" id=\"" + anchor + "\"");
    if (place != std::string::npos && content.rfind("<fieldset", place) != content.rfind('<', place)) return {};
    if (place != std::string::npos) place = content.find("<legend", place);
  }
  if (place == std::string::npos) return {};
  const auto begin = content.find('>', place);
  if (begin == std::string::npos) return {};
  std::string label = shape::trimmed(content.substr(begin + 1, content.find('<', begin) - begin - 1));
  if (label.ends_with(':')) label.pop_back();
  return label;
}

}  // namespace

std::vector<SaidFlaw> in_words(const shape::Flaws& flaws, const words::Words& words, const std::string& language) {
  std::vector<SaidFlaw> said;
  for (const auto& flaw : flaws) said.push_back({flaw.pointer, words.say(language, flaw.key, flaw.args)});
  return said;
}

PageData wrong_by_field(const std::vector<SaidFlaw>& flaws) {
  PageData wrong = an_object();
  for (const auto& flaw : flaws) {
    if (flaw.pointer.size() < 2) continue;
    const std::string field = flaw.pointer.substr(1, flaw.pointer.find('/', 1) - 1);
    if (!wrong.get(field)) wrong[field] = PageData{flaw.sentence};
  }
  return wrong;
}

PageData links_to(const std::vector<SaidFlaw>& flaws, const std::string& content) {
  ListOfData links{flaws.size()};
  for (const auto& flaw : flaws) {
    PageData link = an_object();
    const std::string anchor = anchor_in(content, flaw.pointer);
    link["message"] = PageData{flaw.sentence};
    // Already escaped where it was found.
    const std::string label = anchor.empty() ? std::string{} : label_of(content, anchor);
    link["label"] = label.empty() ? PageData{false} : PageData{label};
    link["anchor"] = anchor.empty() ? PageData{false} : PageData{anchor};
    links.add(std::move(link));
  }
  return links.taken();
}

}  // namespace trivium::server
