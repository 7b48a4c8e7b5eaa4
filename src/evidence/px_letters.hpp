// In what letters a PC-Axis file is written, by the name it gives them, and its texts as UTF-8.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace trivium::evidence {

enum class PxLetters : std::uint8_t { utf8, windows1252, latin9 };

// By what CODEPAGE names: utf-8, iso-8859-1, iso-8859-15, windows-1252, in any of the ways they are spelled. Latin-1 is
// read as Windows writes it: where that is more, Latin-1 has no letters. Nothing for other names.
std::optional<PxLetters> px_letters(std::string_view codepage);

// Nothing where a byte is no letter there.
std::optional<std::string> as_utf8(std::string_view bytes, PxLetters letters);

}  // namespace trivium::evidence
