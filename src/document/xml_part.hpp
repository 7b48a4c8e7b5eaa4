// A part of a package as an XML tree, every blank kept.
#pragma once

#include "document/package.hpp"

#include <pugixml.hpp>

#include <string>
#include <string_view>

namespace trivium::document {

// False where the part is absent or not XML.
bool load_part(Package& package, std::string_view name, pugi::xml_document& tree);

// The part has to be there.
void store_part(Package& package, std::string_view name, const pugi::xml_document& tree);

// The line at the foot of each page: "{footer}" in the reference document becomes the table's own.
bool put_footer(Package& package, std::string_view name, std::string_view footer);

}  // namespace trivium::document
