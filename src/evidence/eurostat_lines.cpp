#include "evidence/eurostat_lines.hpp"

#include "evidence/csv.hpp"
#include "evidence/fault.hpp"
#include "evidence/field.hpp"

namespace trivium::evidence {
namespace {

// Between commas, without blanks.
std::vector<std::string_view> apart(std::string_view glued) {
  std::vector<std::string_view> made;
  for (;;) {
    const auto comma = glued.find(',');
    made.push_back(trimmed(glued.substr(0, comma)));
    if (comma == std::string_view::npos) return made;
    glued.remove_prefix(comma + 1);
  }
}

}  // namespace

std::optional<Wide> wide(std::string_view line) {
  CsvRecords records{'\t'};
  if (records.next(line, More::ends_here) != CsvRecords::Next::record) return std::nullopt;
  const auto& cells = records.fields();
  if (cells.size() < 2) return std::nullopt;
  const auto slash = cells[0].rfind('\\');
  if (slash == std::string_view::npos) return std::nullopt;
  Wide made{.keys = {}, .across = std::string{trimmed(cells[0].substr(slash + 1))}, .columns = {}};
  for (const auto key : apart(cells[0].substr(0, slash))) made.keys.emplace_back(key);
  for (std::size_t i = 1; i < cells.size(); ++i) made.columns.emplace_back(trimmed(cells[i]));
  return made;
}

std::optional<std::vector<std::string_view>> keys_of(const Wide& wide, const std::vector<std::string_view>& cells) {
  if (cells.size() != wide.columns.size() + 1) return std::nullopt;
  auto keys = apart(cells.front());
  if (keys.size() != wide.keys.size()) return std::nullopt;
  return keys;
}

Lines::Next Lines::next() {
  if (bytes_.eof()) return Next::none;
  bytes_.getline(line_.data(), static_cast<std::streamsize>(line_.size()));
  const auto read = static_cast<std::size_t>(bytes_.gcount());
  if (bytes_.bad()) throw Fault{"the file cannot be read to its end"};
  if (bytes_.eof()) {
    length_ = read;
    return read == 0 ? Next::none : Next::line;
  }
  if (bytes_.fail()) {
    length_ = read;
    return Next::too_long;
  }
  length_ = read - 1;  // without its end
  return Next::line;
}

}  // namespace trivium::evidence
