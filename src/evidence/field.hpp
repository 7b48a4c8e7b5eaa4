// One cell of a foreign table, read as what it was said to be.
//
// Reading is strict: a value that could mean two things is refused. "1.000" is a thousand in one country and one in
// another, so a thousands mark counts only where the table was said to have one, and then only in the right places.
#pragma once

#include "evidence/described_table.hpp"
#include "evidence/reason.hpp"

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace trivium::evidence {

template <class Value>
using Field = std::expected<Value, Reason>;

// How a table writes its numbers.
struct NumberStyle {
  char decimal_mark = '.';
  char thousands_mark = '\0';
};

Field<std::int64_t> whole(std::string_view cell, NumberStyle style);  // also 2011.0, as spreadsheets spoil years
Field<double> number(std::string_view cell, NumberStyle style);
Field<double> share(std::string_view cell, NumberStyle style);
// Days since 1970-01-01. Days that registers write for "not known" (1899-12-30, 1900-01-01, 9999-12-31) are refused.
Field<std::int32_t> date(std::string_view cell, DateOrder order);
Field<std::string_view> code(std::string_view cell, const std::vector<unsigned>& digits);

// Without blanks at either end, also those that do not break.
std::string_view trimmed(std::string_view cell);
// Words as they are kept: runs of blanks, tabs and line breaks as one blank, no soft hyphens.
std::string collapsed(std::string_view words);
bool needs_collapsing(std::string_view words);
bool valid_utf8(std::string_view text);
// From ISO 8859-1. Nothing for bytes that are no letters there (128 to 159).
Field<std::string> from_latin1(std::string_view bytes);
// For showing what was refused: at most 80 bytes, each byte that is no UTF-8 as a question mark.
std::string shown(std::string_view cell);

// The letters at the end of a cell, "p" of "12.5 p", and what stands before them.
struct Flagged {
  std::string_view value;
  std::string_view letters;
};
Flagged flagged(std::string_view cell);

}  // namespace trivium::evidence
