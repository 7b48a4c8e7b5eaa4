// Whatever bytes come as a DOCX, reading them ends with a table or a refusal: as a package, and, since chance seldom
// makes one whose sums are right, as the text of a document in a package that is.
#include "document/foreign_xml.hpp"
#include "document/returned_row.hpp"
#include "document/returned_table.hpp"

#include "document/passages.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace trivium::document;

void read_rows(pugi::xml_node node, ForeignText& text, int depth) {
  for (const pugi::xml_node& row : node.children()) {
    if (depth > 3) return;
    std::vector<std::vector<ForeignLine>> cells;
    for (const pugi::xml_node& cell : row.children()) text.block(cell, cells.emplace_back());
    if (!cells.empty()) {
      const ReturnedRow found = returned_row(cells);
      for (const ReturnedPart& part : found.parts) {
        // What was read is as a person could have typed it: looking at it twice shows the same.
        if (as_on_paper(as_on_paper(part.text)) != as_on_paper(part.text)) __builtin_trap();
      }
    }
    read_rows(row, text, depth + 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view all{reinterpret_cast<const char*>(bytes), size};
  if (all.starts_with("PK")) {
    if (const auto table = returned_table(all); table && table->rows.size() > all.size() * 1'100) __builtin_trap();
    return 0;
  }
  pugi::xml_document tree;
  if (!load_foreign(all, tree)) return 0;
  const Numbering numbering{tree, tree};
  Seen seen;
  ForeignText text{numbering, seen};
  read_rows(tree, text, 0);
  return 0;
}
