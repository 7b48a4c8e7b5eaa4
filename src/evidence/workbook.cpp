#include "evidence/workbook.hpp"

#include "evidence/cell_formats.hpp"
#include "evidence/field.hpp"
#include "evidence/refused.hpp"
#include "evidence/xml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <fstream>
#include <iterator>

namespace trivium::evidence {
namespace {

constexpr std::uint32_t kMostRows = 1'048'576;
constexpr std::uint32_t kMostColumns = 16'384;

struct Place {
  std::uint32_t row;     // from 1
  std::uint32_t column;  // from 0
};

// "AB12". Nothing where no sheet has such a place.
std::optional<Place> place_in(std::string_view name) {
  std::uint32_t column = 0;
  std::size_t at = 0;
  for (; at < name.size() && name[at] >= 'A' && name[at] <= 'Z' && column <= kMostColumns; ++at)
    column = column * 26 + static_cast<std::uint32_t>(name[at] - 'A' + 1);
  std::uint32_t row = 0;
  const auto* end = name.data() + name.size();
  const auto read = std::from_chars(name.data() + at, end, row);
  if (at == 0 || read.ec != std::errc{} || read.ptr != end) return std::nullopt;
  if (row == 0 || row > kMostRows || column > kMostColumns) return std::nullopt;
  return Place{.row = row, .column = column - 1};
}

std::optional<Merged> merged_in(std::string_view range) {
  const auto colon = range.find(':');
  const auto first = place_in(range.substr(0, colon));
  const auto last = colon == std::string_view::npos ? first : place_in(range.substr(colon + 1));
  if (!first || !last || last->row < first->row || last->column < first->column) return std::nullopt;
  return Merged{first->row, first->column, last->row, last->column};
}

// The words of a text that may be in several pieces, each in another type; without signs of how it is pronounced.
std::string words_of(const pugi::xml_node& text) {
  std::string all;
  for (const auto& piece : text) {
    const auto name = local(piece.name());
    if (name == "t") all += piece.text().get();
    if (name == "r") all += child(piece, "t").text().get();
  }
  return all;
}

std::string as_stored(double number) {
  constexpr double kWholeUpTo = 1e15;
  if (number == std::floor(number) && std::abs(number) < kWholeUpTo) return fmt::format("{:.0f}", number);
  return fmt::format("{}", number);
}

// Days are counted from a year that was believed to be a leap year: before its March they are one off, and its 29th of
// February never was. A time of day stays beside the day, so that it is not taken for one.
std::string day_of(double number, SheetParts::Epoch epoch) {
  using std::chrono::days;
  using std::chrono::sys_days;
  using std::chrono::year;
  constexpr double kLast = 2'958'465;  // 9999-12-31
  constexpr double kNoDay = 60;
  if (!(number >= 0 && number <= kLast)) return as_stored(number);
  const auto whole = std::floor(number);
  if (epoch == SheetParts::Epoch::year_1900 && whole == kNoDay) return "1900-02-29";
  const auto first = epoch == SheetParts::Epoch::year_1904 ? sys_days{year{1904} / 1 / 1}
                     : whole < kNoDay                      ? sys_days{year{1899} / 12 / 31}
                                                           : sys_days{year{1899} / 12 / 30};
  const std::chrono::year_month_day day{first + days{static_cast<int>(whole)}};
  auto text = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                          static_cast<unsigned>(day.day()));
  if (number != whole) text += fmt::format(" + {}", number - whole);
  return text;
}

class SheetReader {
 public:
  SheetReader(std::vector<std::string> strings, std::vector<bool> days, SheetParts::Epoch epoch)
      : strings_{std::move(strings)}, days_{std::move(days)}, epoch_{epoch} {}

  // Nothing where a row or cell stands where none can be.
  std::optional<Sheet> read(const pugi::xml_node& worksheet) const {
    Sheet sheet;
    std::uint32_t number = 0;
    for (const auto& row : child(worksheet, "sheetData")) {
      if (local(row.name()) != "row") continue;
      const auto said = row.attribute("r").as_ullong(number + 1ULL);
      if (said <= number || said > kMostRows) return std::nullopt;
      number = static_cast<std::uint32_t>(said);
      SheetRow made{.number = number, .cells = {}};
      if (!read(row, made)) return std::nullopt;
      if (!made.cells.empty()) sheet.rows.push_back(std::move(made));
    }
    for (const auto& one : child(worksheet, "mergeCells")) {
      const auto merged = merged_in(one.attribute("ref").as_string());
      if (!merged) return std::nullopt;
      sheet.merged.push_back(*merged);
    }
    return sheet;
  }

