#include "words/zones.hpp"

#include "words/words.hpp"

#include <unicode/calendar.h>
#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace trivium::words {
namespace {

icu::UnicodeString unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece{text.data(), static_cast<int32_t>(text.size())});
}

std::string utf8(const icu::UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

icu::Locale locale_of(std::string_view language) { return icu::Locale{std::string{language}.c_str()}; }

// Of a region ("ES") or of all: one id for each place, without older spellings and without zones that are no place.
std::vector<std::string> ids(const char* region) {
  UErrorCode trouble = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> all{
      icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL_LOCATION, region, nullptr, trouble)};
  std::vector<std::string> found;
  if (U_FAILURE(trouble)) return found;
  while (const auto* id = all->snext(trouble)) found.push_back(utf8(*id));
  return found;
}

// In which people may write where they live.
constexpr std::array kLanguages{"en", "es", "pt", "fr", "de", "it", "eu", "ca", "gl", "nl", "sv",
                                "da", "nb", "fi", "et", "lv", "lt", "pl", "cs", "sk", "hu", "sl",
                                "hr", "ro", "bg", "el", "mt", "ga", "is", "uk", "sr", "tr"};

std::optional<std::string> region_named(std::string_view country) {
  const auto typed = unicode(plain_letters(country)).toLower().trim();
  for (const char* const* region = icu::Locale::getISOCountries(); *region != nullptr; ++region) {
    const icu::Locale there{"", *region};
    for (const char* language : kLanguages) {
      icu::UnicodeString name;
      there.getDisplayCountry(locale_of(language), name);
      if (unicode(plain_letters(utf8(name))).toLower() == typed) return *region;
    }
  }
  return std::nullopt;
}

// The same hours from month to month, this year and the next; what was in 1980 parts nobody.
bool keep_the_same(const std::string& one, const std::string& other) {
  constexpr double kMonth = 30.0 * 24 * 60 * 60 * 1000;  // milliseconds
  constexpr int kMonths = 24;
  const auto offset = [](const icu::TimeZone& zone, UDate at) {
    int32_t raw = 0;
    int32_t summer = 0;
    UErrorCode trouble = U_ZERO_ERROR;
    zone.getOffset(at, false, raw, summer, trouble);
    return raw + summer;
  };
  const std::unique_ptr<icu::TimeZone> first{icu::TimeZone::createTimeZone(unicode(one))};
  const std::unique_ptr<icu::TimeZone> second{icu::TimeZone::createTimeZone(unicode(other))};
  const UDate now = icu::Calendar::getNow();
  for (int month = 0; month < kMonths; ++month) {
    const UDate at = now + month * kMonth;
    if (offset(*first, at) != offset(*second, at)) return false;
  }
  return true;
}

}  // namespace

std::string city_of_zone(std::string_view language, std::string_view id) {
  UErrorCode trouble = U_ZERO_ERROR;
  const std::unique_ptr<icu::TimeZoneNames> names{icu::TimeZoneNames::createInstance(locale_of(language), trouble)};
  icu::UnicodeString city;
  if (U_SUCCESS(trouble)) names->getExemplarLocationName(unicode(id), city);
  return city.isEmpty() || city.isBogus() ? std::string{id} : utf8(city);
}

std::vector<Zone> zones(std::string_view language) {
  UErrorCode trouble = U_ZERO_ERROR;
  const std::unique_ptr<icu::TimeZoneNames> names{icu::TimeZoneNames::createInstance(locale_of(language), trouble)};
  const std::unique_ptr<icu::Collator> order{icu::Collator::createInstance(locale_of(language), trouble)};
  std::vector<Zone> all;
  if (U_FAILURE(trouble)) return all;
  for (auto& id : ids(nullptr)) {
    icu::UnicodeString city;
    names->getExemplarLocationName(unicode(id), city);
    if (!city.isEmpty() && !city.isBogus()) all.push_back({std::move(id), utf8(city)});
  }
  std::ranges::sort(all, [&](const Zone& one, const Zone& other) {
    UErrorCode none = U_ZERO_ERROR;
    const auto found = order->compareUTF8(one.city, other.city, none);
    return found != UCOL_EQUAL ? found == UCOL_LESS : one.id < other.id;
  });
  return all;
}

bool is_zone(std::string_view id) {
  static const auto all = [] {
    auto sorted = ids(nullptr);
    std::ranges::sort(sorted);
    return sorted;
  }();
  return std::ranges::binary_search(all, id);
}

std::string zone_of_country(std::string_view country) {
  const auto region = region_named(country);
  if (!region) return {};
  auto there = ids(region->c_str());
  const auto in_europe = [](const std::string& id) { return id.starts_with("Europe/"); };
  if (std::ranges::any_of(there, in_europe)) std::erase_if(there, [&](const auto& id) { return !in_europe(id); });
  if (there.empty()) return {};
  std::ranges::sort(there);
  const bool one = std::ranges::all_of(there, [&](const auto& id) { return keep_the_same(there.front(), id); });
  return one ? there.front() : std::string{};
}

}  // namespace trivium::words
