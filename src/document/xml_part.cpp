#include "document/xml_part.hpp"

#include "document/passages.hpp"

#include <cassert>
#include <sstream>

namespace trivium::document {
namespace {

constexpr std::string_view kPlace = "{footer}";

}  // namespace

bool load_part(Package& package, std::string_view name, pugi::xml_document& tree) {
  const std::string* bytes = package.part(name);
  constexpr unsigned kAsItIs =
      (pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_declaration) & ~pugi::parse_eol;
  return bytes != nullptr && tree.load_buffer(bytes->data(), bytes->size(), kAsItIs, pugi::encoding_utf8);
}

void store_part(Package& package, std::string_view name, const pugi::xml_document& tree) {
  std::ostringstream out;
  tree.save(out, "", pugi::format_raw, pugi::encoding_utf8);
  [[maybe_unused]] const bool there = package.put(name, std::move(out).str());
  assert(there);
}

bool put_footer(Package& package, std::string_view name, std::string_view footer) {
  pugi::xml_document tree;
  if (!load_part(package, name, tree)) return false;
  const pugi::xml_node place = tree.find_node(
      [](pugi::xml_node node) { return std::string_view{node.value()}.find(kPlace) != std::string_view::npos; });
  if (!place) return false;
  std::string text = place.value();
  text.replace(text.find(kPlace), kPlace.size(), printable(footer));
  pugi::xml_node{place}.set_value(text.c_str());
  store_part(package, name, tree);
  return true;
}

}  // namespace trivium::document
