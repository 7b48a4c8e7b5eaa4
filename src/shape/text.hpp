// What may stand in a text: valid UTF-8 without NUL, counted in characters as a person counts them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace trivium::shape {

inline constexpr std::size_t kLongestText = 20'000;  // characters

// Number of Unicode characters; nothing where the bytes are not UTF-8.
std::optional<std::size_t> characters(std::string_view text);

// Words as a person counts them: runs of anything but blanks that hold a letter or a digit.
std::size_t words(std::string_view text);

// Without blanks at both ends.
std::string trimmed(std::string_view text);

// The first line that says something, at most so many characters of it, to the end of a word; "…" where it goes on.
std::string beginning(std::string_view text, std::size_t most);

// Line ends as \n, whatever the browser or the editor wrote.
std::string with_plain_line_ends(std::string_view text);

}  // namespace trivium::shape
