#include "fit/since.hpp"

#include <algorithm>
#include <map>

namespace trivium::fit {
namespace {

using Fold = std::function<std::string(const std::string&)>;
// Of each thing of one picture: its place in the other, where it is there.
using Places = std::vector<std::optional<std::size_t>>;

struct Matched {
  Places then_of_now;
  Places now_of_then;
};

template <class Thing>
Matched match(const std::vector<Thing>& then, const std::vector<Thing>& now, const Fold& fold) {
  const auto said = [&](const std::vector<Thing>& things) {
    std::vector<Named> all;
    for (const auto& thing : things) all.push_back({thing.id, fold(thing.text)});
    return all;
  };
  Matched matched{same_as(said(then), said(now)), Places(then.size())};
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (const auto was = matched.then_of_now[i]) matched.now_of_then[*was] = i;
  }
  return matched;
}

template <class Thing>
std::vector<Trait> changed(const Thing& then, const Thing& now) {
  std::vector<Trait> traits;
  const auto compare = [&](Trait trait, auto Thing::* member) {
    if (then.*member != now.*member) traits.push_back(trait);
  };
  compare(Trait::text, &Thing::text);
  if constexpr (requires { &Thing::weight; }) compare(Trait::weight, &Thing::weight);
  compare(Trait::mechanisms, &Thing::mechanisms);
  if constexpr (requires { &Thing::scale; }) compare(Trait::scale, &Thing::scale);
  if constexpr (requires { &Thing::resource; }) compare(Trait::resource, &Thing::resource);
  if constexpr (requires { &Thing::effort; }) compare(Trait::effort, &Thing::effort);
  return traits;
}

template <class Thing>
void add_things(std::vector<ThingSince>& things, Column column, const std::vector<Thing>& then,
                const std::vector<Thing>& now, const Matched& matched) {
  for (std::size_t i = 0; i < now.size(); ++i) {
    const auto was = matched.then_of_now[i];
    if (!was) {
      things.push_back({.column = column, .turn = Turn::came, .then = {}, .now = i, .traits = {}});
    } else if (auto traits = changed(then[*was], now[i]); !traits.empty()) {
      things.push_back({.column = column, .turn = Turn::changed, .then = was, .now = i, .traits = std::move(traits)});
    }
  }
  for (std::size_t i = 0; i < then.size(); ++i) {
    if (!matched.now_of_then[i])
      things.push_back({.column = column, .turn = Turn::went, .then = i, .now = {}, .traits = {}});
  }
}

bool of_instrument(const Break& what) {
  return what.kind == BreakKind::answer_without_a_question || what.kind == BreakKind::unfunded;
}
bool of_practice(const Break& what) {
  return what.kind == BreakKind::busy_without_a_reason || what.kind == BreakKind::unstaffed;
}

struct Both {
  Matched demands;
  Matched instruments;
  Matched practices;

  [[nodiscard]] bool same(const Break& was, const Break& is) const {
    if (was.kind != is.kind) return false;
    return (!is.demand || demands.then_of_now[*is.demand] == was.demand) &&
           (!of_instrument(is) || instruments.then_of_now[*is.instrument] == was.instrument) &&
           (!of_practice(is) || practices.then_of_now[*is.practice] == was.practice);
  }
  [[nodiscard]] bool still_named(const Break& was) const {
    return (!was.demand || demands.now_of_then[*was.demand]) &&
           (!of_instrument(was) || instruments.now_of_then[*was.instrument]) &&
           (!of_practice(was) || practices.now_of_then[*was.practice]);
  }
};

void pair_turned(std::vector<BreakSince>& breaks, const Both& both) {
  for (std::size_t i = 0; i < breaks.size(); ++i) {
    if (breaks[i].fate != Fate::closed || !becomes_of_a_problem(breaks[i].what.kind)) continue;
    for (std::size_t j = i + 1; j < breaks.size(); ++j) {
      auto& later = breaks[j];
      if (later.fate != Fate::opened || later.turned || !becomes_of_a_problem(later.what.kind)) continue;
      if (both.demands.then_of_now[*later.what.demand] != breaks[i].what.demand) continue;
      later.turned = i;
      breaks[i].turned = j;
      break;
    }
    // One of two is gone, and the problem is no better met: what stayed is what it has become.
    for (std::size_t j = i + 1; j < breaks.size() && !breaks[i].turned; ++j) {
      const auto& stayed = breaks[j];
      if (stayed.fate == Fate::stayed && becomes_of_a_problem(stayed.what.kind) &&
          both.demands.then_of_now[*stayed.what.demand] == breaks[i].what.demand)
        breaks[i].turned = j;
    }
  }
}

}  // namespace

Places same_as(const std::vector<Named>& then, const std::vector<Named>& now) {
  Places found(now.size());
  std::vector<bool> taken(then.size());
  const auto pair_by = [&](std::string Named::* key) {
    std::map<std::string, std::vector<std::size_t>> open;
    for (std::size_t i = then.size(); i-- > 0;) {
      if (!taken[i] && !(then[i].*key).empty()) open[then[i].*key].push_back(i);
    }
    for (std::size_t i = 0; i < now.size(); ++i) {
      if (found[i]) continue;
      const auto here = open.find(now[i].*key);
      if (here == open.end() || here->second.empty()) continue;
      found[i] = here->second.back();
      taken[here->second.back()] = true;
      here->second.pop_back();
    }
  };
  pair_by(&Named::text);
  pair_by(&Named::id);
  return found;
}

Since since(const Picture& then, const Picture& now, const Fold& fold) {
  const Both both{.demands = match(then.demands, now.demands, fold),
                  .instruments = match(then.instruments, now.instruments, fold),
                  .practices = match(then.practices, now.practices, fold)};
  Since found;
  auto before = breaks(then, chains(then));
  std::vector<BreakSince> opened;
  std::vector<BreakSince> stayed;
  for (const auto& one : breaks(now, chains(now))) {
    const auto same = std::ranges::find_if(before, [&](const Break& earlier) { return both.same(earlier, one); });
    if (same == before.end()) {
      opened.push_back({Fate::opened, one, true});
    } else {
      stayed.push_back({Fate::stayed, one, true});
      before.erase(same);
    }
  }
  for (const auto& one : before) found.breaks.push_back({Fate::closed, one, both.still_named(one)});
  found.breaks.insert(found.breaks.end(), opened.begin(), opened.end());
  found.breaks.insert(found.breaks.end(), stayed.begin(), stayed.end());
  pair_turned(found.breaks, both);

  add_things(found.things, Column::demands, then.demands, now.demands, both.demands);
  add_things(found.things, Column::instruments, then.instruments, now.instruments, both.instruments);
  add_things(found.things, Column::practices, then.practices, now.practices, both.practices);
  return found;
}

}  // namespace trivium::fit
