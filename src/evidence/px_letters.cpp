#include "evidence/px_letters.hpp"

#include "evidence/field.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace trivium::evidence {
namespace {

struct Named {
  std::string_view name;  // small letters and digits alone
  PxLetters letters;
};

constexpr std::array kNames{
    Named{"utf8", PxLetters::utf8},          Named{"usascii", PxLetters::utf8},
    Named{"ascii", PxLetters::utf8},         Named{"iso88591", PxLetters::windows1252},
    Named{"latin1", PxLetters::windows1252}, Named{"windows1252", PxLetters::windows1252},
    Named{"cp1252", PxLetters::windows1252}, Named{"1252", PxLetters::windows1252},
    Named{"iso885915", PxLetters::latin9},   Named{"latin9", PxLetters::latin9},
};

// 0x80 to 0x9f of Windows-1252; 0: no letter.
constexpr std::array<char32_t, 32> kWindows{0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                            0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
                                            0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                            0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

char32_t letter(unsigned char byte, PxLetters letters) {
  constexpr unsigned char kFirst = 0x80;
  constexpr unsigned char kFirstLatin = 0xa0;
  if (byte < kFirst) return byte;
  if (letters == PxLetters::windows1252)
    return byte < kFirstLatin ? kWindows[static_cast<std::size_t>(byte - kFirst)] : char32_t{byte};
  switch (byte) {
    case 0xa4: return 0x20ac;
    case 0xa6: return 0x0160;
    case 0xa8: return 0x0161;
    case 0xb4: return 0x017d;
    case 0xb8: return 0x017e;
    case 0xbc: return 0x0152;
    case 0xbd: return 0x0153;
    case 0xbe: return 0x0178;
    default: return byte < kFirstLatin ? U'\0' : char32_t{byte};
  }
}

void add(std::string& text, char32_t letter) {
  if (letter < 0x80) {
    text += static_cast<char>(letter);
  } else if (letter < 0x800) {
    text += static_cast<char>(0xc0 | (letter >> 6));
    text += static_cast<char>(0x80 | (letter & 0x3f));
  } else {
    text += static_cast<char>(0xe0 | (letter >> 12));
    text += static_cast<char>(0x80 | ((letter >> 6) & 0x3f));
    text += static_cast<char>(0x80 | (letter & 0x3f));
  }
}

}  // namespace

std::optional<PxLetters> px_letters(std::string_view codepage) {
  std::string name;
  for (const char sign : codepage) {
    const auto byte = static_cast<unsigned char>(sign);
    if (std::isalnum(byte) != 0) name += static_cast<char>(std::tolower(byte));
  }
  const auto* const found = std::ranges::find(kNames, name, &Named::name);
  if (found == kNames.end()) return std::nullopt;
  return found->letters;
}

std::optional<std::string> as_utf8(std::string_view bytes, PxLetters letters) {
  if (letters == PxLetters::utf8) return valid_utf8(bytes) ? std::optional{std::string{bytes}} : std::nullopt;
  std::string made;
  for (const char sign : bytes) {
    const auto one = letter(static_cast<unsigned char>(sign), letters);
    if (one == 0) return std::nullopt;
    add(made, one);
  }
  return made;
}

}  // namespace trivium::evidence
