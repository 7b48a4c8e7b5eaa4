#include "framework/typed_number.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <system_error>

namespace trivium::framework {
namespace {

constexpr std::string_view kDigits = "0123456789";
// Blanks of every kind used between digits, and the signs of units people add.
constexpr std::array<std::string_view, 7> kPassedOver{" ", "\t", "\u00a0", "\u202f", "\u2009", "%", "€"};

std::string without_blanks_and_units(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const auto blank = std::ranges::find_if(kPassedOver, [&](auto one) { return text.starts_with(one); });
    if (blank == kPassedOver.end()) plain += text.front();
    text.remove_prefix(blank == kPassedOver.end() ? 1 : blank->size());
  }
  return plain;
}

// "1.250.000" in groups of three, the first of one to three digits.
bool grouped(std::string_view text, char separator) {
  auto end = text.find(separator);
  if (end == 0 || end > 3) return false;
  while (end != std::string_view::npos) {
    text.remove_prefix(end + 1);
    end = text.find(separator);
    if (std::min(end, text.size()) != 3) return false;
  }
  return true;
}

}  // namespace

std::optional<double> typed_number(std::string_view text, Expected expected) {
  std::string plain = without_blanks_and_units(text);
  const bool negative = plain.starts_with('-');
  if (negative || plain.starts_with('+')) plain.erase(0, 1);
  if (plain.find_first_not_of(".,0123456789") != std::string::npos) return std::nullopt;
  if (plain.find_first_of(kDigits) == std::string::npos) return std::nullopt;

  std::string whole = plain;
  std::string fraction;
  if (const auto last = plain.find_last_of(".,"); last != std::string::npos) {
    const char sign = plain[last];
    const char other = sign == '.' ? ',' : '.';
    const bool repeated = std::ranges::count(plain, sign) > 1;
    const bool looks_grouped = plain.find(other) == std::string::npos && grouped(plain, sign);
    if (repeated || (looks_grouped && expected == Expected::whole)) {
      if (!looks_grouped) return std::nullopt;
      std::erase(whole, sign);
    } else {
      whole = plain.substr(0, last);
      fraction = plain.substr(last + 1);
      if (whole.find(other) != std::string::npos && !grouped(whole, other)) return std::nullopt;
      std::erase(whole, other);
    }
  }

  const std::string number = (whole.empty() ? "0" : whole) + "." + (fraction.empty() ? "0" : fraction);
  double value = 0;
  const auto [end, trouble] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (trouble != std::errc{} || end != number.data() + number.size() || !std::isfinite(value)) return std::nullopt;
  return negative ? -value : value;
}

}  // namespace trivium::framework
