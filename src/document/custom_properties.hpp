// What a DOCX says of itself without showing it, as custom properties of the file: Word and LibreOffice keep those.
#pragma once

#include "document/filled_table.hpp"
#include "document/package.hpp"

namespace trivium::document {

// The table's facts, and hashes of what stands outside its tables. False where the package has no such part.
bool put_facts(Package& package, const FilledTable& table);

}  // namespace trivium::document
