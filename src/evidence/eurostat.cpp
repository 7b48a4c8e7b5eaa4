#include "evidence/eurostat.hpp"

#include "evidence/csv.hpp"
#include "evidence/eurostat_lines.hpp"
#include "evidence/filling.hpp"
#include "evidence/header.hpp"
#include "evidence/open_keys.hpp"
#include "evidence/refused.hpp"

#include <algorithm>
#include <fstream>
#include <string>

namespace trivium::evidence {
namespace {

constexpr std::string_view kValue = "value";
constexpr std::string_view kFlag = "flag";
// https://ec.europa.eu/eurostat/data/database/information: flags of observations.
constexpr std::string_view kRemarks = "bdefinprsu";

DescribedTable with_flags(DescribedTable table) {
  for (auto& column : table.columns) {
    if (!column.marked() || column.header != kValue) continue;
    for (const char letter : kRemarks) column.flags.push_back({std::string(1, letter)});
    column.flags.push_back({"c", Flag::Means::suppressed});
    column.flags.push_back({"z", Flag::Means::not_applicable});
    column.markers.push_back({":", Marker::Means::missing});
  }
  return table;
}

class Reader {
 public:
  Reader(const Wide& wide, const Places& places, Filling& filling) : wide_{wide}, filling_{filling} {
    for (std::size_t key = 0; key <= wide.keys.size(); ++key) {
      if (std::ranges::find(places.columns, key, &Placed::place) == places.columns.end())
        open_.add(key, key < wide.keys.size() ? wide.keys[key] : wide.across);
    }
  }

  // A line of the file as rows, one for each of its columns.
  void take(const std::vector<std::string_view>& cells, std::uint64_t row) {
    const auto keys = keys_of(wide_, cells);
    if (!keys) {
      filling_.rows().refuse(Reason::fields, cells.empty() ? std::string_view{} : cells.front());
      at(row, "");
      return;
    }
    auto fields = *keys;
    fields.resize(wide_.keys.size() + 3);
    for (std::size_t i = 0; i < wide_.columns.size(); ++i) {
      const auto cell = trimmed(cells[i + 1]);
      fields[wide_.keys.size()] = wide_.columns[i];
      fields[wide_.keys.size() + 1] = cell;
      fields[wide_.keys.size() + 2] = flagged(cell).letters;
      if (filling_.rows().wanted(fields)) open_.note(fields);
      filling_.take(fields, Checked::not_yet);
      at(row, wide_.columns[i]);
    }
  }

  shape::Flaws left_open() const { return open_.several(); }

 private:
  // Errors met since the last call belong to this place in the file.
  void at(std::uint64_t row, const std::string& column) {
    auto& errors = filling_.rows().tally().errors;
    for (; told_ < errors.size(); ++told_) {
      errors[told_].row = row;
      if (errors[told_].column == kValue) errors[told_].column = column;
    }
  }

  const Wide& wide_;
  Filling& filling_;
  OpenKeys open_;
  std::size_t told_ = 0;
};

}  // namespace

bool is_eurostat(const std::filesystem::path& file) {
  std::ifstream bytes{file, std::ios::binary};
  std::string line(Lines::kLongest, '\0');
  bytes.read(line.data(), static_cast<std::streamsize>(line.size()));
  line.resize(static_cast<std::size_t>(bytes.gcount()));
  std::string_view text = line;
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  text = text.substr(0, after_line(text, 0));
  return text.find('\t') != std::string_view::npos && wide(text).has_value();
}

std::expected<Tally, shape::Flaws> import_eurostat(Duck& duck, const std::filesystem::path& file,
                                                   const DescribedTable& described, const measure::Work& work) {
  std::ifstream bytes{file, std::ios::binary};
  if (!bytes) return refused("evidence.no_file");
  if (described.side_by_side) return refused("evidence.eurostat_by_itself");
  Lines lines{bytes};
  if (lines.next() != Lines::Next::line) return refused("evidence.nothing");
  auto first = lines.text();
  if (first.starts_with("\xef\xbb\xbf")) first.remove_prefix(3);
  const auto head = wide(first);
  if (!head) return refused("evidence.nothing");
  std::vector<std::string_view> headers{head->keys.begin(), head->keys.end()};
  headers.insert(headers.end(), {head->across, kValue, kFlag});
  const auto table = with_flags(described);
  const auto places = placed(table, headers);
  if (!places) return std::unexpected{places.error()};

  NewTable made{duck, table};
  Appender appender{duck, table.name};
  Filling filling{appender, Rows{table, *places, headers.size()}};
  Reader reader{*head, *places, filling};
  CsvRecords records{'\t'};
  constexpr std::size_t kBatchesHeld = 64;
  for (std::uint64_t row = 2;; ++row) {
    if (work.stop.stop_requested()) throw measure::Cancelled{};
    const auto met = lines.next();
    if (met == Lines::Next::none) break;
    const auto line = lines.text();
    if (met == Lines::Next::too_long) return refused_at(row, "evidence.too_long", {{"value", shown(line)}});
    if (trimmed(line).empty()) continue;
    if (records.next(line, More::ends_here) != CsvRecords::Next::record) return refused_at(row, "evidence.open_quote");
    reader.take(records.fields(), row);
    if (filling.batches().size() > kBatchesHeld) filling.give();
  }
  if (auto open = reader.left_open(); !open.empty()) return std::unexpected{std::move(open)};
  return closed(filling, appender, made);
}

}  // namespace trivium::evidence
