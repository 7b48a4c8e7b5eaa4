#include "api/links_since.hpp"

#include "api/wording.hpp"
#include "fit/since.hpp"

#include <map>

namespace trivium::api {
namespace {

// By a row's id in the last round: its id in this one, and whether this round's own table says it.
struct Now {
  std::string id;
  bool answered_again;
};
using Rows = std::map<std::string, Now>;

template <class Thing>
std::vector<Thing> with(std::vector<Thing> things, const std::vector<Thing>& more) {
  things.insert(things.end(), more.begin(), more.end());
  return things;
}

template <class Thing>
Rows rows_now(const std::vector<Thing>& then, const std::vector<Thing>& now, const std::set<std::string>& taken_over) {
  const auto named = [](const std::vector<Thing>& things) {
    std::vector<fit::Named> all;
    for (const auto& thing : things) all.push_back({thing.id, folded(thing.text)});
    return all;
  };
  const auto was = fit::same_as(named(then), named(now));
  Rows rows;
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (was[i]) rows[then[*was[i]].id] = {now[i].id, !taken_over.contains(now[i].task)};
  }
  return rows;
}

}  // namespace

std::vector<triangle::DrawnLink> links_that_stand(const LastRound& last, const TablePicture& now,
                                                  const std::set<std::string>& taken_over) {
  const auto& then = last.table;
  const auto demands = rows_now(then.picture.demands, now.picture.demands, taken_over);
  const auto instruments = rows_now(then.picture.instruments, now.picture.instruments, taken_over);
  const auto practices = rows_now(with(then.picture.practices, then.introductions),
                                  with(now.picture.practices, now.introductions), taken_over);
  std::vector<triangle::DrawnLink> standing;
  for (auto link : last.links) {
    const auto& froms = link.kind == triangle::LinkKind::addresses ? instruments : practices;
    const auto& tos = link.kind == triangle::LinkKind::carries ? instruments : demands;
    const auto from = froms.find(link.from_row);
    const auto to = tos.find(link.to_row);
    if (from == froms.end() || to == tos.end()) continue;
    const bool came_back = from->second.answered_again && to->second.answered_again &&
                           from->second.id == link.from_row && to->second.id == link.to_row;
    if (came_back) continue;
    link.from_row = from->second.id;
    link.to_row = to->second.id;
    standing.push_back(std::move(link));
  }
  return standing;
}

}  // namespace trivium::api
