#include "evidence/import.hpp"

#include "evidence/csv.hpp"
#include "evidence/filling.hpp"
#include "evidence/header.hpp"
#include "evidence/other_files.hpp"
#include "evidence/refused.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <optional>
#include <utility>

namespace trivium::evidence {
namespace {

// A window of the file is held at once, and read in blocks, each on one thread. Both are given by the file alone, so
// rows and errors come in the file's order whatever the threads.
constexpr std::size_t kWindow = std::size_t{16} << 20;
constexpr std::size_t kLeastWindow = std::size_t{1} << 16;
constexpr std::size_t kBlocks = 16;  // of a window
constexpr std::size_t kLeastBlock = std::size_t{1} << 14;

// Of columns side by side each byte may become a row with the name of a column and the codes of its record. The more
// columns there are, and the longer their names, the less of the file is held at once.
std::size_t window_for(const std::vector<Beside>& beside) {
  constexpr std::size_t kShortName = 4;
  auto parts = std::max<std::size_t>(beside.size(), 1);
  for (const auto& one : beside) parts = std::max(parts, one.name.size() / kShortName);
  return std::max(kWindow / parts, kLeastWindow);
}

// A piece of the file, with room before it for what was left of the one before.
struct Piece {
  explicit Piece(std::size_t window) : most{window} {}

  std::size_t most;
  std::unique_ptr<char[]> bytes = std::make_unique_for_overwrite<char[]>(kLongestRecord + most);
  std::size_t length = 0;
  More more = More::ends_here;

  void read(std::ifstream& file) {
    file.read(bytes.get() + kLongestRecord, static_cast<std::streamsize>(most));
    if (file.bad()) throw Fault{"the file cannot be read to its end"};
    length = static_cast<std::size_t>(file.gcount());
    more = file ? More::follows : More::ends_here;
  }
  std::string_view text() const { return {bytes.get() + kLongestRecord, length}; }
  std::string_view behind(std::string_view left) const {
    auto* const front = bytes.get() + kLongestRecord - left.size();
    std::ranges::copy(left, front);
    return {front, left.size() + length};
  }
};

struct Block {
  std::size_t begin = 0;
  std::size_t end = 0;  // where it stopped: the beginning of the next record
  std::optional<Filling> rows{};
  bool open_quote = false;
};

// All records that begin before a place.
Block read(const Header& header, const DescribedTable& table, Appender& appender, std::string_view window,
           std::size_t begin, std::size_t until, More more) {
  Block block{.begin = begin, .end = begin};
  auto& filling = block.rows.emplace(appender, Rows{table, header.places, header.width});
  const auto letters = table.letters == Letters::utf8 && valid_utf8(window.substr(begin, until - begin))
                           ? Checked::utf8
                           : Checked::not_yet;
  CsvRecords records{header.separator};
  using Next = CsvRecords::Next;
  while (block.end < until) {
    const auto met = records.next(window.substr(block.end), more);
    if (met == Next::incomplete || met == Next::nothing) break;
    if (met == Next::open_quote) {
      block.open_quote = true;
      break;
    }
    const auto& fields = records.fields();
    const bool crosses = block.end + records.length() > until;
    if (records.length() > kLongestRecord) filling.rows().refuse(Reason::too_long, fields.front());
    else if (met == Next::broken_quote)
      filling.rows().refuse(Reason::quote, window.substr(block.end, std::min<std::size_t>(records.length(), 80)));
    else if (fields.size() == 1 && trimmed(fields.front()).empty()) filling.rows().skip();
    else filling.take(fields, crosses ? Checked::not_yet : letters);
    block.end += records.length();
  }
  return block;
}

}  // namespace

std::expected<Tally, shape::Flaws> import_csv(Duck& duck, const std::filesystem::path& file,
                                              const DescribedTable& table, const measure::Work& work) {
  std::ifstream bytes{file, std::ios::binary};
  std::error_code unknown;
  const auto size = std::filesystem::file_size(file, unknown);
  if (!bytes || unknown) return refused("evidence.no_file");
  Piece here{kWindow};
  here.read(bytes);
  auto window = here.text();
  if (const auto key = packed_or_binary(window); !key.empty()) return refused(std::string{key});
  const std::size_t marked = window.starts_with("\xef\xbb\xbf") ? 3 : 0;
  window.remove_prefix(marked);
  const auto head = header(table, window);
  // A drawn table may have the columns that are looked for, and a line of hyphens below them.
  if (const auto key = other_text(window); !key.empty() && (!head || key == "evidence.markdown"))
    return refused(std::string{key});
  if (!head) return std::unexpected{head.error()};

  NewTable made{duck, table};
  Appender appender{duck, table.name};
  Tally tally;
  std::uint64_t rows_before = head->rows + 1;  // as a spreadsheet counts, the next one
  window.remove_prefix(head->length);
  const auto held = window_for(head->places.beside);
  const auto length_of_block = std::max(held / kBlocks, kLeastBlock);
  if (held < window.size()) {
    here = Piece{held};
    bytes.clear();
    bytes.seekg(static_cast<std::streamoff>(marked + head->length));
    here.read(bytes);
    window = here.text();
  }
  Piece ahead{held};
  std::size_t at = 0;
  std::size_t begun = 0;  // as much of the window belongs to a record that the one before did not end
  std::uint64_t done = head->length;
  std::vector<Block> waiting;  // read, not yet in the table
  const auto give = [&] {
    for (auto& block : waiting) {
      for (auto& batch : block.rows->batches()) appender.take(std::move(batch));
    }
    waiting.clear();
  };
  for (;;) {
    // Where each block begins is guessed: behind the first line break after its place.
    std::vector<std::size_t> starts{at};
    for (auto cut = at + std::max(begun, length_of_block); cut < window.size(); cut += length_of_block) {
      const auto start = after_line(window, cut);
      if (start > starts.back() && start < window.size()) starts.push_back(start);
    }
    starts.push_back(window.size());
    // While blocks are read, those of the window before go into the table, and the next piece of the file is fetched.
    std::vector<Block> blocks(starts.size() - 1);
    const auto more = here.more;
    constexpr std::size_t kOthers = 2;
    measure::in_blocks({.threads = work.threads, .stop = work.stop}, blocks.size() + kOthers, [&](std::size_t i) {
      if (i == 0) give();
      else if (i == 1 && more == More::follows) ahead.read(bytes);
      else if (i >= kOthers)
        blocks[i - kOthers] = read(*head, table, appender, window, starts[i - kOthers], starts[i - kOthers + 1], more);
    });
    // A line break within quotes makes the guess wrong; it shows, because the block before ends elsewhere.
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      auto& block = blocks[i];
      if (block.begin != at) block = read(*head, table, appender, window, at, std::max(at, starts[i + 1]), more);
      at = block.end;
      if (block.open_quote) return refused_at(rows_before + block.rows->rows().met(), "evidence.open_quote");
      tally.add(block.rows->rows().tally(), rows_before);
      rows_before += block.rows->rows().met();
    }
    waiting = std::move(blocks);
    done += at;
    if (work.progress) work.progress(std::min<std::uint64_t>(done, size), size);
    if (more == More::ends_here) break;
    const auto left = window.substr(at);
    if (left.size() > kLongestRecord) {
      if (CsvRecords{head->separator}.next(left, More::ends_here) == CsvRecords::Next::open_quote)
        return refused_at(rows_before, "evidence.open_quote");
      return refused_at(rows_before, "evidence.too_long", {{"value", shown(left)}});
    }
    begun = left.size();
    window = ahead.behind(left);
    std::swap(here, ahead);
    at = 0;
  }
  give();
  appender.close();
  made.stays();
  return tally;
}

