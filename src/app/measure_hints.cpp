#include "app/measure_hints.hpp"

#include "app/shell_word.hpp"
#include "evidence/ending.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace trivium::app {
namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kThousands = ".,' ";
constexpr std::size_t kGroup = 3;
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

// Digits in groups of three, with one sign between the groups and perhaps another before decimals: "1.200,5".
struct Grouped {
  char thousands;
  char decimal;  // '\0': there are none
};
std::optional<Grouped> grouped(std::string_view value) {
  if (value.starts_with('-')) value.remove_prefix(1);
  const auto digits = [&value] {
    const auto met = std::min(value.find_first_not_of(kDigits), value.size());
    value.remove_prefix(met);
    return met;
  };
  if (const auto first = digits(); first == 0 || first > kGroup || value.empty()) return std::nullopt;
  const char sign = value.front();
  if (!kThousands.contains(sign)) return std::nullopt;
  while (value.starts_with(sign)) {
    value.remove_prefix(1);
    if (digits() != kGroup) return std::nullopt;
  }
  if (value.empty()) return Grouped{.thousands = sign, .decimal = '\0'};
  const char decimal = value.front();
  value.remove_prefix(1);
  if ((decimal != ',' && decimal != '.') || digits() == 0 || !value.empty()) return std::nullopt;
  return Grouped{.thousands = sign, .decimal = decimal};
}

// Our name of a column that was looked for by a name that was typed.
std::string ours(const std::string& header, const MeasureTyped& typed) {
  for (const auto& one : typed.headers) {
    const auto sign = one.find('=');
    if (sign != std::string::npos && one.substr(sign + 1) == header) return one.substr(0, sign);
  }
  return header;
}

// "file.xlsx", or "file.xlsx#Sheet".
bool is_sheet(const std::string& input, const MeasureTyped& typed) {
  const auto file = typed.files.find(input);
  if (file == typed.files.end()) return false;
  const auto name = evidence::lower_case(file->second);
  return name.ends_with(".xlsx") || name.contains(".xlsx#");
}

}  // namespace

std::vector<std::string> hints(const analysis::Refusal& refusal, const MeasureTyped& typed, const words::Words& words,
                               const std::string& language) {
  const auto& flaws = refusal.flaws;
  std::vector<std::string> made;
  bool comma = false;
  bool thousands = false;
  bool mark = false;
  bool columns = false;
  const auto say_decimal = [&] {
    if (typed.decimal == "." && !std::exchange(comma, true))
      made.push_back(words.say(language, "measure.hint.decimal"));
  };
  const auto say_thousands = [&](char sign) {
    if (!typed.thousands.empty() || std::exchange(thousands, true)) return;
    const std::string said{sign};
    // One sign cannot stand for both.
    const auto decimal = said != typed.decimal ? "" : said == "." ? " --decimal ," : " --decimal .";
    made.push_back(
        words.say(language, "measure.hint.thousands", {{"mark", said}, {"typed", shell_word(said) + decimal}}));
  };
  for (const auto& flaw : flaws) {
    if (flaw.key == "evidence.no_column" && flaw.args.contains("there") && !std::exchange(columns, true))
      made.push_back(words.say(language, "measure.hint.columns",
                               {{"there", flaw.args.at("there")}, {"column", ours(flaw.args.at("column"), typed)}}));
    if (!is_amount(flaw)) continue;
    const auto& value = flaw.args.at("value");
    const auto groups = grouped(value);
    if (const auto found = parted(value)) {
      if (found->sign == ',') say_decimal();
      if (groups) say_thousands(groups->thousands);
      continue;
    }
    if (groups) {
      // With points between thousands the comma is said beside them.
      if (groups->thousands != '.' ? groups->decimal == ',' : !typed.thousands.empty()) say_decimal();
      say_thousands(groups->thousands);
      continue;
    }
    const bool short_word = !value.empty() && value.size() <= kLongestMark &&
                            value.find_first_of(kDigits) == std::string::npos && !value.contains('\'');
    if (short_word && !std::exchange(mark, true))
      made.push_back(words.say(language, "measure.hint.mark", {{"value", value}, {"typed", shell_word(value)}}));
  }
  if (columns && is_sheet(refusal.input, typed) && typed.header_rows.empty())
    made.push_back(words.say(language, "measure.hint.header_row"));
  return made;
}

}  // namespace trivium::app
