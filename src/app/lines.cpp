#include "app/lines.hpp"

#include <algorithm>

namespace trivium::app {
namespace {

constexpr std::size_t kWidth = 80;

// Bytes that continue a letter of UTF-8 are none.
std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

}  // namespace

std::vector<std::string> lines(std::string_view text, std::size_t letters) {
  std::vector<std::string> made{""};
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    const auto word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    auto& last = made.back();
    if (last.empty()) last = word;
    else if (letters_in(last) + 1 + letters_in(word) <= letters) last.append(" ").append(word);
    else made.emplace_back(word);
  }
  return made;
}

std::string paragraph(std::string_view text) {
  std::string made;
  for (const auto& line : lines(text, kWidth)) made.append(made.empty() ? "" : "\n").append(line);
  return made;
}

std::string terms(const std::vector<std::pair<std::string, std::string>>& named) {
  std::size_t longest = 0;
  for (const auto& [name, meaning] : named) longest = std::max(longest, name.size());
  const auto beside = longest + 4;  // two blanks on either side
  std::string made;
  for (const auto& [name, meaning] : named) {
    auto begin = "  " + name;
    for (const auto& line : lines(meaning, kWidth - beside)) {
      begin.resize(beside, ' ');
      made.append(begin).append(line).append("\n");
      begin.clear();
    }
  }
  return made;
}

}  // namespace trivium::app