std::expected<Tally, shape::Flaws> import_parquet(Duck& duck, const std::filesystem::path& file,
                                                  const DescribedTable& table, const measure::Work& work) {
  std::vector<std::string> names;
  std::string select;
  for (const auto& row : duck.rows("select name from parquet_schema(?) where num_children is null or num_children = 0",
                                   {file.string()}, work)) {
    names.push_back(std::get<std::string>(row.front()));
    select += (select.empty() ? "" : ", ") + sql_name(names.back()) + "::varchar";
  }
  const auto places = placed(table, {names.begin(), names.end()});
  if (!places) return std::unexpected{places.error()};
  NewTable made{duck, table};
  Appender appender{duck, table.name};
  Filling filling{appender, Rows{table, *places, names.size()}};
  std::vector<std::string_view> fields(names.size());
  // The connection that the table is filled by would be busy with the answer while it lasts.
  constexpr std::size_t kBatchesHeld = 64;
  auto reading = duck.another();
  reading.each("select " + select + " from read_parquet(?)", {file.string()}, {.stop = work.stop},
               [&](const Chunk& chunk) {
                 for (std::size_t row = 0; row < chunk.rows(); ++row) {
                   for (std::size_t i = 0; i < fields.size(); ++i)
                     fields[i] = chunk.known(row, i) ? chunk.text(row, i) : std::string_view{};
                   filling.take(fields, Checked::utf8);
                   if (filling.batches().size() <= kBatchesHeld) continue;
                   if (work.stop.stop_requested()) throw measure::Cancelled{};
                   filling.give();
                 }
               });
  filling.give();
  appender.close();
  Tally tally;
  tally.add(filling.rows().tally(), 1);
  made.stays();
  return tally;
}

}  // namespace trivium::evidence
