// Names in XML without their prefix: makers of workbooks choose prefixes as they like.
#pragma once

#include <pugixml.hpp>

#include <string_view>

namespace trivium::evidence {

inline std::string_view local(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// The first child of that name; an empty node where there is none.
inline pugi::xml_node child(const pugi::xml_node& of, std::string_view name) {
  return of.find_child([&](const pugi::xml_node& one) { return local(one.name()) == name; });
}

}  // namespace trivium::evidence
