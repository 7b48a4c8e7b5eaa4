#include "words/words.hpp"

#include <unicode/dtfmtsym.h>
#include <unicode/listformatter.h>
#include <unicode/localematcher.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

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
  UErrorCode trouble = U_ZERO_ERROR;
  const bool instant = iso.size() > 10;
  icu::SimpleDateFormat reader{instant ? "yyyy-MM-dd'T'HH:mm:ss" : "yyyy-MM-dd HH", icu::Locale::getEnglish(), trouble};
  if (U_FAILURE(trouble)) return std::nullopt;
  reader.setTimeZone(*icu::TimeZone::getGMT());
  const std::string text = instant ? std::string{iso.substr(0, 19)} : std::string{iso} + " 12";
  const UDate when = reader.parse(icu::UnicodeString::fromUTF8(text), trouble);
  if (U_FAILURE(trouble)) return std::nullopt;
  return when;
}

std::string written(std::string_view language, UDate when, const char* skeleton, const icu::TimeZone& zone) {
  UErrorCode trouble = U_ZERO_ERROR;
  const icu::Locale locale{std::string{language}.c_str()};
  icu::SimpleDateFormat writer{icu::UnicodeString{skeleton}, locale, trouble};
  if (U_FAILURE(trouble)) return {};
  writer.setTimeZone(zone);
  icu::UnicodeString text;
  writer.format(when, text);
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
    if (U_SUCCESS(trouble) && best != nullptr) return best->getName();
  }
  return offered.front();
}

std::string joined(std::string_view language, const std::vector<std::string>& names) {
  UErrorCode trouble = U_ZERO_ERROR;
  const std::unique_ptr<icu::ListFormatter> list{
      icu::ListFormatter::createInstance(icu::Locale{std::string{language}.c_str()}, trouble)};
  if (U_FAILURE(trouble)) return {};
  std::vector<icu::UnicodeString> items;
  for (const auto& name : names) items.push_back(icu::UnicodeString::fromUTF8(name));
  icu::UnicodeString text;
  list->format(items.data(), static_cast<int32_t>(items.size()), text, trouble);
  return utf8(text);
}

std::string long_date(std::string_view language, std::string_view iso) {
  const auto when = moment(iso);
  if (!when) return std::string{iso};
  return written(language, *when, language == "es" ? "d 'de' MMMM 'de' y" : "d MMMM y", *icu::TimeZone::getGMT());
}

std::string clock_time(std::string_view language, std::string_view iso, std::string_view zone) {
  const auto when = moment(iso);
  if (!when) return std::string{iso};
  const std::unique_ptr<icu::TimeZone> place{icu::TimeZone::createTimeZone(
      icu::UnicodeString::fromUTF8(icu::StringPiece{zone.data(), static_cast<int32_t>(zone.size())}))};
  return written(language, *when, "HH:mm", *place);
}

std::string machine_zone() {
  const std::unique_ptr<icu::TimeZone> zone{icu::TimeZone::createDefault()};
  icu::UnicodeString id;
  return utf8(zone->getID(id));
}

}  // namespace trivium::words
