#include "evidence/header.hpp"

#include "evidence/csv.hpp"
#include "evidence/refused.hpp"
#include "evidence/side_by_side.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

namespace trivium::evidence {
namespace {

constexpr std::uint64_t kMostRows = 50;
constexpr std::string_view kSeparators = ",;\t|";

struct Found {
  std::size_t place = 0;
  std::string_view key{};  // of the flaw; empty: none
};

Found find(std::string_view wanted, unsigned occurrence, const std::vector<std::string>& headers) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < headers.size(); ++i) {
    if (headers[i] == wanted) places.push_back(i);
  }
  if (places.empty() || occurrence > places.size()) return {.key = "evidence.no_column"};
  if (occurrence == 0 && places.size() > 1) return {.key = "evidence.column_twice"};
  return {.place = places[occurrence == 0 ? 0 : occurrence - 1]};
}

// The first of them, for a sentence.
std::string listed(const std::vector<std::string>& names) {
  constexpr std::size_t kShown = 40;  // the one that is meant has to be among them
  std::string all;
  std::size_t met = 0;
  for (const auto& name : names) {
    if (name.empty()) continue;
    if (met++ == kShown) return all + ", …";
    all += (all.empty() ? "" : ", ") + shown(name);
  }
  return all;
}

}  // namespace

bool only_missing(const shape::Flaws& flaws) {
  return std::ranges::all_of(flaws, [](const shape::Flaw& flaw) {
    return flaw.key == "evidence.no_column" || flaw.key == "evidence.not_beside";
  });
}

namespace {

// A row that is not the one with the headers, and how much it looks like it.
struct Missed {
  shape::Flaws flaws;
  std::size_t width = 0;  // how many fields it has
  std::size_t names = 0;  // those in which no other separator stands; prose behind a comma begins with a blank
  std::size_t words = 0;  // names with letters and no digit
};

Missed missed_by(shape::Flaws flaws, const std::vector<std::string_view>& fields, char separator) {
  const auto is_letter = [](unsigned char sign) { return std::isalpha(sign) != 0 || sign > 127; };
  const auto is_digit = [](unsigned char sign) { return std::isdigit(sign) != 0; };
  // A comma is no sign of another separator: it stands in names and numbers everywhere.
  const auto parts_others = [&](char sign) { return sign != separator && sign != ',' && kSeparators.contains(sign); };
  Missed made{.flaws = std::move(flaws), .width = fields.size()};
  for (const auto field : fields) {
    if (field.starts_with(' ') || std::ranges::any_of(field, parts_others)) continue;
    ++made.names;
    if (std::ranges::any_of(field, is_letter) && std::ranges::none_of(field, is_digit)) ++made.words;
  }
  return made;
}

// What comes nearest is what the person is told about: a header found twice, else the fewest that are missing, among
// them what holds more. Of two that are alike the first.
bool nearer(const Missed& one, const Missed& other, const std::vector<std::size_t>& holds,
            const std::vector<std::size_t>& other_holds) {
  if (!only_missing(other.flaws)) return false;
  if (!only_missing(one.flaws)) return true;
  if (one.flaws.size() != other.flaws.size()) return one.flaws.size() < other.flaws.size();
  return holds > other_holds;
}

}  // namespace

std::expected<Places, shape::Flaws> placed(const DescribedTable& table, const std::vector<std::string_view>& headers) {
  std::vector<std::string> names;
  for (const auto header : headers) {
    const auto letters = table.letters == Letters::latin1 ? from_latin1(header).value_or("") : std::string{header};
    names.push_back(collapsed(trimmed(letters)));
  }
  // The codes of a matrix stand in a column without a name.
  const bool first_unnamed = names.size() > 1 && names.front().empty() && std::ranges::count(names, std::string{}) == 1;
  Places places;
  shape::Flaws flaws;
  const auto place = [&](const std::string& header, unsigned occurrence,
                         Column::Stands stands = Column::Stands::always) {
    const auto found = find(header, occurrence, names);
    if (found.key == "evidence.no_column" && stands == Column::Stands::where_there_is_one) return Placed::kNowhere;
    if (found.key.empty()) return found.place;
    flaws.push_back({.pointer = "/1", .key = std::string{found.key}, .args = {{"column", shown(header)}}});
    if (const auto there = listed(names); found.key == "evidence.no_column" && !there.empty())
      flaws.back().args.emplace("there", there);
    if (first_unnamed) flaws.back().args.emplace("first_unnamed", "");
    return found.place;
  };
  // Of columns side by side the name and the value stand behind the end of a record.
  const auto behind = [&](const Column& column) -> std::optional<std::size_t> {
    if (table.side_by_side && column.name == table.side_by_side->names) return names.size();
    if (table.side_by_side && column.name == table.side_by_side->values) return names.size() + 1;
    return std::nullopt;
  };
  for (const auto& column : table.columns) {
    const auto known = behind(column);
    Placed made{.column = &column, .place = known ? *known : place(column.header, column.occurrence, column.stands)};
    if (column.suppressed_where) made.suppressed_by = place(column.suppressed_where->header, 0);
    places.columns.push_back(made);
  }
  for (const auto& one : table.rows) {
    const auto ours = std::ranges::find_if(
        table.columns, [&](const Column& column) { return column.header == one.header && behind(column); });
    places.rows.push_back(ours == table.columns.end() ? place(one.header, 0) : *behind(*ours));
  }
  if (table.side_by_side) place_beside(table, headers, names, places, flaws);
  for (auto& flaw : flaws) {
    if (flaw.key == "evidence.not_beside") flaw.args.emplace("there", listed(names));
  }
  if (!flaws.empty()) return std::unexpected{std::move(flaws)};
  return places;
}

std::expected<Header, shape::Flaws> header(const DescribedTable& table, std::string_view text) {
  std::optional<Missed> nearest;
  std::optional<shape::Flaws> too_long;
  for (const char separator : kSeparators) {
    CsvRecords records{separator};
    auto rest = text;
    std::optional<Missed> nearest_here;
    for (std::uint64_t row = 1; row <= kMostRows; ++row) {
      const auto met = records.next(rest, More::ends_here);
      if (met == CsvRecords::Next::nothing || met == CsvRecords::Next::open_quote) break;
      const auto line = rest.substr(0, records.length());
      rest.remove_prefix(records.length());
      if (line.size() > kLongestRecord) {
        if (!too_long || row == 1) too_long = refused_at(row, "evidence.too_long", {{"value", shown(line)}}).error();
        continue;
      }
      auto places = placed(table, records.fields());
      if (places)
        return Header{.separator = separator,
                      .length = text.size() - rest.size(),
                      .rows = row,
                      .width = records.fields().size(),
                      .places = std::move(*places)};
      auto& flaws = places.error();
      for (auto& flaw : flaws) flaw.pointer = "/" + std::to_string(row);
      auto missed = missed_by(std::move(flaws), records.fields(), separator);
      if (!nearest_here || nearer(missed, *nearest_here, {missed.width}, {nearest_here->width}))
        nearest_here = std::move(missed);
    }
    if (nearest_here && (!nearest || nearer(*nearest_here, *nearest, {nearest_here->words, nearest_here->names},
                                            {nearest->words, nearest->names})))
      nearest = std::move(nearest_here);
  }
  const bool begins_so = too_long && too_long->front().pointer == "/1";
  if (too_long && (!nearest || (begins_so && only_missing(nearest->flaws))))
    return std::unexpected{std::move(*too_long)};
  if (!nearest) return refused("evidence.nothing");
  return std::unexpected{std::move(nearest->flaws)};
}

}  // namespace trivium::evidence
