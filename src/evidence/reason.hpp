// Why a row could not be taken: each a sentence in the interface's words.
#pragma once

#include "shape/flaw.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace trivium::evidence {

enum class Reason : std::uint8_t {
  empty,
  not_whole,
  not_a_number,
  thousands,
  too_large,
  not_a_share,
  not_a_date,
  date_placeholder,
  code_spoiled,
  code_length,
  unknown_flag,
  out_of_range,
  not_utf8,
  not_latin1,
  markup,
  fields,
  quote,
  too_long,
  merged,
  formula,
  too_early,
  points,
  no_header,
  cell_too_long,
};

inline constexpr std::array<std::string_view, 24> kReasonKeys{
    "evidence.empty",        "evidence.not_whole",   "evidence.not_a_number", "evidence.thousands",
    "evidence.too_large",    "evidence.not_a_share", "evidence.not_a_date",   "evidence.date_placeholder",
    "evidence.code_spoiled", "evidence.code_length", "evidence.unknown_flag", "evidence.out_of_range",
    "evidence.not_utf8",     "evidence.not_latin1",  "evidence.markup",       "evidence.fields",
    "evidence.quote",        "evidence.too_long",    "evidence.merged",       "evidence.formula",
    "evidence.too_early",    "evidence.px_points",   "evidence.no_header",    "evidence.cell_too_long",
};

struct RowError {
  std::uint64_t row = 0;  // as a spreadsheet counts them: the first row of the file is 1
  std::string column{};   // as the file names it; empty: the row as a whole
  std::string value{};    // its first 80 letters
  Reason reason{};

  bool operator==(const RowError&) const = default;
};

inline shape::Flaw flaw(const RowError& error) {
  return {.pointer = "/" + std::to_string(error.row),
          .key = std::string{kReasonKeys.at(static_cast<std::size_t>(error.reason))},
          .args = {{"row", std::to_string(error.row)}, {"column", error.column}, {"value", error.value}}};
}

}  // namespace trivium::evidence
