// Checks that several forms share, each adding its flaw.
#pragma once

#include "shape/flaw.hpp"
#include "shape/text.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>

namespace trivium::api {

// One line of text that must be there, at most 200 characters; gives it without blanks around.
inline std::string line_of_text(const std::string& typed, const std::string& pointer, shape::Flaws& flaws) {
  constexpr std::size_t kLongest = 200;
  std::string text = shape::trimmed(typed);
  const auto length = shape::characters(text).value_or(0);
  if (text.empty()) flaws.push_back({pointer, "flaw.missing", {}});
  else if (length > kLongest)
    flaws.push_back(
        {pointer, "flaw.too_long", {{"limit", fmt::to_string(kLongest)}, {"given", fmt::to_string(length)}}});
  else if (text.find('\n') != std::string::npos) flaws.push_back({pointer, "flaw.one_line", {}});
  return text;
}

// The same where it may be left out; "" then.
inline std::string line_of_text_if_any(const std::optional<std::string>& typed, const std::string& pointer,
                                       shape::Flaws& flaws) {
  return typed && !shape::trimmed(*typed).empty() ? line_of_text(*typed, pointer, flaws) : std::string{};
}

// Several lines that may be left out, at most so many characters; gives them with plain line ends, without blanks
// around.
inline std::string text_if_any(const std::optional<std::string>& typed, std::size_t longest, const std::string& pointer,
                               shape::Flaws& flaws) {
  std::string text = shape::trimmed(shape::with_plain_line_ends(typed.value_or("")));
  const auto length = shape::characters(text).value_or(0);
  if (length > longest)
    flaws.push_back(
        {pointer, "flaw.too_long", {{"limit", fmt::to_string(longest)}, {"given", fmt::to_string(length)}}});
  return text;
}

// The same that must be there.
inline std::string text_that_says(const std::optional<std::string>& typed, std::size_t longest,
                                  const std::string& pointer, shape::Flaws& flaws) {
  std::string text = text_if_any(typed, longest, pointer, flaws);
  if (text.empty()) flaws.push_back({pointer, "flaw.missing", {}});
  return text;
}

inline void check_password(const std::string& password, shape::Flaws& flaws) {
  constexpr std::size_t kShortest = 10;
  constexpr std::size_t kLongest = 1000;
  const auto length = shape::characters(password).value_or(0);
  if (length < kShortest) flaws.push_back({"/password", "flaw.password_short", {{"least", fmt::to_string(kShortest)}}});
  if (length > kLongest)
    flaws.push_back(
        {"/password", "flaw.too_long", {{"limit", fmt::to_string(kLongest)}, {"given", fmt::to_string(length)}}});
}

}  // namespace trivium::api
