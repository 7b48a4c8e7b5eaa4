#include "api/numbers_reading.hpp"

#include "evidence/csv.hpp"
#include "evidence/field.hpp"
#include "evidence/header.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace trivium::api {
namespace {

using evidence::Column;
using evidence::Reason;
using stage::YearOf;

constexpr std::array<std::string_view, 14> kColumns{
    "year",           "firms",        "entries",      "exits",       "young",         "jobs",     "larger_firms",
    "larger_entries", "larger_exits", "larger_young", "larger_jobs", "concentration", "one_firm", "one_buyer"};
constexpr std::int64_t kFirstYear = 1900;
constexpr std::int64_t kLastYear = 2200;

Column column(std::string_view name) {
  return {.name = std::string{name}, .header = std::string{name}, .kind = evidence::Kind::text};
}

std::optional<double>* place_in(YearOf& year, std::string_view name) {
  if (name == "firms") return &year.cluster.firms;
  if (name == "entries") return &year.cluster.entries;
  if (name == "exits") return &year.cluster.exits;
  if (name == "young") return &year.cluster.young;
  if (name == "jobs") return &year.cluster.jobs;
  if (name == "larger_firms") return &year.larger.firms;
  if (name == "larger_entries") return &year.larger.entries;
  if (name == "larger_exits") return &year.larger.exits;
  if (name == "larger_young") return &year.larger.young;
  if (name == "larger_jobs") return &year.larger.jobs;
  if (name == "concentration") return &year.concentration;
  if (name == "one_firm") return &year.one_firm;
  return &year.one_buyer;
}

bool is_share(std::string_view name) { return name == "concentration" || name == "one_firm" || name == "one_buyer"; }

// Not counted, kept back or not out yet: there is no number.
bool without_number(std::string_view cell) {
  return cell.empty() || cell == ":" || cell == ".." || cell == "-" || cell == "*";
}

class Reader {
 public:
  explicit Reader(triangle::DecimalMark decimal) {
    style_.decimal_mark = decimal == triangle::DecimalMark::comma ? ',' : '.';
  }

  // The years in the rows below the header.
  void read(std::string_view text, const evidence::Header& header, const std::vector<std::string>& names) {
    evidence::CsvRecords records{header.separator};
    row_ = header.rows;
    for (text.remove_prefix(header.length); !text.empty(); text.remove_prefix(records.length())) {
      if (records.next(text, evidence::More::ends_here) != evidence::CsvRecords::Next::record) {
        wrong("", text, Reason::quote);
        return;
      }
      ++row_;
      const auto& fields = records.fields();
      if (std::ranges::all_of(fields, [](auto field) { return evidence::trimmed(field).empty(); })) continue;
      if (fields.size() != names.size()) wrong("", std::to_string(fields.size()), Reason::fields);
      else read_year(fields, names);
    }
  }

  shape::Flaws& flaws() { return flaws_; }
  std::vector<YearOf>& years() { return years_; }

 private:
  void wrong(std::string column, std::string_view value, Reason reason) {
    auto flaw =
        evidence::flaw({.row = row_, .column = std::move(column), .value = evidence::shown(value), .reason = reason});
    flaw.pointer = "/numbers";
    flaws_.push_back(std::move(flaw));
  }

  void read_year(const std::vector<std::string_view>& fields, const std::vector<std::string>& names) {
    YearOf year{.year = 0};
    for (std::size_t at = 0; at < names.size(); ++at) {
      const auto cell = evidence::trimmed(fields[at]);
      if (names[at] == "year") {
        const auto number = evidence::whole(cell, style_);
        if (!number) wrong(names[at], cell, number.error());
        else if (*number < kFirstYear || *number > kLastYear) wrong(names[at], cell, Reason::out_of_range);
        else if (!met_.insert(*number).second)
          flaws_.push_back({"/numbers", "flaw.year_twice", {{"year", std::to_string(*number)}}});
        else year.year = static_cast<stage::Year>(*number);
      } else if (!without_number(cell)) {
        const auto number = is_share(names[at]) ? evidence::share(cell, style_) : evidence::number(cell, style_);
        if (!number) wrong(names[at], cell, number.error());
        else if (*number < 0) wrong(names[at], cell, Reason::out_of_range);
        else *place_in(year, names[at]) = *number;
      }
    }
    years_.push_back(year);
  }

  evidence::NumberStyle style_;
  std::uint64_t row_ = 0;
  std::set<std::int64_t> met_;
  std::vector<YearOf> years_;
  shape::Flaws flaws_;
};

// The names of all columns in the header's row, and what is wrong with them.
std::vector<std::string> names_in(std::string_view text, const evidence::Header& header, shape::Flaws& flaws) {
  evidence::CsvRecords records{header.separator};
  for (std::uint64_t row = 0; row < header.rows; ++row) {
    std::ignore = records.next(text, evidence::More::ends_here);
    text.remove_prefix(records.length());
  }
  std::vector<std::string> names;
  for (const auto field : records.fields()) {
    names.push_back(evidence::collapsed(evidence::trimmed(field)));
    if (std::ranges::find(kColumns, names.back()) == kColumns.end())
      flaws.push_back({"/numbers", "flaw.no_such_column", {{"column", evidence::shown(names.back())}}});
    else if (std::ranges::count(names, names.back()) > 1)
      flaws.push_back({"/numbers", "evidence.column_twice", {{"column", names.back()}}});
  }
  return names;
}

}  // namespace

std::span<const std::string_view> columns_of_numbers() { return kColumns; }

std::expected<std::vector<YearOf>, shape::Flaws> years_in(const std::string& typed, triangle::DecimalMark decimal) {
  const evidence::DescribedTable table{.name = "numbers", .columns = {column("year"), column("firms")}};
  const auto header = evidence::header(table, typed);
  if (!header) {
    auto flaws = header.error();
    for (auto& flaw : flaws) flaw.pointer = "/numbers";
    return std::unexpected{std::move(flaws)};
  }
  Reader reader{decimal};
  const auto names = names_in(typed, *header, reader.flaws());
  if (reader.flaws().empty()) reader.read(typed, *header, names);
  if (reader.flaws().empty() && reader.years().empty()) reader.flaws().push_back({"/numbers", "flaw.no_years", {}});
  if (!reader.flaws().empty()) return std::unexpected{std::move(reader.flaws())};
  auto years = std::move(reader.years());
  std::ranges::sort(years, {}, &YearOf::year);
  return years;
}

}  // namespace trivium::api
