#include "app/measure_remarks.hpp"

#include "app/shell_word.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

namespace trivium::app {
namespace {

constexpr std::size_t kShown = 20;    // of one kind
constexpr std::size_t kTyped = 120;   // letters of what may be typed
constexpr std::size_t kCodes = 8;     // in one sentence
constexpr std::size_t kColumns = 40;  // of a table: the one that should not be among them has to be seen

std::string codes(const std::vector<std::string>& all, std::size_t most) {
  const auto shown = std::min(all.size(), most);
  return fmt::format("{}{}", fmt::join(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(shown), ", "),
                     all.size() > shown ? ", …" : "");
}

// What stands before the decimals, as it was said.
std::string decimal_mark(const analysis::Account& account) {
  const auto said = std::ranges::find(account.reading, "decimal", &analysis::Setting::name);
  return said == account.reading.end() ? "." : said->value;
}

words::Args args(const analysis::Remark& remark, const std::string& language, const std::string& decimal) {
  words::Args made{{"code", remark.code.value_or("")},
                   {"codes", codes(remark.codes, remark.name == "side_by_side" ? kColumns : kCodes)}};
  // What leaves them out, as it would be typed.
  std::string without;
  for (const auto& one : remark.codes) {
    if (without.size() > kTyped) {
      without += " …";
      break;
    }
    without += (without.empty() ? "--without " : " --without ") + shell_word(remark.code.value_or("") + "=" + one);
  }
  made["without"] = std::move(without);
  if (remark.name == "like_thousands") {
    made["mark"] = decimal;
    made["typed"] = "--thousands " + decimal + " --decimal " + (decimal == "." ? "," : ".");
  }
  if (remark.value) made["value"] = words::number(language, *remark.value);
  if (remark.values) made["values"] = std::to_string(*remark.values);
  if (remark.unstated) made["unstated"] = std::to_string(*remark.unstated);
  return made;
}

}  // namespace

std::vector<std::string> sentences(const analysis::Account& account, const words::Words& words,
                                   const std::string& language) {
  std::vector<std::string> made;
  std::map<std::string, std::size_t> met;
  const auto say = [&](const std::string& key, const words::Args& given) { return words.say(language, key, given); };
  const auto more = [&](const std::string& name) {
    if (met[name] > kShown) made.push_back(say("measure.remarks_more", {{"more", std::to_string(met[name] - kShown)}}));
  };
  const auto decimal = decimal_mark(account);
  std::string last;
  for (const auto& remark : account.remarks) {
    if (remark.name != last && !last.empty()) more(last);
    last = remark.name;
    if (++met[remark.name] <= kShown)
      made.push_back(say("measure.remark." + remark.name, args(remark, language, decimal)));
  }
  if (!last.empty()) more(last);
  return made;
}

}  // namespace trivium::app
