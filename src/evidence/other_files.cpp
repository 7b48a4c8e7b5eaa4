#include "evidence/other_files.hpp"

#include "evidence/ending.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace trivium::evidence {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

bool is_letter(char sign) { return std::isalpha(static_cast<unsigned char>(sign)) != 0; }

// The line under the header of a drawn table: "| --- | :-: |".
bool draws_a_table(std::string_view line) {
  return line.contains("---") && line.contains('|') && line.find_first_not_of("|-: \r") == std::string_view::npos;
}

// Workbooks of LibreOffice (.ods), which say first what they are, and of Numbers, which have such a part.
bool packed_sheets(std::string_view begin) {
  constexpr std::size_t kLooked = std::size_t{1} << 20;
  begin = begin.substr(0, kLooked);
  return begin.substr(0, 256).contains("opendocument.spreadsheet") || begin.contains("Index/Document.iwa");
}

}  // namespace

std::string_view packed_or_binary(std::string_view begin) {
  using namespace std::literals;
  constexpr std::array kPacked{"\x1f\x8b"sv, "BZh"sv, "\xfd\x37zXZ"sv, "\x28\xb5\x2f\xfd"sv, "7z\xbc\xaf"sv};
  if (std::ranges::any_of(kPacked, [&](auto sign) { return begin.starts_with(sign); })) return "evidence.packed";
  if (begin.starts_with("PK\x03\x04")) return packed_sheets(begin) ? "evidence.other_workbook" : "evidence.zip";
  if (begin.starts_with("\xd0\xcf\x11\xe0")) return "evidence.no_workbook";  // .xls
  if (begin.starts_with("PAR1")) return "evidence.named_otherwise";
  // Text of UTF-16 begins with its mark, and has a NUL in every second byte.
  if (begin.starts_with("\xff\xfe") || begin.starts_with("\xfe\xff") || begin.substr(0, 1'000).contains('\0'))
    return "evidence.no_text";
  return {};
}

std::string_view other_text(std::string_view begin) {
  constexpr std::size_t kLooked = 4'096;
  begin = begin.substr(0, kLooked);
  for (auto rest = begin; !rest.empty();) {
    const auto line = rest.substr(0, rest.find('\n'));
    if (draws_a_table(line)) return "evidence.markdown";
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
  }
  begin.remove_prefix(std::min(begin.size(), begin.find_first_not_of(kBlanks)));
  if (begin.size() < 2) return {};
  const auto first = lower_case(std::string{begin.substr(0, 64)});
  if (first.starts_with("<!doctype html") || first.starts_with("<html")) return "evidence.web_page";
  if (begin[0] == '<' && (begin[1] == '?' || begin[1] == '!' || is_letter(begin[1]))) return "evidence.xml";
  if (begin[0] == '{' || begin[0] == '[') return "evidence.json";
  return {};
}

}  // namespace trivium::evidence
