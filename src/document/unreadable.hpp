// Why a file that somebody brought cannot be read as one of our documents. Whoever brought it is told in his words.
#pragma once

namespace trivium::document {

enum class Unreadable {
  not_a_package,  // no DOCX, nor anything of that kind
  pdf,            // what people print, taken for what they edit
  other_kind,     // a package, of something else: a spreadsheet, an ODT
  locked,         // encrypted; or the format Word wrote before, which looks the same from outside
  nested,         // another package is inside
  too_large,      // unpacked, or in its number of entries or elements
  unsafe,         // made as no word processor makes them: overlapping, lying about its sizes, with entities, too deep
  damaged,        // breaks off, or cannot be unpacked
  not_ours        // a DOCX that says nothing of a table
};

}  // namespace trivium::document
