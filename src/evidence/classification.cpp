#include "evidence/classification.hpp"

#include "evidence/csv.hpp"
#include "evidence/field.hpp"
#include "evidence/header.hpp"
#include "evidence/refused.hpp"

#include <cmath>
#include <fstream>
#include <iterator>
#include <set>

namespace trivium::evidence {
namespace {

using Records = std::vector<std::vector<std::string>>;

shape::Flaw flawed(std::string key, const std::string& code) {
  return {.pointer = "/" + code, .key = std::move(key), .args = {{"code", shown(code)}}};
}

// The named columns of a small table, as text.
std::expected<Records, shape::Flaws> records(const std::filesystem::path& file,
                                             const std::vector<std::string>& headers) {
  std::ifstream bytes{file, std::ios::binary};
  if (!bytes) return refused("evidence.no_file");
  const std::string all{std::istreambuf_iterator<char>{bytes}, {}};
  std::string_view text = all;
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  if (!valid_utf8(text)) return refused("evidence.no_text");
  DescribedTable table{.name = file.stem().string(), .columns = {}};
  for (const auto& one : headers) table.columns.push_back({.name = one, .header = one, .kind = Kind::code});
  const auto head = header(table, text);
  if (!head) return std::unexpected{head.error()};
  text.remove_prefix(head->length);
  Records made;
  CsvRecords reader{head->separator};
  shape::Flaws flaws;
  for (auto row = head->rows + 1;; ++row) {
    const auto met = reader.next(text, More::ends_here);
    if (met == CsvRecords::Next::nothing) break;
    text.remove_prefix(reader.length());
    const auto& fields = reader.fields();
    if (met == CsvRecords::Next::record && fields.size() == 1 && trimmed(fields.front()).empty()) continue;
    if (met != CsvRecords::Next::record || fields.size() < head->width) {
      flaws.push_back(
          flaw({.row = row, .value = shown(fields.empty() ? "" : fields.front()), .reason = Reason::fields}));
      continue;
    }
    auto& record = made.emplace_back();
    for (const auto& column : head->places.columns) {
      const auto cell = collapsed(trimmed(fields[column.place]));
      if (!code(cell, {}))
        flaws.push_back(
            flaw({.row = row, .column = column.column->header, .value = shown(cell), .reason = Reason::code_spoiled}));
      record.push_back(cell);
    }
  }
  if (!flaws.empty()) return std::unexpected{std::move(flaws)};
  return made;
}

}  // namespace

std::expected<Classification, shape::Flaws> classification(ListName name, const std::filesystem::path& file) {
  const auto rows = records(file, {"code", "parent", "title"});
  if (!rows) return std::unexpected{rows.error()};
  Classification made{.name = std::move(name), .entries = {}};
  shape::Flaws flaws;
  for (const auto& row : *rows) {
    if (!made.entries.emplace(row[0], Entry{.parent = row[1], .title = row[2]}).second)
      flaws.push_back(flawed("evidence.code_twice", row[0]));
  }
  for (const auto& [code, entry] : made.entries) {
    if (!entry.parent.empty() && !made.entries.contains(entry.parent))
      flaws.push_back(flawed("evidence.no_parent", code));
  }
  if (!flaws.empty()) return std::unexpected{std::move(flaws)};
  return made;
}

std::optional<ListName> list_name(std::string_view said) {
  const auto words = collapsed(trimmed(said));
  const auto blank = words.rfind(' ');
  if (blank == std::string::npos) return std::nullopt;
  ListName made{.list = words.substr(0, blank), .version = words.substr(blank + 1)};
  for (auto& letter : made.list) {
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  }
  for (const std::string_view revision : {" REV.", " REV"}) {
    if (made.list.ends_with(revision)) made.list.resize(made.list.size() - revision.size());
  }
  return made;
}

std::optional<shape::Flaws> wrong_links(const std::vector<Link>& links) {
  struct Sum {
    double weights = 0;
    std::size_t known = 0;
    std::size_t all = 0;
  };
  constexpr double kRounding = 1e-6;  // published weights have six digits or fewer
  std::map<std::string, Sum> sums;
  shape::Flaws flaws;
  std::set<std::pair<std::string, std::string>> met;
  for (const auto& link : links) {
    if (!met.emplace(link.from, link.to).second) flaws.push_back(flawed("evidence.code_twice", link.from));
    auto& sum = sums[link.from];
    ++sum.all;
    if (!link.weight) continue;
    ++sum.known;
    sum.weights += *link.weight;
    if (!(*link.weight >= 0 && *link.weight <= 1)) flaws.push_back(flawed("evidence.weight", link.from));
  }
  for (const auto& [code, sum] : sums) {
    if (sum.known != 0 && (sum.known != sum.all || std::abs(sum.weights - 1) > kRounding))
      flaws.push_back(flawed("evidence.weights", code));
  }
  if (flaws.empty()) return std::nullopt;
  return flaws;
}

std::expected<Correspondence, shape::Flaws> correspondence(ListName from, ListName to,
                                                           const std::filesystem::path& file,
                                                           const LinkColumns& columns) {
  std::vector<std::string> headers{columns.from, columns.to};
  if (columns.weight) headers.push_back(*columns.weight);
  const auto rows = records(file, headers);
  if (!rows) return std::unexpected{rows.error()};
  Correspondence made{.from = std::move(from), .to = std::move(to), .links = {}};
  shape::Flaws flaws;
  for (const auto& row : *rows) {
    Link link{.from = row[0], .to = row[1], .weight = {}};
    if (columns.weight && !row[2].empty()) {
      const auto weight = number(row[2], {});
      if (!weight) flaws.push_back(flawed("evidence.weight", row[0]));
      link.weight = weight.value_or(0);
    }
    made.links.push_back(std::move(link));
  }
  if (flaws.empty()) {
    if (auto wrong = wrong_links(made.links)) flaws = std::move(*wrong);
  }
  if (!flaws.empty()) return std::unexpected{std::move(flaws)};
  return made;
}

}  // namespace trivium::evidence
