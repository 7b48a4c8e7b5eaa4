#include "shape/text.hpp"

#include <algorithm>

namespace trivium::shape {
namespace {

constexpr std::string_view kBlank = " \t\r\n\v\f";

// Length in bytes of the character at the start of rest, 0 where it is not well-formed UTF-8 (RFC 3629).
std::size_t character_length(std::string_view rest) {
  const auto byte = [&](std::size_t i) { return i < rest.size() ? static_cast<unsigned char>(rest[i]) : 0U; };
  const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return tail(1) ? 2 : 0;
  if ((first & 0xF0U) == 0xE0) {
    if ((first == 0xE0 && byte(1) < 0xA0) || (first == 0xED && byte(1) > 0x9F)) return 0;
    return tail(1) && tail(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    if ((first == 0xF0 && byte(1) < 0x90) || (first == 0xF4 && byte(1) > 0x8F)) return 0;
    return tail(1) && tail(2) && tail(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::optional<std::size_t> characters(std::string_view text) {
  std::size_t count = 0;
  while (!text.empty()) {
    const std::size_t length = character_length(text);
    if (length == 0) return std::nullopt;
    text.remove_prefix(length);
    ++count;
  }
  return count;
}

std::size_t words(std::string_view text) {
  // A letter outside ASCII has its highest bit set; of dashes and quotation marks there, few stand alone.
  const auto says = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  constexpr std::string_view kDashes = "–—…•";
  std::size_t count = 0;
  while (!text.empty()) {
    const auto start = std::min(text.find_first_not_of(kBlank), text.size());
    text.remove_prefix(start);
    const std::string_view run = text.substr(0, text.find_first_of(kBlank));
    if (std::ranges::any_of(run, says) && kDashes.find(run) == std::string_view::npos) ++count;
    text.remove_prefix(run.size());
  }
  return count;
}

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return std::string{text.substr(first, text.find_last_not_of(kBlank) - first + 1)};
}

std::string beginning(std::string_view text, std::size_t most) {
  const std::string whole = trimmed(text);
  std::string_view line{whole};
  line = line.substr(0, line.find('\n'));
  std::size_t end = 0;
  for (std::size_t count = 0; count < most && end < line.size(); ++count)
    end += std::max<std::size_t>(1, character_length(line.substr(end)));
  // A word cut in two reads badly; a line that is nearly one word has to be cut somewhere.
  const std::size_t blank = line.substr(0, end + 1).rfind(' ');
  if (end < line.size() && blank != std::string_view::npos && 2 * blank > end) end = blank;
  return trimmed(line.substr(0, end)) + (end < whole.size() ? "…" : "");
}

std::string with_plain_line_ends(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      plain += text[i];
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      plain += '\n';
    }
  }
  return plain;
}

}  // namespace trivium::shape
