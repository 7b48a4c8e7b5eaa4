#include "evidence/field.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstring>
#include <string>
#include <utility>

namespace trivium::evidence {
namespace {

bool digit(char letter) { return letter >= '0' && letter <= '9'; }
bool letter_of_flag(char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'); }

// The cell with '.' for the decimal mark and without thousands marks, in room that the caller gives. Thousands have to
// stand in groups of three before the decimal mark, all of them or none.
struct Plain {
  std::array<char, 64> room;
  std::string_view text{};
};

std::expected<void, Reason> plain(std::string_view cell, NumberStyle style, Plain& made) {
  if (cell.empty()) return std::unexpected{Reason::not_a_number};
  if (cell.size() > made.room.size())
    return std::unexpected{std::ranges::any_of(cell, letter_of_flag) ? Reason::not_a_number : Reason::too_large};
  std::size_t length = 0;
  std::size_t digits = 0;  // since the sign or the last thousands mark
  bool grouped = false;
  bool fraction = false;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const char letter = cell[i];
    if (digit(letter)) {
      ++digits;
      made.room[length++] = letter;
    } else if (letter == style.decimal_mark && !fraction) {
      if (grouped && digits != 3) return std::unexpected{Reason::thousands};
      fraction = true;
      made.room[length++] = '.';
    } else if (style.thousands_mark != '\0' && letter == style.thousands_mark && !fraction) {
      if (digits == 0 || digits > 3 || (grouped && digits != 3)) return std::unexpected{Reason::thousands};
      grouped = true;
      digits = 0;
    } else if ((letter == '-' || letter == '+') && i == 0) {
      if (letter == '-') made.room[length++] = letter;
    } else if ((letter == 'e' || letter == 'E') && length > 0 && !grouped) {
      // The rest is an exponent; what is wrong with it shows in reading.
      if (cell.find_first_not_of("0123456789+-", i + 1) != std::string_view::npos)
        return std::unexpected{Reason::not_a_number};
      for (; i < cell.size(); ++i) made.room[length++] = cell[i];
      fraction = true;
    } else {
      return std::unexpected{Reason::not_a_number};
    }
  }
  if (grouped && !fraction && digits != 3) return std::unexpected{Reason::thousands};
  made.text = {made.room.data(), length};
  return {};
}

// "02-Mar", "Mar-02", "02. Mrz": what a spreadsheet makes of 2-3, in English, Spanish and German. Only the first letter
// may be a capital, as no spreadsheet writes MAR, and MAR-02 is a code.
bool day_of_a_month(std::string_view cell) {
  constexpr std::string_view kMonths =
      "jan feb mar apr may jun jul aug sep oct nov dec ene abr ago dic mrz mai okt dez ";
  if (cell.size() > 7) return false;
  const auto dash = cell.find_first_of("-.");
  if (dash == std::string_view::npos) return false;
  auto day = cell.substr(0, dash);
  auto month = cell.substr(dash + (cell[dash] == '.' && cell.substr(dash).starts_with(". ") ? 2 : 1));
  if (cell[dash] == '.' && !cell.substr(dash).starts_with(". ")) return false;
  if (!day.empty() && letter_of_flag(day.front())) std::swap(day, month);
  if (day.empty() || day.size() > 2 || !std::ranges::all_of(day, digit) || month.size() != 3) return false;
  std::string small{month};
  if (!letter_of_flag(small.front())) return false;
  small.front() = static_cast<char>(small.front() | 0x20);
  return kMonths.contains(small + ' ');
}

}  // namespace

Field<std::int64_t> whole(std::string_view cell, NumberStyle style) {
  // Nearly all cells are nothing but a few digits.
  if (!cell.empty() && cell.size() < 19) {
    std::int64_t value = 0;
    std::size_t i = 0;
    for (; i < cell.size() && digit(cell[i]); ++i) value = 10 * value + (cell[i] - '0');
    if (i == cell.size()) return value;
  }
  Plain made;
  if (const auto fine = plain(cell, style, made); !fine)
    return std::unexpected{fine.error() == Reason::not_a_number ? Reason::not_whole : fine.error()};
  auto text = made.text;
  if (text.ends_with(".0")) text.remove_suffix(2);
  std::int64_t value = 0;
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.begin(), end, value);
  if (read.ec == std::errc::result_out_of_range) return std::unexpected{Reason::too_large};
  if (read.ec != std::errc{} || read.ptr != end) return std::unexpected{Reason::not_whole};
  return value;
}

Field<double> number(std::string_view cell, NumberStyle style) {
  Plain made;
  if (const auto fine = plain(cell, style, made); !fine) return std::unexpected{fine.error()};
  double value = 0;
  const auto* end = made.text.data() + made.text.size();
  const auto read = std::from_chars(made.text.begin(), end, value);
  if (read.ec == std::errc::result_out_of_range) return std::unexpected{Reason::too_large};
  if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(value)) return std::unexpected{Reason::not_a_number};
  return value;
}

