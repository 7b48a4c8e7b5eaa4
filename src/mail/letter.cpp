#include "mail/letter.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace trivium::mail {
namespace {

constexpr std::size_t kLine = 76;
constexpr std::size_t kBytesOfAWord = 42;  // in base64 56 characters, with =?UTF-8?B? and ?= 68

std::string base64(std::string_view bytes) {
  std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                    sodium_base64_VARIANT_ORIGINAL);
  text.pop_back();  // the terminating NUL it counts in
  return text;
}

std::string in_lines(const std::string& text) {
  std::string lines;
  for (std::size_t from = 0; from < text.size(); from += kLine) lines += text.substr(from, kLine) + "\r\n";
  return lines;
}

bool plain(const std::string& text) {
  return text.size() <= kBytesOfAWord && std::ranges::all_of(text, [](unsigned char c) {
           return c == ' ' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
         });
}

// Control characters become blanks: a head has none.
std::string on_one_line(std::string text) {
  std::ranges::replace_if(text, [](unsigned char c) { return c < ' ' || c == 0x7f; }, ' ');
  return text;
}

// As much as fits, no character torn in two.
std::size_t beginning(std::string_view text) {
  if (text.size() <= kBytesOfAWord) return text.size();
  std::size_t end = kBytesOfAWord;
  while (end > 1 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return end;
}

// "Sun, 29 Nov 2026 09:30:00 +0000": English in every language.
std::string date_line(const shape::Instant& now) {
  constexpr std::array<std::string_view, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = shape::days(shape::date_of(now));
  const std::chrono::year_month_day date{day};
  return fmt::format("{}, {:02} {} {} {} +0000", kDays.at(std::chrono::weekday{day}.c_encoding()),
                     static_cast<unsigned>(date.day()), kMonths.at(static_cast<unsigned>(date.month()) - 1),
                     static_cast<int>(date.year()), now.text.substr(11, 8));
}

std::string with_crlf(const std::string& text) {
  std::string lines;
  for (const char c : text) {
    if (c == '\n') lines += '\r';
    if (c != '\r') lines += c;
  }
  return lines;
}

}  // namespace

std::string encoded(const std::string& text) {
  std::string line = on_one_line(text);
  if (plain(line)) return line;
  std::string words;
  for (std::string_view rest = line; !rest.empty();) {
    const auto size = beginning(rest);
    words += (words.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64(rest.substr(0, size)) + "?=";
    rest.remove_prefix(size);
  }
  return words;
}

bool can_be_written_to(const std::string& address) {
  constexpr std::string_view kNever = "<>\"(),;:\\[]";
  return std::ranges::count(address, '@') == 1 && address.front() != '@' && address.back() != '@' &&
         address.size() <= 254 && std::ranges::all_of(address, [&](unsigned char c) {
           return c > ' ' && c < 0x7f && !kNever.contains(static_cast<char>(c));
         });
}

std::expected<std::string, std::string> written(const Letter& letter, const std::string& from,
                                                const shape::Instant& now) {
  for (const auto& address : {letter.to, from}) {
    if (!can_be_written_to(address)) return std::unexpected{"an address cannot be written to"};
  }
  const std::string name = encoded(letter.to_name);
  const std::string host = from.substr(from.find('@') + 1);
  return fmt::format(
      "From: Trivium <{}>\r\nTo: {}<{}>\r\nSubject: {}\r\nDate: {}\r\nMessage-ID: <{}@{}>\r\nMIME-Version: 1.0\r\n"
      "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\nContent-Language: {}\r\n"
      "Auto-Submitted: auto-generated\r\n\r\n{}",
      from, name.empty() ? "" : name + " ", letter.to, encoded(letter.subject), date_line(now), letter.id, host,
      letter.language, in_lines(base64(with_crlf(letter.text))));
}

}  // namespace trivium::mail
