#include "api/answers_on_map.hpp"

#include "api/demand_places.hpp"

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

// The picture has the things in the order their rows stand in.
template <class Thing>
void name_problems(guidance::Answers& answers, const char* task, const char* facet, const std::vector<Thing>& things,
                   const Served& linked) {
  const auto answer = answers.find(task);
  if (answer == answers.end() || !answer->second.facets.contains(facet)) return;
  auto row = answer->second.facets[facet].begin();
  const auto end = answer->second.facets[facet].end();
  for (std::size_t i = 0; i < things.size() && row != end; ++i) {
    if (things[i].task != task) continue;
    auto named = row->value("problems", shape::Json::array());
    for (const auto demand : linked[i]) {
      if (demand >= kDemandPlaces.size()) continue;
      const shape::Json place = kDemandPlaces.at(demand);
      if (std::ranges::none_of(named, [&](const shape::Json& one) { return one == place; })) named.push_back(place);
    }
    if (!named.empty()) (*row)["problems"] = std::move(named);
    ++row;
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
  name_problems(found, "B3", "strategies", picture.instruments, addressed);
  name_problems(found, "B4", "services", picture.instruments, addressed);
  name_problems(found, "C8", "practices", picture.practices, met);
  return found;
}

}  // namespace trivium::api