Field<double> share(std::string_view cell, NumberStyle style) {
  const bool per_cent = cell.ends_with('%');
  if (per_cent) {
    cell.remove_suffix(1);
    cell = trimmed(cell);
  }
  const auto read = number(cell, style);
  if (!read) return read;
  const double value = per_cent ? *read / 100 : *read;
  if (value < 0 || value > 1) return std::unexpected{Reason::not_a_share};
  return value;
}

Field<std::int32_t> date(std::string_view cell, DateOrder order) {
  std::array<unsigned, 3> parts{};
  std::array<unsigned, 3> lengths{};
  std::size_t part = 0;
  char between = '\0';
  for (const char letter : cell) {
    if (digit(letter)) {
      parts[part] = 10 * parts[part] + static_cast<unsigned>(letter - '0');
      if (++lengths[part] > 4) return std::unexpected{Reason::not_a_date};
    } else if ((letter == '-' || letter == '/' || letter == '.') && part < 2 &&
               (between == '\0' || letter == between)) {
      between = letter;
      ++part;
    } else {
      return std::unexpected{Reason::not_a_date};
    }
  }
  const std::size_t year_at = order == DateOrder::year_month_day ? 0 : 2;
  const std::size_t month_at = order == DateOrder::month_day_year ? 0 : 1;
  const std::size_t day_at = 3 - year_at - month_at;
  // Two letters of a year could be of any century.
  if (part != 2 || lengths[year_at] != 4 || lengths[month_at] == 0 || lengths[month_at] > 2 || lengths[day_at] == 0 ||
      lengths[day_at] > 2)
    return std::unexpected{Reason::not_a_date};
  using namespace std::chrono;
  const year_month_day day{year{static_cast<int>(parts[year_at])}, month{parts[month_at]},
                           std::chrono::day{parts[day_at]}};
  if (!day.ok()) return std::unexpected{Reason::not_a_date};
  if (day == 1900y / January / 1 || day == 1899y / December / 30 || day.year() == 9999y)
    return std::unexpected{Reason::date_placeholder};
  return static_cast<std::int32_t>(sys_days{day}.time_since_epoch().count());
}

Field<std::string_view> code(std::string_view cell, const std::vector<unsigned>& digits) {
  const auto count = static_cast<unsigned>(std::ranges::count_if(cell, digit));
  // A spreadsheet took the code for a number: 84200.0, 1.1E+05. No code list has three digits before a point and one 0.
  const auto point = cell.find('.');
  const bool only_digits = cell.find_first_not_of("0123456789.") == std::string_view::npos;
  if (only_digits && point != std::string_view::npos && point >= 3 && cell.substr(point) == ".0")
    return std::unexpected{Reason::code_spoiled};
  if (point == 1 && cell.find("E+") != std::string_view::npos && digit(cell.front()))
    return std::unexpected{Reason::code_spoiled};
  if (day_of_a_month(cell)) return std::unexpected{Reason::code_spoiled};
  if (!digits.empty() && std::ranges::find(digits, count) == digits.end()) return std::unexpected{Reason::code_length};
  return cell;
}

std::string_view trimmed(std::string_view cell) {
  const auto blank = [](char letter) { return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n'; };
  const std::string_view unbroken = "\xc2\xa0";
  for (;;) {
    if (!cell.empty() && blank(cell.front())) cell.remove_prefix(1);
    else if (!cell.empty() && blank(cell.back())) cell.remove_suffix(1);
    else if (cell.starts_with(unbroken)) cell.remove_prefix(2);
    else if (cell.ends_with(unbroken)) cell.remove_suffix(2);
    else return cell;
  }
}

bool needs_collapsing(std::string_view words) {
  bool blank = false;
  for (const char letter : words) {
    const bool now = letter == ' ';
    if ((now && blank) || letter == '\n' || letter == '\r' || letter == '\t' || letter == '\xc2') return true;
    blank = now;
  }
  return false;
}

std::string collapsed(std::string_view words) {
  std::string made;
  bool blank = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto rest = words.substr(i);
    if (rest.starts_with("\xc2\xad")) {  // a soft hyphen
      ++i;
    } else if (rest.starts_with("\xc2\xa0")) {
      ++i;
      blank = true;
    } else if (rest.front() == ' ' || rest.front() == '\n' || rest.front() == '\r' || rest.front() == '\t') {
      blank = true;
    } else {
      if (blank && !made.empty()) made += ' ';
      blank = false;
      made += rest.front();
    }
  }
  return made;
}

Field<std::string> from_latin1(std::string_view bytes) {
  std::string made;
  for (const char letter : bytes) {
    const auto byte = static_cast<unsigned char>(letter);
    if (byte >= 0x80 && byte < 0xa0) return std::unexpected{Reason::not_latin1};
    if (byte < 0x80) {
      made += letter;
    } else {
      made += static_cast<char>(0xc0 | (byte >> 6));
      made += static_cast<char>(0x80 | (byte & 0x3f));
    }
  }
  return made;
}

Flagged flagged(std::string_view cell) {
  std::size_t end = cell.size();
  while (end > 0 && letter_of_flag(cell[end - 1])) --end;
  return {.value = trimmed(cell.substr(0, end)), .letters = cell.substr(end)};
}

}  // namespace trivium::evidence
