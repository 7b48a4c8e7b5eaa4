#include "analysis/columns.hpp"
#include "analysis/entries.hpp"
#include "evidence/flows.hpp"

#include <charconv>
#include <cmath>

namespace trivium::analysis {
namespace {

using evidence::Duck;

// Ids of at most nine digits and no leading zero are numbers as they stand.
bool numbers(Duck& tables, const measure::Work& work) {
  const auto others = tables.rows(
      "select count(*) from panel where not regexp_full_match(worker, '0|[1-9][0-9]{0,8}') or "
      "not regexp_full_match(establishment, '0|[1-9][0-9]{0,8}')",
      {}, work);
  return std::get<std::int64_t>(others.at(0).at(0)) == 0;
}

const std::string& name_of(const Codes& industries, const std::string& place) {
  std::size_t at = 0;
  std::from_chars(place.data(), place.data() + place.size(), at);
  return industries[at];
}

// The panel lies here, so that all changes are counted; only those from the threshold on are shown. How much the others
// are is said in whole hundredths, and only where several pairs share in it and their sum leaves room for each: neither
// nearly the least nor nearly the most that so many pairs can have.
class Shown {
 public:
  Shown(const Asked& asked, std::uint64_t least) : asked_{asked}, least_{least} {}
  void flow(const std::string& from, const std::string& to, std::uint64_t count_of) {
    all_ += count_of;
    if (count_of >= least_) {
      asked_.answer.row({from, to, count(count_of)});
      return;
    }
    kept_ += count_of;
    ++pairs_;
  }
  void remark() const {
    constexpr std::uint64_t kSeveral = 3;
    if (pairs_ == 0) return;
    const bool told = pairs_ >= kSeveral && kept_ >= 2 * pairs_ && kept_ + 2 * pairs_ <= least_ * pairs_;
    Remark remark{.name = told ? "under_threshold" : "few_under_threshold",
                  .code = std::to_string(least_),
                  .values = static_cast<std::int64_t>(pairs_)};
    if (told) remark.value = std::round(100 * static_cast<double>(kept_) / static_cast<double>(all_));
    asked_.remarks.push_back(std::move(remark));
  }

 private:
  const Asked& asked_;
  std::uint64_t least_;
  std::uint64_t all_ = 0;
  std::uint64_t kept_ = 0;
  std::uint64_t pairs_ = 0;
};

}  // namespace

void job_changes(const Asked& asked) {
  const evidence::Threshold all{1};
  const measure::Work work{.stop = asked.work.stop};
  auto& tables = asked.tables;
  Shown shown{asked, *asked.settings.whole("least")};
  // Everything is numbered within the engine, which puts what does not fit into memory aside: numbers are counted
  // several times quicker than letters, and in parts. Industries and establishments are numbered in the order of their
  // letters, so that the answer comes in the same order either way, and of several records of a year the same one
  // stands.
  const auto industries = make_codes(asked, "industries", "select distinct industry as code from panel");
  if (numbers(tables, asked.work)) {
    tables.run(
        "create table numbered as select worker::uinteger as worker, year::integer as year, "
        "establishment::uinteger as establishment, place::uinteger as industry from panel join industries on industry "
        "= code",
        {}, asked.work);
  } else {
    tables.run(
        "create table workers as select worker, (row_number() over ())::uinteger as number from "
        "(select distinct worker from panel)",
        {}, work);
    tables.run(
        "create table establishments as select establishment, (row_number() over (order by establishment))::uinteger "
        "as number from (select distinct establishment from panel)",
        {}, work);
    tables.run(
        "create table numbered as select w.number as worker, year::integer as year, e.number as establishment, "
        "place::uinteger as industry from panel join industries on industry = code join workers w using (worker) "
        "join establishments e using (establishment)",
        {}, asked.work);
    tables.run("drop table workers");
    tables.run("drop table establishments");
  }
  tables.run("drop table panel");
  auto flows = evidence::swept_flows(tables, {.table = {"numbered"}}, all, asked.work);
  for (auto& flow : flows) {
    flow.from = name_of(industries, flow.from);
    flow.to = name_of(industries, flow.to);
  }
  for (const auto& flow : evidence::in_order(std::move(flows), all)) shown.flow(flow.from, flow.to, flow.count);
  shown.remark();
}

}  // namespace trivium::analysis
