#include "api/rounds_of.hpp"

#include "api/links_since.hpp"
#include "api/stage_page.hpp"
#include "api/wording.hpp"
#include "fit/since.hpp"
#include "framework/problem_names.hpp"

#include <algorithm>
#include <set>

namespace trivium::api {
namespace {

// What was ticked for a problem then is ticked for the same one now, wherever it stands: answers name problems by
// place.
void follow_problems(const AnswersByTask& before, AnswersByTask& written, const std::set<std::string>& taken_over) {
  if (taken_over.contains("A_sum")) return;
  const auto named = [](const AnswersByTask& answers) {
    std::vector<fit::Named> all;
    for (const auto& row : rows_in(answers, "A_sum", "demands"))
      all.push_back({text_in(row, "id"), folded(text_in(row, "text"))});
    return all;
  };
  const auto then = named(before);
  shape::Json rows_then = shape::Json::array();
  for (std::size_t i = 0; i < then.size(); ++i) rows_then.push_back({{"id", "then " + std::to_string(i)}});
  shape::Json rows_now = shape::Json::array();
  for (const auto& was : fit::same_as(then, named(written)))
    rows_now.push_back({{"id", was ? "then " + std::to_string(*was) : ""}});
  for (const auto& task : taken_over) {
    framework::name_by_row(written[task].facets, rows_then);
    framework::name_by_place(written[task].facets, rows_now);
  }
}

Standing after(const House& house, const Standing& before, Standing own) {
  auto& [written, drawn] = own;
  std::set<std::string> taken_over;
  for (const auto& [task, answer] : before.said) {
    const auto again = written.find(task);
    if (triangle::empty(answer) || (again != written.end() && !triangle::empty(again->second))) continue;
    written[task] = answer;
    taken_over.insert(task);
  }
  follow_problems(before.said, written, taken_over);
  const auto then = picture_of(house.guidance, house.words, before.said, before.links);
  const auto links =
      links_that_stand({then, before.links}, picture_of(house.guidance, house.words, written, {}), taken_over);
  drawn.insert(drawn.begin(), links.begin(), links.end());
  return own;
}

Standing in_table(store::Session& session, const triangle::AssessmentId& table) {
  return {answers_by_task(session, table), triangle::links_of(session, table)};
}

std::string stage_named(const OpenTable& open, const AnswersByTask& answers) {
  if (const auto code = stage_in(answers); !code.empty()) return open.texts.code("stage", code);
  const auto answer = answers.find(std::string{task_of_the_stage()});
  if (answer == answers.end()) return {};
  const auto own = answer->second.facets.find("stage");
  return own != answer->second.facets.end() && own->is_object() ? own->value("own", std::string{}) : std::string{};
}

}  // namespace

std::vector<triangle::AssessmentInRound> all_rounds(store::Session& session, const OpenTable& open,
                                                    const Asking& asking) {
  auto all = triangle::assessments_of(session, open.table.person);
  std::erase_if(all, [&](const triangle::AssessmentInRound& one) {
    return one.cluster != open.table.cluster ||
           access::permission(session, asking.visitor, one).sight != access::Sight::text;
  });
  std::ranges::sort(all, {}, [](const auto& one) { return std::pair{one.opened_on, one.round.text}; });
  return all;
}

SinceRound column_of(store::Session& session, const House& house, const OpenTable& open,
                     const triangle::AssessmentInRound& table) {
  const auto answers = answers_by_task(session, table.id);
  SinceRound column{.assessment = table.id,
                    .round = table.round.text,
                    .title = table.round_title,
                    .opened_on = table.opened_on,
                    .stage = stage_named(open, answers),
                    .demands = {},
                    .this_one = table.id == open.table.id,
                    .against = false,
                    .may_choose = false};
  for (const auto& demand : picture_of(house.guidance, house.words, answers, {}).picture.demands)
    column.demands.push_back(demand.text);
  return column;
}

Rounds both_rounds(store::Session& session, const House& house, std::span<const triangle::AssessmentInRound> since,
                   const Standing& written) {
  const auto then = in_table(session, since.front().id);
  auto standing = then;
  for (const auto& between : since.subspan(1)) standing = after(house, standing, in_table(session, between.id));
  auto now = after(house, standing, written);
  Rounds rounds{.then_said = then.said, .now_said = std::move(now.said), .then = {}, .now = {}};
  rounds.then = picture_of(house.guidance, house.words, rounds.then_said, then.links);
  rounds.now = picture_of(house.guidance, house.words, rounds.now_said, now.links);
  return rounds;
}

}  // namespace trivium::api
