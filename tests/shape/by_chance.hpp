// Values made by chance, the same for the same seed with every standard library.
#pragma once

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace trivium::by_chance {

using Chance = std::mt19937;

inline std::size_t below(Chance& chance, std::size_t count) { return chance() % count; }
inline bool one_in(Chance& chance, std::size_t count) { return below(chance, count) == 0; }

template <class T>
const T& one_of(Chance& chance, const std::vector<T>& list) {
  return list[below(chance, list.size())];
}

inline std::string bytes(Chance& chance, std::size_t count) {
  std::string made;
  for (std::size_t i = 0; i < count; ++i) made += static_cast<char>(chance() & 0xFFU);
  return made;
}

// Letters that have broken something somewhere: of one to four bytes, quotes, brackets, what formats use as marks.
inline std::string word(Chance& chance) {
  static constexpr std::array<std::string_view, 24> kWords{
      "firms", "Ñandú", "12 €", "“so”", "l'été",   "ß",    "Ελλάδα", "Кластер", "日本",  "😀", "a/b",  "<b>",
      "&amp;", "\"x\"", "{y}",  "'z'",  "C:\\tmp", "=1+1", "%41",    "a;b,c",   "- - -", "~1", "null", "\t"};
  return std::string{kWords[below(chance, kWords.size())]};
}

inline std::string text(Chance& chance, std::size_t most_words) {
  std::string made;
  for (std::size_t words = below(chance, most_words + 1); words > 0; --words) {
    made += (made.empty() ? "" : one_in(chance, 4) ? "\n" : " ") + word(chance);
  }
  return made;
}

}  // namespace trivium::by_chance
