#include "api/carried_out.hpp"

#include "shape/text.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

bool stands_in(const Wording& instrument, const std::string& word) {
  return naming(instrument, {.text = word, .words = {word}}) >= Naming::most;
}

// A short name for a long one: all its words are the instrument's, and one of them tells something.
bool shortens(const Wording& part, const Wording& instrument) {
  constexpr std::size_t kLong = 5;
  return std::ranges::any_of(part.words, [](const std::string& word) { return word.size() >= kLong; }) &&
         std::ranges::all_of(part.words, [&](const std::string& word) { return stands_in(instrument, word); });
}

// One that would shorten several is the name of none of them.
std::vector<std::size_t> shortened_by(const Wording& part, const std::vector<Wording>& instruments) {
  std::vector<std::size_t> found;
  for (std::size_t j = 0; j < instruments.size(); ++j) {
    if (shortens(part, instruments[j])) found.push_back(j);
  }
  if (found.size() > 1) found.clear();
  return found;
}

bool names_one(const Wording& part, const std::vector<Wording>& instruments) {
  return std::ranges::any_of(instruments, [&](const Wording& one) { return naming(part, one) == Naming::same; });
}

std::vector<std::string> between(const std::string& text, const char* ends) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  while (from <= text.size()) {
    const auto to = std::min(text.find_first_of(ends, from), text.size());
    if (auto part = wording(text.substr(from, to - from)).text; shape::words(part) > 0)
      parts.push_back(std::move(part));
    from = to + 1;
  }
  return parts;
}

void add(std::string& all, const std::string& part) { all += (all.empty() ? "" : "; ") + part; }

std::string naming_nothing(const std::string& text, const std::vector<Wording>& instruments) {
  std::string left;
  if (names_one(wording(text), instruments)) return left;
  for (const auto& part : between(text, ";\n")) {
    if (names_one(wording(part), instruments)) continue;
    auto smaller = between(part, ",");
    const auto all = smaller.size();
    std::erase_if(smaller, [&](const std::string& one) { return names_one(wording(one), instruments); });
    if (smaller.size() == all) add(left, part);
    else
      for (const auto& one : smaller) add(left, one);
  }
  return left;
}

}  // namespace

CarriedOut carried_out(const std::string& text, const std::vector<Wording>& instruments) {
  CarriedOut found{.named = {}, .supposed = {}, .names_nothing = naming_nothing(text, instruments)};
  const auto parts = parts_of(text);
  // What is one's name already is not looked at again.
  const auto left = parts_of(found.names_nothing);
  for (std::size_t j = 0; j < instruments.size(); ++j) {
    const auto named_by = [&](const std::vector<Wording>& said, Naming at_least) {
      return std::ranges::any_of(said, [&](const Wording& part) { return naming(part, instruments[j]) >= at_least; });
    };
    if (named_by(parts, Naming::same)) found.named.push_back(j);
    else if (named_by(left, Naming::most)) found.supposed.push_back(j);
  }
  for (const auto& part : left) {
    for (const auto j : shortened_by(part, instruments)) {
      const auto is = [&](const std::vector<std::size_t>& list) { return std::ranges::find(list, j) != list.end(); };
      if (!is(found.named) && !is(found.supposed)) found.supposed.push_back(j);
    }
  }
  return found;
}

}  // namespace trivium::api
