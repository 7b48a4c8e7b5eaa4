#include "evidence/field.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace trivium::evidence {
namespace {

// How many bytes the letter at the front has, 0 where it is no UTF-8 (also overlong, surrogates, beyond U+10FFFF, NUL).
std::size_t letter_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto follows = [&](std::size_t i, unsigned least = 0x80, unsigned most = 0xbf) {
    return byte(i) >= least && byte(i) <= most;
  };
  const unsigned first = byte(0);
  if (first == 0) return 0;
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return follows(1) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    const unsigned least = first == 0xe0 ? 0xa0 : 0x80;
    const unsigned most = first == 0xed ? 0x9f : 0xbf;
    return follows(1, least, most) && follows(2) ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const unsigned least = first == 0xf0 ? 0x90 : 0x80;
    const unsigned most = first == 0xf4 ? 0x8f : 0xbf;
    return follows(1, least, most) && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

bool valid_utf8(std::string_view text) {
  while (!text.empty()) {
    // Eight bytes at once while all are plain letters and none is NUL.
    while (text.size() >= 8) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, text.data(), 8);
      const std::uint64_t zero = (eight - 0x0101010101010101ULL) & ~eight;
      if (((eight | zero) & 0x8080808080808080ULL) != 0) break;
      text.remove_prefix(8);
    }
    if (text.empty()) break;
    const auto length = letter_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

std::string shown(std::string_view cell) {
  constexpr std::size_t kMost = 80;
  std::string made;
  while (!cell.empty()) {
    const auto length = letter_length(cell);
    if (made.size() + std::max<std::size_t>(length, 1) > kMost) break;
    made += length == 0 ? std::string_view{"?"} : cell.substr(0, length);
    cell.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return made;
}

}  // namespace trivium::evidence
