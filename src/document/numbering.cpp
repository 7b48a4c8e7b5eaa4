#include "document/numbering.hpp"

#include "document/foreign_xml.hpp"

#include <charconv>
#include <string_view>

namespace trivium::document {
namespace {

constexpr int kDeepestLevel = 8;

pugi::xml_node child(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_node& one : node.children()) {
    if (local(one.name()) == name) return one;
  }
  return {};
}

int level_of(std::string_view text) {
  int level = 0;
  std::from_chars(text.data(), text.data() + text.size(), level);
  return level < 0 || level > kDeepestLevel ? 0 : level;
}

std::map<int, Listed> levels_of(pugi::xml_node definition) {
  std::map<int, Listed> levels;
  for (const pugi::xml_node& level : definition.children()) {
    if (local(level.name()) != "lvl") continue;
    const std::string_view format = attribute(child(level, "numFmt"), "val");
    Listed listed = Listed::numbered;
    if (format == "bullet") listed = Listed::bullet;
    if (format == "none") listed = Listed::not_at_all;
    levels[level_of(attribute(level, "ilvl"))] = listed;
  }
  return levels;
}

}  // namespace

Numbering::Numbering(const pugi::xml_document& numbering, const pugi::xml_document& styles) {
  std::map<std::string, std::map<int, Listed>, std::less<>> definitions;
  for (const pugi::xml_node& one : numbering.document_element().children()) {
    if (local(one.name()) == "abstractNum") definitions[std::string{attribute(one, "abstractNumId")}] = levels_of(one);
    if (local(one.name()) != "num") continue;
    const auto found = definitions.find(attribute(child(one, "abstractNumId"), "val"));
    if (found != definitions.end()) levels_[std::string{attribute(one, "numId")}] = found->second;
  }
  for (const pugi::xml_node& style : styles.document_element().children()) {
    if (local(style.name()) != "style") continue;
    const std::string id{attribute(style, "styleId")};
    if (attribute(child(style, "name"), "val") == "PartLabel") label_style_ = id;
    const pugi::xml_node numbers = child(child(style, "pPr"), "numPr");
    if (numbers) by_style_[id] = place_in(numbers);
  }
}

ListPlace Numbering::place_in(pugi::xml_node number_properties) const {
  const int level = level_of(attribute(child(number_properties, "ilvl"), "val"));
  const auto levels = levels_.find(attribute(child(number_properties, "numId"), "val"));
  if (levels == levels_.end()) return {};
  const auto listed = levels->second.find(level);
  return {.listed = listed == levels->second.end() ? Listed::not_at_all : listed->second, .level = level};
}

ListPlace Numbering::place(pugi::xml_node properties) const {
  if (const pugi::xml_node numbers = child(properties, "numPr")) return place_in(numbers);
  const auto found = by_style_.find(attribute(child(properties, "pStyle"), "val"));
  return found == by_style_.end() ? ListPlace{} : found->second;
}

bool Numbering::is_label(pugi::xml_node properties) const {
  return !label_style_.empty() && attribute(child(properties, "pStyle"), "val") == label_style_;
}

}  // namespace trivium::document
