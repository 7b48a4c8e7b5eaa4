// What pandoc leaves undone in an ODT.
#pragma once

#include "document/filled_table.hpp"
#include "document/package.hpp"

#include <string>

namespace trivium::document {

// The reason where the parts are not as expected, else nothing.
std::string finish_odt(Package& package, const Package& reference, const FilledTable& table);

}  // namespace trivium::document
