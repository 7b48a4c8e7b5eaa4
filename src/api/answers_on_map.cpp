#include "api/answers_on_map.hpp"

#include "framework/problem_names.hpp"

#include <algorithm>
#include <set>

namespace trivium::api {
namespace {

// By thing of the picture, the demands it is linked to.
using Served = std::vector<std::set<std::size_t>>;

Served served(std::size_t things, const std::vector<fit::Link>& links) {
  Served all(things);
  for (const auto& link : links) {
    if (link.strength > 0) all[link.from].insert(link.to);
  }
  return all;
}

// The picture has the things in the order their rows stand in. problems: the places of its demands.
template <class Thing>
void name_problems(guidance::Answers& answers, const char* task, const char* facet, const std::vector<Thing>& things,
                   const Served& linked, const std::vector<std::size_t>& problems) {
  const auto answer = answers.find(task);
  if (answer == answers.end() || !answer->second.facets.contains(facet)) return;
  auto& rows = answer->second.facets[facet];
  const auto told = told_rows(rows);
  auto at = told.begin();
  for (std::size_t i = 0; i < things.size() && at != told.end(); ++i) {
    if (things[i].task != task) continue;
    auto& row = rows[*at++];
    auto named = row.value("problems", shape::Json::array());
    for (const auto demand : linked[i]) {
      if (problems[demand] >= framework::kProblemPlaces.size()) continue;
      const shape::Json place = framework::kProblemPlaces.at(problems[demand]);
      if (std::ranges::none_of(named, [&](const shape::Json& one) { return one == place; })) named.push_back(place);
    }
    if (!named.empty()) row["problems"] = std::move(named);
  }
}

}  // namespace

guidance::Answers answers_on_map(const AnswersByTask& answers, const TablePicture& table) {
  const auto& picture = table.picture;
  const auto addressed = served(picture.instruments.size(), picture.addresses);
  auto met = served(picture.practices.size(), picture.meets);
  for (const auto& link : picture.carries) {
    if (link.strength > 0) met[link.from].insert(addressed[link.to].begin(), addressed[link.to].end());
  }
  auto found = answers_for_rules(answers);
  const auto problems = told_rows(rows_in(answers, "A_sum", "demands"));
  name_problems(found, "B3", "strategies", picture.instruments, addressed, problems);
  name_problems(found, "B4", "services", picture.instruments, addressed, problems);
  name_problems(found, "C8", "practices", picture.practices, met, problems);
  return found;
}

}  // namespace trivium::api
