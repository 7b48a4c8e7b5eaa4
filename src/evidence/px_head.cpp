#include "evidence/px_head.hpp"

#include "evidence/field.hpp"
#include "evidence/px_keywords.hpp"
#include "evidence/px_letters.hpp"
#include "evidence/refused.hpp"

#include <algorithm>
#include <cctype>
#include <limits>
#include <optional>

namespace trivium::evidence {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
// The format knows 16 variables, and the largest tables say what they are in a few MiB.
constexpr std::size_t kMostVariables = 100;
constexpr std::size_t kLongestHead = std::size_t{32} << 20;

using Texts = std::vector<std::string>;  // as they stand in the file
using OfVariables = std::vector<std::pair<std::string, Texts>>;

// The records that are needed, before it is known in what letters they are.
struct Found {
  std::string charset{};
  std::string codepage{};
  std::optional<Texts> stub{};
  std::optional<Texts> heading{};
  OfVariables values{};
  OfVariables codes{};
  std::array<std::string, PxHead::kSymbols> points{};
};

std::string of(std::string_view keyword, std::string_view variable) {
  return std::string{keyword} + "(\"" + std::string{variable} + "\")";
}

// Texts of a variable, by its name; nothing where there are none.
Texts* find(OfVariables& all, const std::string& variable) {
  const auto found = std::ranges::find(all, variable, &OfVariables::value_type::first);
  return found == all.end() ? nullptr : &found->second;
}

std::expected<void, shape::Flaws> note(PxRecord& record, Found& found) {
  const auto& keyword = record.keyword;
  const auto twice = [](std::string_view what) { return refused("evidence.px_twice", {{"keyword", shown(what)}}); };
  if (keyword == "KEYS") return refused("evidence.px_keys");
  if (!record.language.empty()) return {};
  const auto first = record.values.empty() ? std::string{} : std::string{trimmed(record.values.front())};
  if (keyword == "CHARSET") found.charset = first;
  else if (keyword == "CODEPAGE") found.codepage = first;
  else if (keyword == "STUB" || keyword == "HEADING") {
    auto& list = keyword == "STUB" ? found.stub : found.heading;
    if (list) return twice(keyword);
    const bool none = record.values.size() == 1 && first.empty();
    list = none ? Texts{} : std::move(record.values);
  } else if ((keyword == "VALUES" || keyword == "CODES") && record.keys.size() == 1) {
    auto& all = keyword == "VALUES" ? found.values : found.codes;
    if (find(all, record.keys.front()) != nullptr) return twice(of(keyword, record.keys.front()));
    if (all.size() == kMostVariables) return refused("evidence.px_too_large");
    all.emplace_back(std::move(record.keys.front()), std::move(record.values));
  } else if (keyword.starts_with("DATASYMBOL") && keyword.size() == 11) {
    const auto which = static_cast<std::size_t>(static_cast<unsigned char>(keyword.back() - '1'));
    if (which < found.points.size()) found.points[which] = first;
  }
  return {};
}

std::expected<PxLetters, shape::Flaws> letters_of(const Found& found, std::string_view head, Letters said) {
  auto capitals = found.charset;
  std::ranges::transform(capitals, capitals.begin(),
                         [](unsigned char sign) { return static_cast<char>(std::toupper(sign)); });
  const auto& named = found.codepage.empty() && capitals != "ANSI" ? found.charset : found.codepage;
  const bool ascii = std::ranges::all_of(head, [](char sign) { return static_cast<unsigned char>(sign) < 0x80; });
  const auto letters = named.empty() ? std::nullopt : px_letters(named);
  if (ascii) return PxLetters::utf8;
  if (letters) return *letters;
  if (!named.empty()) return refused("evidence.px_letters", {{"codepage", shown(named)}});
  if (valid_utf8(head)) return PxLetters::utf8;
  if (!found.charset.empty() || said == Letters::latin1) return PxLetters::windows1252;
  return refused("evidence.px_dos");
}

std::optional<std::string> tidy(std::string_view bytes, PxLetters letters) {
  const auto text = as_utf8(bytes, letters);
  return text ? std::optional{collapsed(trimmed(*text))} : std::nullopt;
}

std::expected<Texts, shape::Flaws> tidy(Texts texts, PxLetters letters) {
  for (auto& text : texts) {
    auto one = tidy(std::string_view{text}, letters);
    if (!one) return refused("evidence.px_not_its_letters", {{"value", shown(text)}});
    text = std::move(*one);
  }
  return texts;
}

// Both with the names as they are kept, since the same name may be broken over lines elsewhere.
std::expected<OfVariables, shape::Flaws> tidy(OfVariables all, PxLetters letters) {
  for (auto& [name, texts] : all) {
    auto names = tidy(Texts{name}, letters);
    if (!names) return std::unexpected{names.error()};
    name = std::move(names->front());
    auto tidied = tidy(std::move(texts), letters);
    if (!tidied) return std::unexpected{tidied.error()};
    texts = std::move(*tidied);
  }
  return all;
}

std::expected<std::vector<PxVariable>, shape::Flaws> variables(Found& found, PxLetters letters) {
  auto names = std::move(found.stub).value_or(Texts{});
  for (auto& name : found.heading.value_or(Texts{})) names.push_back(name);
  if (names.empty()) return refused("evidence.px_wanting", {{"keyword", "STUB"}});
  if (names.size() > kMostVariables) return refused("evidence.px_too_large");
  const auto all = tidy(std::move(names), letters);
  auto values = tidy(std::move(found.values), letters);
  auto codes = tidy(std::move(found.codes), letters);
  if (!all) return std::unexpected{all.error()};
  if (!values) return std::unexpected{values.error()};
  if (!codes) return std::unexpected{codes.error()};
  std::vector<PxVariable> made;
  for (const auto& name : *all) {
    if (std::ranges::find(made, name, &PxVariable::name) != made.end())
      return refused("evidence.px_twice", {{"keyword", shown(name)}});
    auto* const texts = find(*values, name);
    if (texts == nullptr) return refused("evidence.px_wanting", {{"keyword", shown(of("VALUES", name))}});
    auto* const of_them = find(*codes, name);
    if (of_them != nullptr && of_them->size() != texts->size())
      return refused("evidence.px_codes", {{"column", shown(name)},
                                           {"values", std::to_string(texts->size())},
                                           {"codes", std::to_string(of_them->size())}});
    made.push_back(
        {.name = name, .texts = std::move(*texts), .codes = of_them == nullptr ? Texts{} : std::move(*of_them)});
  }
  return made;
}

}  // namespace

