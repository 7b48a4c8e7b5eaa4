#include "document/passages.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace trivium::document {
namespace {

constexpr std::string_view kUnreadable = "\xEF\xBF\xBD";

struct Character {
  std::uint32_t point = 0;
  std::size_t length = 0;  // in bytes; 0 where the bytes are not UTF-8
};

Character first_character(std::string_view rest) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(rest[i])); };
  const std::uint32_t first = byte(0);
  if (first < 0x80) return {.point = first, .length = 1};
  std::size_t length = 2;
  if (first >= 0xE0) length = 3;
  if (first >= 0xF0) length = 4;
  if (first < 0xC2 || first > 0xF4 || rest.size() < length) return {};
  std::uint32_t point = first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return {};
    point = point << 6U | (byte(i) & 0x3FU);
  }
  constexpr std::array<std::uint32_t, 5> kSmallest = {0, 0, 0x80, 0x800, 0x10000};
  if (point < kSmallest.at(length) || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) return {};
  return {.point = point, .length = length};
}

bool breaks_line(std::uint32_t point) {
  return point == '\n' || point == 0x0B || point == 0x0C || point == 0x85 || point == 0x2028 || point == 0x2029;
}

bool unprintable(std::uint32_t point) {
  return point < 0x20 || (point >= 0x7F && point < 0xA0) || (point & 0xFFFEU) == 0xFFFE;
}

struct Line {
  std::size_t indent = 0;
  bool bullet = false;
  std::string_view text;
};

Line line_of(std::string_view raw) {
  Line line{.indent = std::min(raw.find_first_not_of(' '), raw.size()), .bullet = false, .text = raw};
  line.text.remove_prefix(line.indent);
  line.text.remove_suffix(line.text.size() - (line.text.find_last_not_of(' ') + 1));
  for (const std::string_view mark : {"- ", "* ", "• "}) {
    if (line.text.starts_with(mark)) {
      line.bullet = true;
      line.text.remove_prefix(mark.size());
      line.text.remove_prefix(std::min(line.text.find_first_not_of(' '), line.text.size()));
      return line;
    }
  }
  return line;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  while (!text.empty()) {
    const Character character = first_character(text);
    if (character.length == 0) {
      clean += kUnreadable;
      text.remove_prefix(1);
      continue;
    }
    if (text.starts_with("\r\n")) {
      // The line feed that follows is enough.
    } else if (character.point == '\r' || breaks_line(character.point)) {
      clean += '\n';
    } else if (character.point == '\t') {
      clean += "  ";  // enough to put a bullet under another
    } else if (!unprintable(character.point)) {
      clean += text.substr(0, character.length);
    }
    text.remove_prefix(character.length);
  }
  return clean;
}

std::vector<Passage> passages(std::string_view text) {
  const std::string clean = printable(text);
  std::vector<Passage> found;
  std::vector<std::size_t> indents;  // of the bullets that are open
  bool apart = true;                 // the next line begins a passage
  for (std::string_view rest = clean; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const Line line = line_of(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.text.empty()) {
      apart = true;
      continue;
    }
    if (line.bullet) {
      while (!indents.empty() && line.indent < indents.back() + 2) indents.pop_back();
      if (indents.size() < kDeepestBullet) indents.push_back(line.indent);
      found.push_back({.depth = static_cast<int>(indents.size()), .lines = {std::string{line.text}}});
    } else if (apart || (!indents.empty() && line.indent == 0)) {
      indents.clear();
      found.push_back({.depth = 0, .lines = {std::string{line.text}}});
    } else {
      found.back().lines.emplace_back(line.text);
    }
    apart = false;
  }
  return found;
}

std::string as_on_paper(std::string_view text) {
  std::string shown;
  bool after_paragraph = false;
  for (const Passage& passage : passages(text)) {
    if (!shown.empty()) shown += passage.depth == 0 && after_paragraph ? "\n\n" : "\n";
    after_paragraph = passage.depth == 0;
    const std::size_t indent = 2 * static_cast<std::size_t>(passage.depth);
    for (const std::string& line : passage.lines) {
      const bool first = &line == &passage.lines.front();
      if (!first) shown += "\n" + std::string(indent, ' ');
      else if (passage.depth > 0) shown += std::string(indent - 2, ' ') + "- ";
      for (const char letter : line) {
        if (letter != ' ' || shown.back() != ' ') shown += letter;
      }
    }
  }
  return shown;
}

}  // namespace trivium::document
