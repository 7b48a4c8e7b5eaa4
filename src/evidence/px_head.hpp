// What a PC-Axis file says of its table, in its main language: the variables with their values and codes, what stands
// for a point in place of a number, and where the cells begin.
#pragma once

#include "evidence/described_table.hpp"
#include "shape/flaw.hpp"

#include <array>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace trivium::evidence {

struct PxVariable {
  std::string name;
  std::vector<std::string> texts;
  std::vector<std::string> codes;  // none, or one for each text
};

struct PxHead {
  static constexpr std::size_t kSymbols = 6;

  std::vector<PxVariable> variables{};         // as cells follow each other: the last one changes first
  std::array<std::string, kSymbols> points{};  // what a cell of one point means, of two, …, where it was said
  std::size_t data = 0;                        // where the cells begin, in bytes
  std::uint64_t line = 1;                      // and in which line
};

// Whether a text begins with one of the keywords such files begin with.
bool begins_as_px(std::string_view text);

// Texts come as UTF-8, without blanks at their ends and runs of them. What is said of the letters counts where the file
// says nothing: without CHARSET it is in one of the alphabets of DOS, and which, nobody knows.
std::expected<PxHead, shape::Flaws> px_head(std::string_view text, Letters said);

// As many as its variables call for; the largest number where it is more than can be counted.
std::uint64_t cells_wanted(const PxHead& head);

}  // namespace trivium::evidence