bool begins_as_px(std::string_view text) {
  constexpr std::array<std::string_view, 14> kFirst{
      "AXIS-VERSION", "CHARSET", "CODEPAGE", "CONTENTS",     "CREATION-DATE", "DECIMALS", "DESCRIPTION",
      "LANGUAGE",     "MATRIX",  "STUB",     "SUBJECT-AREA", "SUBJECT-CODE",  "TABLEID",  "TITLE"};
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  text.remove_prefix(std::min(text.size(), text.find_first_not_of(" \t\r\n")));
  const auto end = text.find_first_of("=[");
  if (end == std::string_view::npos || std::ranges::find(kFirst, trimmed(text.substr(0, end))) == kFirst.end())
    return false;
  const auto equals = text.find('=', end);
  if (equals == std::string_view::npos) return false;
  const auto value = text.find_first_not_of(" \t\r\n", equals + 1);
  return value != std::string_view::npos &&
         (text[value] == '"' || std::isdigit(static_cast<unsigned char>(text[value])) != 0);
}

std::expected<PxHead, shape::Flaws> px_head(std::string_view text, Letters said) {
  const auto marked = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  text.remove_prefix(marked);
  const auto looked = text.substr(0, kLongestHead);
  PxRecords records{looked};
  Found found;
  using Next = PxRecords::Next;
  for (auto met = records.next(); met != Next::data; met = records.next()) {
    const auto line = records.line();
    const bool cut = looked.size() < text.size() && records.read() == looked.size();
    if (cut || met == Next::too_many) return refused("evidence.px_too_large");
    if (met == Next::broken) return refused_at(line, "evidence.px_broken");
    if (met == Next::behind_quote) {
      const auto rest = looked.substr(records.read());
      return refused_at(line, "evidence.quote", {{"value", shown(rest.substr(0, rest.find_first_of("\r\n")))}});
    }
    if (met == Next::open_quote) return refused_at(line, "evidence.open_quote");
    if (met == Next::nothing) return refused("evidence.px_wanting", {{"keyword", "DATA"}});
    if (auto noted = note(records.record(), found); !noted) return std::unexpected{std::move(noted.error())};
  }
  auto letters = marked != 0 ? PxLetters::utf8 : letters_of(found, text.substr(0, records.read()), said);
  if (!letters) return std::unexpected{letters.error()};
  auto made = variables(found, *letters);
  if (!made) return std::unexpected{made.error()};
  PxHead head{.variables = std::move(*made), .data = marked + records.read(), .line = records.line()};
  // A remark about a sign is no reason to refuse a table.
  for (std::size_t i = 0; i < found.points.size(); ++i)
    head.points[i] = tidy(std::string_view{found.points[i]}, *letters).value_or(std::string{});
  return head;
}

std::uint64_t cells_wanted(const PxHead& head) {
  constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t cells = 1;
  for (const auto& variable : head.variables) {
    const std::uint64_t values = variable.texts.size();
    if (cells > kMost / values) return kMost;
    cells *= values;
  }
  return cells;
}

}  // namespace trivium::evidence
