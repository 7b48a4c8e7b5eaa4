#include "analysis/entries.hpp"
#include "evidence/recoding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace trivium::analysis {
namespace {

using evidence::Chunk;
using evidence::Coded;
using evidence::Correspondence;
using evidence::Link;
using evidence::ListName;
using evidence::Mark;

constexpr std::array<std::string_view, 4> kMarks{"stated", "missing", "suppressed", "not applicable"};

std::string mark_of(Mark mark) { return std::string{kMarks.at(static_cast<std::size_t>(mark))}; }

std::vector<Link> links(const Asked& asked, const std::string& table) {
  std::vector<Link> made;
  asked.tables.each(
      R"(select "from", "to", weight from )" + table + " order by 1, 2", {}, {.stop = asked.work.stop},
      [&](const Chunk& chunk) {
        for (std::size_t row = 0; row < chunk.rows(); ++row)
          made.push_back({.from = std::string{chunk.text(row, 0)},
                          .to = std::string{chunk.text(row, 1)},
                          .weight = chunk.known(row, 2) ? std::optional{chunk.values<double>(2)[row]} : std::nullopt});
      });
  return made;
}

Refusal about_setting(const std::string& name, std::string key) {
  return {.input = {}, .flaws = {{"/" + name, std::move(key), {}}}, .rows = 0};
}

std::expected<Correspondence, Refusal> between(const Asked& asked, const std::string& table, const std::string& from,
                                               const std::string& to) {
  Correspondence made{.from = {}, .to = {}, .links = links(asked, table)};
  for (const auto& [name, list] : {std::pair{&from, &made.from}, {&to, &made.to}}) {
    const auto said = asked.settings.if_said(*name);
    if (!said) return std::unexpected{about_setting(*name, "flaw.which_list")};
    *list = *evidence::list_name(*said);  // the setting was read as one
  }
  if (auto wrong = evidence::wrong_links(made.links))
    return std::unexpected{Refusal{.input = table, .flaws = std::move(*wrong), .rows = 0}};
  return made;
}

// The one correspondence, or both of them one after the other.
std::expected<Correspondence, Refusal> correspondence(const Asked& asked) {
  auto first = between(asked, "correspondence", "from-list", "to-list");
  if (!first) return first;
  if (links(asked, "onward").empty()) {
    if (asked.settings.if_said("onward-list")) return std::unexpected{about_setting("onward-list", "flaw.no_onward")};
    return first;
  }
  auto second = between(asked, "onward", "to-list", "onward-list");
  if (!second) return second;
  auto whole = evidence::chained(*first, *second);
  if (!whole) return std::unexpected{Refusal{.input = "onward", .flaws = whole.error(), .rows = 0}};
  return std::move(*whole);
}

Mark mark_in(std::string_view said) { return static_cast<Mark>(std::ranges::find(kMarks, said) - kMarks.begin()); }

// In one order, so that sums are the same whatever the number of threads.
std::vector<Coded> values(const Asked& asked) {
  std::vector<Coded> made;
  asked.tables.each(
      R"(select "of", code, coalesce(value, 0)::double, value_mark::varchar from "values" order by 1, 2, 3, 4)", {},
      {.stop = asked.work.stop}, [&](const Chunk& chunk) {
        for (std::size_t row = 0; row < chunk.rows(); ++row)
          made.push_back({.of = std::string{chunk.text(row, 0)},
                          .code = std::string{chunk.text(row, 1)},
                          .value = chunk.values<double>(2)[row],
                          .mark = mark_in(chunk.text(row, 3))});
      });
  return made;
}

std::vector<std::string> shares(const std::vector<Link>& links) {
  std::vector<std::string> made;
  made.reserve(links.size());
  for (const auto& link : links) made.push_back(fmt::format("{} ({:.4g})", link.to, *link.weight));
  return made;
}

void remark(const evidence::Recoding& made, std::vector<Remark>& remarks) {
  remarks.push_back({.name = "total_before", .value = made.total_before});
  remarks.push_back({.name = "total_after", .value = made.total_after});
  for (const auto& split : made.splits) {
    const bool guessed = split.how == evidence::SharedOut::in_equal_parts;
    remarks.push_back({.name = guessed ? "split_in_equal_parts" : "split_by_weights",
                       .code = split.code,
                       .codes = shares(split.links),
                       .value = split.value});
  }
  for (const auto& one : made.merged) remarks.push_back({.name = "put_together", .code = one.code, .codes = one.from});
  for (const auto& lost : made.unmatched)
    remarks.push_back({.name = "found_no_code",
                       .code = lost.code,
                       .value = lost.value,
                       .values = static_cast<std::int64_t>(lost.values),
                       .unstated = static_cast<std::int64_t>(lost.unstated)});
}

}  // namespace

std::optional<Refusal> wrong_recoding(const Asked& asked) {
  auto found = correspondence(asked);
  return found ? std::nullopt : std::optional{std::move(found.error())};
}

void recoding(const Asked& asked) {
  const auto made = evidence::recoded(values(asked), correspondence(asked).value());
  for (const auto& one : made.values) {
    const bool stated = one.mark == Mark::stated;
    asked.answer.row({one.of, one.code, stated ? evidence::Cell{one.value} : evidence::Cell{}, mark_of(one.mark),
                      one.value, one.guessed});
  }
  remark(made, asked.remarks);
}

}  // namespace trivium::analysis
