#include "shape/json.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <limits>

namespace trivium::shape {

std::expected<Json, Flaws> parse(std::string_view text) {
  const auto refuse = [](std::string key, std::map<std::string, std::string> args = {}) {
    return std::unexpected{Flaws{Flaw{"", std::move(key), std::move(args)}}};
  };
  if (text.find('\0') != std::string_view::npos) return refuse("flaw.nul");
  if (!characters(text)) return refuse("flaw.not_utf8");
  constexpr int kDeepest = 64;
  bool too_deep = false;
  bool nul = false;
  const auto watch = [&](int depth, Json::parse_event_t event, Json& parsed) {
    using Event = Json::parse_event_t;
    too_deep = too_deep || (depth >= kDeepest && (event == Event::object_start || event == Event::array_start));
    const bool says = event == Event::key || event == Event::value;
    nul = nul || (says && parsed.is_string() && parsed.get_ref<const std::string&>().find('\0') != std::string::npos);
    return !too_deep && !nul;
  };
  try {
    Json document = Json::parse(text, watch);
    if (too_deep) return refuse("flaw.nested_too_deep");
    if (nul) return refuse("flaw.nul");  // written as \u0000
    return document;
  } catch (const Json::parse_error& trouble) {
    return refuse("flaw.broken_json", {{"byte", fmt::to_string(trouble.byte)}});
  } catch (const Json::out_of_range&) {
    return refuse("flaw.number_too_large");
  }
}

namespace reading {
namespace {

std::string escaped(std::string_view key) {
  std::string text;
  for (const char c : key) {
    if (c == '~') text += "~0";
    else if (c == '/') text += "~1";
    else text += c;
  }
  return text;
}

// A number as a person types it: a comma for the decimal sign is accepted.
template <class Number>
std::optional<Number> typed(const std::string& text) {
  std::string plain = trimmed(text);
  if constexpr (std::floating_point<Number>) {
    if (const auto comma = plain.find(','); comma != std::string::npos && plain.find('.') == std::string::npos) {
      plain[comma] = '.';
    }
  }
  Number value{};
  const auto [end, trouble] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (plain.empty() || trouble != std::errc{} || end != plain.data() + plain.size()) return std::nullopt;
  if constexpr (std::floating_point<Number>) {
    if (!std::isfinite(value)) return std::nullopt;  // "nan", "inf"
  }
  return value;
}

template <class Number>
bool number_into(const Json& given, const Place& place, Number& value) {
  if (place.wire == Wire::form && given.is_string()) {
    const auto number = typed<Number>(given.get<std::string>());
    if (!number) place.note("flaw.not_a_number");
    value = number.value_or(Number{});
    return number.has_value();
  }
  const bool fits = std::floating_point<Number> ? given.is_number() : given.is_number_integer();
  if (!fits) {
    place.note("flaw.not_a_number");
    return false;
  }
  if constexpr (std::integral<Number>) {
    if (given.is_number_unsigned() &&
        given.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<Number>::max())) {
      place.note("flaw.number_too_large");
      return false;
    }
    const auto wide = given.get<std::int64_t>();
    if (wide > std::numeric_limits<Number>::max() || wide < std::numeric_limits<Number>::min()) {
      place.note("flaw.number_too_large");
      return false;
    }
  }
  value = given.get<Number>();
  return true;
}

}  // namespace

Place Place::at(std::string_view member) const { return {pointer + "/" + escaped(member), wire, flaws}; }
Place Place::at(std::size_t index) const { return {fmt::format("{}/{}", pointer, index), wire, flaws}; }
void Place::note(std::string key, std::map<std::string, std::string> args) const {
  flaws.push_back({pointer, std::move(key), std::move(args)});
}

bool blank(const Json& given, Wire wire) {
  return given.is_null() || (wire == Wire::form && given.is_string() && given.get_ref<const std::string&>().empty());
}

bool into(const Json& given, const Place& place, std::string& value) {
  if (!given.is_string()) {
    place.note("flaw.not_a_text");
    return false;
  }
  const auto& text = given.get_ref<const std::string&>();
  if (!characters(text)) {
    place.note("flaw.not_utf8");
    return false;
  }
  if (text.find('\0') != std::string::npos) {
    place.note("flaw.nul");
    return false;
  }
  value = place.wire == Wire::form ? with_plain_line_ends(text) : text;
  if (const auto length = characters(value).value_or(0); length > kLongestText) {
    place.note("flaw.too_long", {{"limit", fmt::to_string(kLongestText)}, {"given", fmt::to_string(length)}});
    return false;
  }
  return true;
}

bool into(const Json& given, const Place& place, std::int64_t& value) { return number_into(given, place, value); }
bool into(const Json& given, const Place& place, int& value) { return number_into(given, place, value); }
bool into(const Json& given, const Place& place, double& value) { return number_into(given, place, value); }

bool into(const Json& given, const Place& place, bool& value) {
  if (given.is_boolean()) {
    value = given.get<bool>();
    return true;
  }
  if (place.wire == Wire::form && given.is_string()) {
    value = !given.get_ref<const std::string&>().empty();
    return true;
  }
  place.note("flaw.not_yes_or_no");
  return false;
}

bool into(const Json& given, const Place& place, Date& value) {
  std::string text;
  if (!into(given, place, text)) return false;
  const auto date = read_date(text);
  if (!date) place.note("flaw.not_a_date", {{"given", text}});
  value = date.value_or(Date{});
  return date.has_value();
}

bool into(const Json& given, const Place& place, Instant& value) {
  std::string text;
  if (!into(given, place, text)) return false;
  const auto when = read_instant(text);
  if (!when) place.note("flaw.not_a_date", {{"given", text}});
  value = when.value_or(Instant{});
  return when.has_value();
}

bool into(const Json& given, const Place& place, Bytes& value) {
  auto bytes = given.is_string() ? from_base64(given.get_ref<const std::string&>()) : std::nullopt;
  if (!bytes) place.note("flaw.not_a_file");
  value.bytes = std::move(bytes).value_or("");
  return !value.bytes.empty();
}

bool into_id(const Json& given, const Place& place, std::string& value) {
  std::string text;
  if (!into(given, place, text)) return false;
  if (!is_uuid(text)) {
    place.note("flaw.not_an_id");
    return false;
  }
  value = std::move(text);
  return true;
}

}  // namespace reading
}  // namespace trivium::shape
