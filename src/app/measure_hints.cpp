#include "app/measure_hints.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string_view>
#include <utility>

namespace trivium::app {
namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::size_t kLongestMark = 4;  // "n.d.", "(x)", "…"

bool is_amount(const shape::Flaw& flaw) {
  return flaw.key == "evidence.not_a_number" || flaw.key == "evidence.not_whole";
}

// Digits with one sign between them that is not the decimal one: how many digits follow it.
struct Parted {
  char sign;
  std::size_t behind;
};
std::optional<Parted> parted(std::string_view value) {
  if (value.starts_with('-')) value.remove_prefix(1);
  const auto at = value.find_first_not_of(kDigits);
  if (at == 0 || at == std::string_view::npos) return std::nullopt;
  const auto behind = value.substr(at + 1);
  if (behind.empty() || behind.find_first_not_of(kDigits) != std::string_view::npos) return std::nullopt;
  return Parted{.sign = value[at], .behind = behind.size()};
}

// As a shell takes it.
std::string quoted(const std::string& text) {
  if (text == "'") return R"("'")";
  const bool plain = std::ranges::all_of(text, [](unsigned char letter) { return std::isalnum(letter) != 0; });
  return plain ? text : "'" + text + "'";
}

}  // namespace

std::vector<std::string> hints(const shape::Flaws& flaws, const MeasureTyped& typed, const words::Words& words,
                               const std::string& language) {
  std::vector<std::string> made;
  bool comma = false;
  bool thousands = false;
  bool mark = false;
  for (const auto& flaw : flaws) {
    if (!is_amount(flaw)) continue;
    const auto& value = flaw.args.at("value");
    constexpr std::size_t kGroup = 3;
    if (const auto found = parted(value)) {
      if (found->sign == ',' && typed.decimal == "." && !std::exchange(comma, true))
        made.push_back(words.say(language, "measure.hint.decimal"));
      const bool grouped = found->behind == kGroup && std::string_view{".,' "}.contains(found->sign);
      if (grouped && typed.thousands.empty() && !std::exchange(thousands, true))
        made.push_back(words.say(language, "measure.hint.thousands",
                                 {{"mark", std::string{found->sign}}, {"typed", quoted(std::string{found->sign})}}));
      continue;
    }
    const bool short_word = !value.empty() && value.size() <= kLongestMark &&
                            value.find_first_of(kDigits) == std::string::npos && !value.contains('\'');
    if (short_word && !std::exchange(mark, true))
      made.push_back(words.say(language, "measure.hint.mark", {{"value", value}, {"typed", quoted(value)}}));
  }
  return made;
}

}  // namespace trivium::app
