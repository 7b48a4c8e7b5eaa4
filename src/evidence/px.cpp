#include "evidence/px.hpp"

#include "evidence/ending.hpp"
#include "evidence/field.hpp"
#include "evidence/filling.hpp"
#include "evidence/header.hpp"
#include "evidence/open_keys.hpp"
#include "evidence/other_files.hpp"
#include "evidence/px_head.hpp"
#include "evidence/px_keywords.hpp"
#include "evidence/refused.hpp"

#include <algorithm>
#include <fstream>
#include <unordered_set>

namespace trivium::evidence {
namespace {

constexpr std::string_view kValue = "value";
constexpr std::string_view kCode = " (code)";
// The file is held as a whole while it is read.
constexpr std::size_t kLargest = std::size_t{512} << 20;
constexpr std::uint64_t kCellsAtOnce = 16'384;  // between two questions whether it is still wanted

void still_wanted(const measure::Work& work) {
  if (work.stop.stop_requested()) throw measure::Cancelled{};
}

std::expected<std::string, shape::Flaws> whole(const std::filesystem::path& file, const measure::Work& work) {
  constexpr std::size_t kPiece = std::size_t{8} << 20;
  std::ifstream bytes{file, std::ios::binary};
  std::error_code unknown;
  const auto size = std::filesystem::file_size(file, unknown);
  if (!bytes || unknown) return refused("evidence.no_file");
  if (size > kLargest) return refused("evidence.px_too_large");
  std::string text;
  text.reserve(size + kPiece);
  while (bytes) {
    still_wanted(work);
    const auto before = text.size();
    text.resize(before + kPiece);
    bytes.read(text.data() + before, static_cast<std::streamsize>(kPiece));
    if (bytes.bad()) throw Fault{"the file cannot be read to its end"};
    text.resize(before + static_cast<std::size_t>(bytes.gcount()));
    if (text.size() > kLargest) return refused("evidence.px_too_large");
  }
  return text;
}

// The key of a sentence, where it is something else that was called .px.
std::string_view something_else(std::string_view text) {
  if (const auto key = packed_or_binary(text); !key.empty()) return key;
  if (begins_as_px(text)) return {};
  if (trimmed(text).empty()) return "evidence.nothing";
  return other_text(text);
}

// How many cells there are, or the quotation mark that nothing closes.
std::expected<std::uint64_t, shape::Flaws> counted(PxCells cells, const measure::Work& work) {
  for (std::uint64_t met = 0;; ++met) {
    if (met % kCellsAtOnce == 0) still_wanted(work);
    const auto next = cells.next();
    if (next == PxCells::Next::open_quote) return refused_at(cells.line(), "evidence.open_quote");
    if (next == PxCells::Next::nothing) return met;
  }
}

bool all_differ(const std::vector<std::string>& texts) {
  const std::unordered_set<std::string_view> different{texts.begin(), texts.end()};
  return different.size() == texts.size();
}

// Where the columns of a variable stand in a row.
struct Columns {
  std::size_t text;
  std::size_t code;  // the same where it has no codes
};

struct Layout {
  std::vector<std::string> names{};
  std::vector<Columns> of_variables{};
};

Layout laid_out(const PxHead& head) {
  Layout made;
  for (const auto& variable : head.variables) {
    const auto text = made.names.size();
    made.names.push_back(variable.name);
    if (!variable.codes.empty()) made.names.push_back(variable.name + std::string{kCode});
    made.of_variables.push_back({.text = text, .code = made.names.size() - 1});
  }
  made.names.emplace_back(kValue);
  return made;
}

class Reader {
 public:
  Reader(const PxHead& head, const Layout& layout, const Places& places, Filling& filling)
      : head_{head},
        columns_{layout.of_variables},
        filling_{filling},
        at_(head.variables.size(), 0),
        fields_(layout.names.size()) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      show(i);
      const auto& [text, code] = columns_[i];
      const bool taken = std::ranges::any_of(
          places.columns, [&](const Placed& placed) { return placed.place == text || placed.place == code; });
      if (taken) continue;
      // Where two of its values are called alike, their codes tell them apart.
      const auto told_by = all_differ(head.variables[i].texts) ? text : code;
      open_.add(told_by, layout.names[told_by]);
    }
  }

  void take(const PxCells& cell, Checked letters) {
    fields_.back() = cell.text();
    if (!open_.empty() && filling_.rows().wanted(fields_)) open_.note(fields_);
    filling_.take(fields_, letters);
    tell(cell);
    next();
  }

