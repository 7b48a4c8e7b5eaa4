#include "api/wording.hpp"

#include "shape/text.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <utility>

namespace trivium::api {
namespace {

bool letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool same_word(const std::string& one, const std::string& other) {
  constexpr std::size_t kStem = 4;
  constexpr std::size_t kEnding = 2;
  const auto& shorter = one.size() < other.size() ? one : other;
  const auto& longer = one.size() < other.size() ? other : one;
  if (shorter == longer) return true;
  return shorter.size() >= kStem && longer.size() - shorter.size() <= kEnding && longer.starts_with(shorter);
}

bool holds(const Wording& said, const std::string& word) {
  return std::ranges::any_of(said.words, [&](const std::string& one) { return same_word(one, word); });
}

}  // namespace

std::string folded(const std::string& text) {
  std::string letters;
  bool blank = false;
  for (const char c : words::plain_letters(text)) {
    const auto letter = static_cast<unsigned char>(c);
    if (letter <= ' ') {
      blank = !letters.empty();
      continue;
    }
    if (blank) letters += ' ';
    blank = false;
    letters += static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter);
  }
  return letters;
}

Wording wording(const std::string& text) {
  Wording made{.text = shape::trimmed(text), .words = {}};
  std::string word;
  for (const char c : folded(text) + " ") {
    if (letter_or_digit(c)) {
      word += c;
    } else if (!word.empty()) {
      made.words.push_back(std::move(word));
      word.clear();
    }
  }
  return made;
}

std::vector<Wording> parts_of(const std::string& text) {
  std::vector<Wording> parts{wording(text)};
  for (const std::string ends : {";\n", ";,\n"}) {
    std::size_t from = 0;
    while (from <= text.size()) {
      const auto to = std::min(text.find_first_of(ends, from), text.size());
      if (auto part = wording(text.substr(from, to - from)); !part.text.empty()) parts.push_back(std::move(part));
      from = to + 1;
    }
  }
  return parts;
}

Naming naming(const Wording& said, const Wording& thing) {
  if (said.words.empty() || thing.words.empty()) {
    return said.words == thing.words && said.text == thing.text && !said.text.empty() ? Naming::same : Naming::no;
  }
  if (said.words == thing.words) return Naming::same;
  constexpr std::size_t kLong = 5;
  std::size_t all = 0;
  std::size_t there = 0;
  bool long_one = false;
  for (const auto& word : thing.words) {
    all += word.size();
    if (!holds(said, word)) continue;
    there += word.size();
    long_one = long_one || word.size() >= kLong;
  }
  if (2 * there > all) return Naming::most;
  return long_one ? Naming::a_word : Naming::no;
}

TellingWords::TellingWords(const std::vector<Wording>& texts, std::set<std::string> general)
    : texts_{texts}, general_{std::move(general)}, many_{std::max<std::size_t>(4, texts.size() / 3)} {}

bool TellingWords::telling(const std::string& word) const {
  if (general_.contains(word)) return false;
  const auto times = std::ranges::count_if(texts_, [&](const Wording& text) { return holds(text, word); });
  return static_cast<std::size_t>(times) <= many_;
}

bool TellingWords::shared(const Wording& one, const Wording& other) const {
  const auto how = std::max(naming(one, other), naming(other, one));
  if (how == Naming::no || how == Naming::same) return how == Naming::same;
  constexpr std::size_t kLong = 5;
  return std::ranges::any_of(one.words, [&](const std::string& word) {
    return (word.size() >= kLong || how == Naming::most) && holds(other, word) && telling(word);
  });
}

}  // namespace trivium::api
