// XML somebody brought, as a tree: looked through first, in one pass and without memory of its own, because a tree of
// it takes many times its size.
#pragma once

#include "document/unreadable.hpp"

#include <pugixml.hpp>

#include <cstddef>
#include <expected>
#include <string_view>

namespace trivium::document {

inline constexpr std::size_t kDeepest = 256;
inline constexpr std::size_t kMostElements = 200'000;
inline constexpr std::size_t kMostAttributes = 400'000;

// UTF-8, every blank kept. Refused: a DTD or an entity, elements within more than 256 others, more elements than a
// table of answers ever has, and what is not XML.
std::expected<void, Unreadable> load_foreign(std::string_view bytes, pugi::xml_document& tree);

// "w:p" is "p": only few programs call the namespace otherwise, and none means something else by it.
std::string_view local(const char* name);
std::string_view attribute(pugi::xml_node node, std::string_view name);

}  // namespace trivium::document
