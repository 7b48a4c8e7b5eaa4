#include "words/words.hpp"

#include <unicode/dtfmtsym.h>
#include <unicode/listformatter.h>
#include <unicode/localematcher.h>
#include <unicode/numfmt.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>
#include <unicode/translit.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <map>
#include <memory>
#include <optional>

namespace trivium::words {
namespace {

std::string utf8(const icu::UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

// Milliseconds since 1970 of an ISO date (taken as noon, so that no zone moves the day) or instant.
std::optional<UDate> moment(std::string_view iso) {
  const auto number = [&](std::size_t at, std::size_t digits) -> int {
    int value = 0;
    const char* const end = iso.data() + at + digits;
    const auto [read_to, trouble] = std::from_chars(iso.data() + at, end, value);
    return trouble == std::errc{} && read_to == end ? value : -1;
  };
  const bool instant = iso.size() >= 19 && iso[10] == 'T';
  if (iso.size() != 10 && !instant) return std::nullopt;
  const std::chrono::year_month_day day{std::chrono::year{number(0, 4)},
                                        std::chrono::month{static_cast<unsigned>(number(5, 2))},
                                        std::chrono::day{static_cast<unsigned>(number(8, 2))}};
  if (!day.ok() || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  std::chrono::seconds since = std::chrono::sys_days{day}.time_since_epoch();
  if (!instant) return static_cast<UDate>(std::chrono::milliseconds{since + std::chrono::hours{12}}.count());
  const int hours = number(11, 2);
  const int minutes = number(14, 2);
  const int seconds = number(17, 2);
  if (hours < 0 || minutes < 0 || seconds < 0) return std::nullopt;
  since += std::chrono::hours{hours} + std::chrono::minutes{minutes} + std::chrono::seconds{seconds};
  return static_cast<UDate>(std::chrono::milliseconds{since}.count());
}

// Making a format costs a hundred times what using it does, and it may change inside while it is used: every thread
// keeps its own, for the few languages and zones there are.
std::string written(std::string_view language, UDate when, const char* pattern, std::string_view zone) {
  thread_local std::map<std::string, std::unique_ptr<icu::SimpleDateFormat>, std::less<>> known;
  std::string name{language};
  name.append("/").append(pattern).append("/").append(zone);
  auto& writer = known[name];
  if (!writer) {
    UErrorCode trouble = U_ZERO_ERROR;
    writer = std::make_unique<icu::SimpleDateFormat>(icu::UnicodeString{pattern},
                                                     icu::Locale{std::string{language}.c_str()}, trouble);
    if (U_FAILURE(trouble)) return {};
    writer->adoptTimeZone(icu::TimeZone::createTimeZone(
        icu::UnicodeString::fromUTF8(icu::StringPiece{zone.data(), static_cast<int32_t>(zone.size())})));
  }
  icu::UnicodeString text;
  writer->format(when, text);
  return utf8(text);
}

}  // namespace

std::string best_language(std::string_view accepted, const std::vector<std::string>& offered) {
  if (!accepted.empty() && accepted.size() < 500) {
    UErrorCode trouble = U_ZERO_ERROR;
    icu::LocaleMatcher::Builder builder;
    std::vector<icu::Locale> locales;
    for (const auto& language : offered) locales.emplace_back(language.c_str());
    for (const auto& locale : locales) builder.addSupportedLocale(locale);
    const icu::LocaleMatcher matcher = builder.build(trouble);
    const icu::Locale* best = matcher.getBestMatchForListString(
        icu::StringPiece{accepted.data(), static_cast<int32_t>(accepted.size())}, trouble);
    if (U_SUCCESS(trouble) && best != nullptr) {
      // As it was offered: "pt-BR", where ICU writes "pt_BR".
      for (std::size_t i = 0; i < locales.size(); ++i) {
        if (locales[i] == *best) return offered[i];
      }
    }
  }
  return offered.front();
}

std::string joined(std::string_view language, const std::vector<std::string>& names) {
  thread_local std::map<std::string, std::unique_ptr<icu::ListFormatter>, std::less<>> known;
  UErrorCode trouble = U_ZERO_ERROR;
  auto& list = known[std::string{language}];
  if (!list) list.reset(icu::ListFormatter::createInstance(icu::Locale{std::string{language}.c_str()}, trouble));
  if (U_FAILURE(trouble)) return {};
  std::vector<icu::UnicodeString> items;
  items.reserve(names.size());
  for (const auto& name : names) items.push_back(icu::UnicodeString::fromUTF8(name));
  icu::UnicodeString text;
  list->format(items.data(), static_cast<int32_t>(items.size()), text, trouble);
  return utf8(text);
}

std::string number(std::string_view language, double value, int decimals) {
  UErrorCode trouble = U_ZERO_ERROR;
  icu::UnicodeString text;
  const std::unique_ptr<icu::NumberFormat> form{
      icu::NumberFormat::createInstance(icu::Locale{std::string{language}.c_str()}, trouble)};
  if (U_FAILURE(trouble)) return {};
  form->setMaximumFractionDigits(decimals);
  // What rounds to nothing has no sign, and what has one has a minus, not a hyphen.
  const bool is_nothing = std::abs(value) * std::pow(10, decimals) < 0.5;
  form->format(is_nothing ? 0 : value, text);
  text.findAndReplace(u"-", u"\u2212");
  return utf8(text);
}

std::string long_date(std::string_view language, std::string_view iso) {
  const auto when = moment(iso);
  if (!when) return std::string{iso};
  return written(language, *when, language == "es" ? "d 'de' MMMM 'de' y" : "d MMMM y", "GMT");
}

std::string clock_time(std::string_view language, std::string_view iso, std::string_view zone) {
  const auto when = moment(iso);
  if (!when) return std::string{iso};
  return written(language, *when, "HH:mm", zone);
}

std::string plain_letters(std::string_view text) {
  const bool plain_already = std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (plain_already) return std::string{text};
  UErrorCode trouble = U_ZERO_ERROR;
  thread_local const std::unique_ptr<icu::Transliterator> plain{
      icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; [:^ASCII:] Remove", UTRANS_FORWARD, trouble)};
  if (!plain) return {};
  auto letters = icu::UnicodeString::fromUTF8(icu::StringPiece{text.data(), static_cast<int32_t>(text.size())});
  plain->transliterate(letters);
  return utf8(letters);
}

std::string machine_zone() {
  const std::unique_ptr<icu::TimeZone> zone{icu::TimeZone::createDefault()};
  icu::UnicodeString id;
  return utf8(zone->getID(id));
}

}  // namespace trivium::words
