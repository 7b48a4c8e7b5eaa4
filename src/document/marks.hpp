// How a DOCX of ours is found again when it comes back: hidden bookmarks on what nobody has a reason to change (a
// task's own name, the label above a part), and properties of the file. What stands between one mark and the next, or
// the end of the cell, is the text of a part, so typing at either end of it, or all of it anew, loses nothing.
#pragma once

#include "document/filled_table.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace trivium::document {

inline constexpr std::string_view kStandingKey = "standing";
inline constexpr std::string_view kAroundFact = "Trivium around";  // what stands outside the tables, as hashes
inline constexpr std::size_t kLongestMark = 40;                    // that Word takes
inline constexpr std::size_t kLongestFact = 255;

// As pandoc takes it, which wants a letter first. In the file it begins with "_": then Word does not list it. Nothing
// where the row has no key.
std::string mark_of(const Row& row, std::string_view part = {});

struct Mark {
  std::string row;
  std::string part;  // empty: the row itself

  bool operator==(const Mark&) const = default;
};

// Nothing where it is no mark of ours.
std::optional<Mark> mark_in(std::string_view bookmark);

// Of one text outside the tables, as kAroundFact holds it.
std::string hash_of(std::string_view text);

}  // namespace trivium::document
