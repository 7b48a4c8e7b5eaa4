// A text as it was typed, taken apart into paragraphs and bullets.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trivium::document {

struct Passage {
  int depth = 0;                   // 0 a paragraph, 1 a bullet, 2 a bullet under a bullet, …
  std::vector<std::string> lines;  // never empty
};

inline constexpr int kDeepestBullet = 4;

// Valid UTF-8 in which only line ends are left of the control characters: office formats cannot hold the others at all.
// A byte that is not UTF-8 becomes U+FFFD.
std::string printable(std::string_view text);

// "- ", "* " and "• " begin a bullet; two more blanks before it put it one deeper than the bullet above. A line without
// a mark goes on with the passage above, unless an empty line or the end of an indentation comes between.
std::vector<Passage> passages(std::string_view text);

// The text that a document of these passages says, runs of blanks as one: two texts that look the same on paper are
// equal so.
std::string as_on_paper(std::string_view text);

}  // namespace trivium::document
