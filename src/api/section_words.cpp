#include "api/section_words.hpp"

#include "api/wording.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

struct Piece {
  std::string text;
  bool name;
};

// Names stand in brackets, with semicolons between them.
std::vector<Piece> pieces_of(const std::string& section) {
  std::vector<Piece> pieces;
  std::size_t from = 0;
  bool within = false;
  while (from < section.size()) {
    const auto end = std::min(section.find_first_of(within ? ";)" : "(", from), section.size());
    if (end > from) pieces.push_back({section.substr(from, end - from), within});
    if (end == section.size()) break;
    const bool goes_on = section[end] == ';';
    pieces.push_back({goes_on ? "; " : section.substr(end, 1), false});
    within = section[end] != ')';
    from = goes_on ? section.find_first_not_of(' ', end + 1) : end + 1;
  }
  return pieces;
}

}  // namespace

std::vector<std::string> names_in(const std::string& section) {
  std::vector<std::string> names;
  for (auto& piece : pieces_of(section)) {
    if (piece.name) names.push_back(std::move(piece.text));
  }
  return names;
}

std::string section_key(const std::string& name) {
  std::string key = "section";
  char between = '.';
  for (const auto& word : wording(name).words) {
    key += between + word;
    between = '_';
  }
  return key;
}

std::string section_in_words(const words::Words& words, const std::string& language, const std::string& section) {
  std::string said;
  for (const auto& piece : pieces_of(section)) {
    const auto key = piece.name ? section_key(piece.text) : std::string{};
    said += piece.name && words.knows(language, key) ? words.say(language, key) : piece.text;
  }
  return said;
}

}  // namespace trivium::api