 private:
  bool read(const pugi::xml_node& row, SheetRow& made) const {
    std::uint32_t next = 0;
    for (const auto& one : row) {
      if (local(one.name()) != "c") continue;
      std::uint32_t column = next;
      if (const auto name = one.attribute("r")) {
        const auto place = place_in(name.as_string());
        if (!place || place->row != made.number || place->column < next) return false;
        column = place->column;
      }
      if (column >= kMostColumns) return false;
      next = column + 1;
      auto cell = cell_of(one, column);
      if (!trimmed(cell.text).empty()) made.cells.push_back(std::move(cell));
    }
    return true;
  }

  SheetCell cell_of(const pugi::xml_node& cell, std::uint32_t column) const {
    using Holds = SheetCell::Holds;
    const std::string_view type = cell.attribute("t").as_string("n");
    const auto value = child(cell, "v");
    if (type == "inlineStr") return {column, Holds::text, words_of(child(cell, "is"))};
    const std::string stored = value.text().get();
    if (stored.empty() && type != "str") {
      const auto formula = child(cell, "f");
      if (!formula) return {column, Holds::text, {}};
      return {column, Holds::broken, std::string{"="} + formula.text().get()};
    }
    if (type == "s") {
      std::size_t place = 0;
      const auto read = std::from_chars(stored.data(), stored.data() + stored.size(), place);
      if (read.ec != std::errc{} || place >= strings_.size()) return {column, Holds::broken, stored};
      return {column, Holds::text, strings_[place]};
    }
    if (type == "b") return {column, Holds::text, stored == "1" ? "TRUE" : "FALSE"};
    if (type == "d") return {column, Holds::day, stored.ends_with("T00:00:00") ? stored.substr(0, 10) : stored};
    if (type == "e") return {column, Holds::broken, stored};
    if (type != "n") return {column, Holds::text, stored};
    double number = 0;
    const auto* end = stored.data() + stored.size();
    const auto read = std::from_chars(stored.data(), end, number);
    if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(number)) return {column, Holds::broken, stored};
    const auto style = cell.attribute("s").as_ullong(0);
    if (style < days_.size() && days_[style]) return {column, Holds::day, day_of(number, epoch_)};
    return {column, Holds::number, as_stored(number)};
  }

  std::vector<std::string> strings_;
  std::vector<bool> days_;
  SheetParts::Epoch epoch_;
};

// The root of a part; the document holds it.
std::optional<pugi::xml_node> root(pugi::xml_document& document, std::string& text, std::string_view name) {
  if (!document.load_buffer_inplace(text.data(), text.size())) return std::nullopt;
  const auto found = child(document, name);
  return found ? std::optional{found} : std::nullopt;
}

}  // namespace

std::expected<Sheet, shape::Flaws> sheet(SheetParts parts) {
  std::vector<std::string> strings;
  std::vector<bool> days;
  if (!parts.strings.empty()) {
    pugi::xml_document document;
    const auto table = root(document, parts.strings, "sst");
    if (!table) return refused("evidence.no_workbook");
    for (const auto& one : *table) {
      if (local(one.name()) == "si") strings.push_back(words_of(one));
    }
  }
  if (!parts.styles.empty()) {
    pugi::xml_document document;
    const auto styles = root(document, parts.styles, "styleSheet");
    if (!styles) return refused("evidence.no_workbook");
    days = formats_of_days(*styles);
  }
  pugi::xml_document document;
  const auto worksheet = root(document, parts.sheet, "worksheet");
  if (!worksheet) return refused("evidence.no_workbook");
  auto made = SheetReader{std::move(strings), std::move(days), parts.epoch}.read(*worksheet);
  if (!made) return refused("evidence.no_workbook");
  return std::move(*made);
}

std::expected<Sheet, shape::Flaws> sheet(const std::filesystem::path& file, const std::optional<std::string>& name) {
  std::error_code unknown;
  const auto size = std::filesystem::file_size(file, unknown);
  std::ifstream bytes{file, std::ios::binary};
  if (!bytes || unknown) return refused("evidence.no_file");
  if (size > Parts::kLargestFile) return refused("evidence.workbook_too_large");
  auto parts = Parts::opened({std::istreambuf_iterator<char>{bytes}, {}});
  if (!parts) return std::unexpected{parts.error()};
  return sheet(*parts, name);
}

}  // namespace trivium::evidence
