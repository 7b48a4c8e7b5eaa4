#include "analysis/columns.hpp"
#include "analysis/entries.hpp"
#include "evidence/flows.hpp"

#include <charconv>

namespace trivium::analysis {
namespace {

using evidence::Duck;

// Ids of at most nine digits and no leading zero are numbers as they stand.
bool numbered(Duck& tables, const measure::Work& work) {
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

}  // namespace

void job_changes(const Asked& asked) {
  const evidence::Threshold threshold{*asked.settings.whole("least")};
  if (!numbered(asked.tables, asked.work)) {
    for (const auto& flow : evidence::flows_in_duck(asked.tables, {.table = {"panel"}}, threshold, asked.work))
      asked.answer.row({flow.from, flow.to, static_cast<std::int64_t>(flow.count)});
    return;
  }
  // Numbers are counted several times quicker. Industries are numbered in the order of their letters, so that the
  // answer comes in the same order either way.
  const auto industries = make_codes(asked.tables, "industries", "select distinct industry as code from panel");
  asked.tables.run(
      "create table numbered as select worker::uinteger as worker, year::integer as year, establishment::uinteger as "
      "establishment, place::uinteger as industry from panel join industries on industry = code",
      {}, asked.work);
  asked.tables.run("drop table panel");
  auto flows = evidence::swept_flows(asked.tables, {.table = {"numbered"}}, threshold, asked.work);
  for (auto& flow : flows) {
    flow.from = name_of(industries, flow.from);
    flow.to = name_of(industries, flow.to);
  }
  for (const auto& flow : evidence::in_order(std::move(flows), threshold))
    asked.answer.row({flow.from, flow.to, static_cast<std::int64_t>(flow.count)});
}

}  // namespace trivium::analysis