  const OpenKeys& open() const { return open_; }

 private:
  void show(std::size_t i) {
    const auto& variable = head_.variables[i];
    fields_[columns_[i].text] = variable.texts[at_[i]];
    if (!variable.codes.empty()) fields_[columns_[i].code] = variable.codes[at_[i]];
  }
  // The last variable changes first.
  void next() {
    for (auto i = at_.size(); i-- > 0;) {
      const bool more = ++at_[i] < head_.variables[i].texts.size();
      if (!more) at_[i] = 0;
      show(i);
      if (more) return;
    }
  }
  // Errors met since the last call belong to this cell.
  void tell(const PxCells& cell) {
    auto& errors = filling_.rows().tally().errors;
    for (; told_ < errors.size(); ++told_) {
      auto& error = errors[told_];
      error.row = cell.line();
      if (error.column != kValue) continue;
      error.column = belongs_to();
      const auto text = trimmed(cell.text());
      if (text.empty() || text.find_first_not_of('.') != std::string_view::npos) continue;
      error.reason = Reason::points;
      if (text.size() > head_.points.size() || head_.points[text.size() - 1].empty()) continue;
      error.value += " (" + shown(head_.points[text.size() - 1]) + ")";
    }
  }
  std::string belongs_to() const {
    std::string all;
    for (std::size_t i = 0; i < at_.size(); ++i)
      all += (all.empty() ? "" : ", ") + shown(head_.variables[i].texts[at_[i]]);
    return all;
  }

  const PxHead& head_;
  const std::vector<Columns>& columns_;
  Filling& filling_;
  std::vector<std::size_t> at_;  // which value of each variable the next cell belongs to
  std::vector<std::string_view> fields_;
  OpenKeys open_;
  std::size_t told_ = 0;
};

}  // namespace

bool is_px(const std::filesystem::path& file) {
  if (ending(file) == ".px") return true;
  std::ifstream bytes{file, std::ios::binary};
  std::string begin(1'000, '\0');
  bytes.read(begin.data(), static_cast<std::streamsize>(begin.size()));
  begin.resize(static_cast<std::size_t>(bytes.gcount()));
  return begins_as_px(begin);
}

std::expected<Tally, shape::Flaws> import_px(Duck& duck, const std::filesystem::path& file,
                                             const DescribedTable& described, const measure::Work& work) {
  if (described.side_by_side) return refused("evidence.px_by_itself");
  const auto read = whole(file, work);
  if (!read) return std::unexpected{read.error()};
  const std::string_view text = *read;
  if (const auto key = something_else(text); !key.empty()) return refused(std::string{key});
  const auto head = px_head(text, described.letters);
  if (!head) return std::unexpected{head.error()};
  auto table = described;
  table.letters = Letters::utf8;  // by now
  for (auto& column : table.columns) column.dash_is_nil = column.header == kValue;
  const auto columns = laid_out(*head);
  const auto places = placed(table, {columns.names.begin(), columns.names.end()});
  if (!places) return std::unexpected{places.error()};

  // A cell too many or too few would put all behind it under other names: they are counted before one is taken.
  const auto data = text.substr(head->data);
  const auto there = counted(PxCells{data, head->line}, work);
  if (!there) return std::unexpected{there.error()};
  if (const auto wanted = cells_wanted(*head); *there != wanted)
    return refused("evidence.px_cells", {{"cells", std::to_string(*there)}, {"wanted", std::to_string(wanted)}});

  NewTable made{duck, table};
  Appender appender{duck, table.name};
  Filling filling{appender, Rows{table, *places, columns.names.size()}};
  Reader reader{*head, columns, *places, filling};
  const auto letters = valid_utf8(data) ? Checked::utf8 : Checked::not_yet;
  PxCells cells{data, head->line};
  for (std::uint64_t met = 1; cells.next() == PxCells::Next::cell; ++met) {
    reader.take(cells, letters);
    if (met % kCellsAtOnce != 0) continue;
    still_wanted(work);
    filling.give();
    if (work.progress) work.progress(head->data + cells.read(), text.size());
  }
  if (auto open = reader.open().several(); !open.empty()) return std::unexpected{std::move(open)};
  auto tally = closed(filling, appender, made);
  // The point is the decimal mark of the format, also before three digits.
  for (std::size_t i = 0; i < tally.stood.size(); ++i) {
    if (places->columns[i].place + 1 == columns.names.size()) tally.stood[i].like_thousands = 0;
  }
  return tally;
}

}  // namespace trivium::evidence
