// A filled-in table as a DOCX that came back: the words of its parts, and what it says of itself. What they mean, and
// whether they may be taken over, is not known here.
#pragma once

#include "document/foreign_text.hpp"
#include "document/unreadable.hpp"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace trivium::document {

struct ReturnedPart {
  std::string key;    // empty: a paragraph that looks like a label but carries no mark
  std::string label;  // as it stands there now
  std::string text;   // as somebody types it here: "- " before a bullet, an empty line between paragraphs
};

struct ReturnedRow {
  std::string key;      // empty: without a mark
  std::string named;    // the last line of its first cell
  std::string beside;   // the texts of the other cells
  std::string opening;  // of the answer, before its first part
  std::vector<ReturnedPart> parts;
};

struct ReturnedTable {
  std::vector<Fact> facts;
  std::vector<ReturnedRow> rows;    // of all tables, in order
  std::vector<std::string> around;  // paragraphs outside the tables that were not written by us
  Seen seen;
};

// Bytes from anywhere. Bounded in time and memory by the limits of zip_directory.hpp, foreign_xml.hpp and
// foreign_text.hpp: the worst that these let through takes a fraction of a second and less than 100 MB.
std::expected<ReturnedTable, Unreadable> returned_table(std::string_view bytes);

}  // namespace trivium::document
