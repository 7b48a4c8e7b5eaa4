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
  Matched matched{Places(now.size()), Places(then.size())};
  const auto pair_by = [&](const auto& key_of) {
    std::map<std::string, std::vector<std::size_t>> open;
    for (std::size_t i = then.size(); i-- > 0;) {
      if (!matched.now_of_then[i]) open[key_of(then[i])].push_back(i);
    }
    for (std::size_t i = 0; i < now.size(); ++i) {
      if (matched.then_of_now[i]) continue;
      const auto found = open.find(key_of(now[i]));
      if (found == open.end() || found->second.empty()) continue;
      matched.then_of_now[i] = found->second.back();
      matched.now_of_then[found->second.back()] = i;
      found->second.pop_back();
    }
  };
  pair_by([](const Thing& thing) { return thing.id; });
  pair_by([&](const Thing& thing) { return fold(thing.text); });
  return matched;
}

template <class Thing>
std::vector<Trait> changed(const Thing& then, const Thing& now) {
  std::vector<Trait> traits;
  const auto compare = [&](Trait trait, auto Thing::* member) {
    if (then.*member != now.*member) traits.push_back(trait);
  };
  compare(Trait::text, &Thing::text);
  compare(Trait::mechanisms, &Thing::mechanisms);
  if constexpr (requires { &Thing::weight; }) compare(Trait::weight, &Thing::weight);
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

// What a break is about: the demand where there is one, else the instrument, else the practice.
struct About {
  Column column;
  std::size_t place;
};

About about(const Break& what) {
  if (what.demand) return {Column::demands, *what.demand};
  if (what.instrument) return {Column::instruments, *what.instrument};
  return {Column::practices, *what.practice};
}

}  // namespace

Since since(const Picture& then, const Picture& now, const Fold& fold) {
  const auto demands = match(then.demands, now.demands, fold);
  const auto instruments = match(then.instruments, now.instruments, fold);
  const auto practices = match(then.practices, now.practices, fold);
  const auto then_of = [&](const About& here) -> std::optional<std::size_t> {
    switch (here.column) {
      case Column::demands: return demands.then_of_now[here.place];
      case Column::instruments: return instruments.then_of_now[here.place];
      case Column::practices: return practices.then_of_now[here.place];
    }
    return std::nullopt;
  };

  Since found;
  auto before = breaks(then, chains(then));
  std::vector<BreakSince> opened;
  std::vector<BreakSince> stayed;
  for (const auto& one : breaks(now, chains(now))) {
    const auto here = about(one);
    const auto was = then_of(here);
    const auto same = std::ranges::find_if(before, [&](const Break& earlier) {
      const auto there = about(earlier);
      return was && earlier.kind == one.kind && there.column == here.column && there.place == *was;
    });
    if (same == before.end()) {
      opened.push_back({Fate::opened, one, true});
    } else {
      stayed.push_back({Fate::stayed, one, true});
      before.erase(same);
    }
  }
  const auto still_named = [&](const About& there) {
    switch (there.column) {
      case Column::demands: return demands.now_of_then[there.place].has_value();
      case Column::instruments: return instruments.now_of_then[there.place].has_value();
      case Column::practices: return practices.now_of_then[there.place].has_value();
    }
    return false;
  };
  for (const auto& one : before) found.breaks.push_back({Fate::closed, one, still_named(about(one))});
  found.breaks.insert(found.breaks.end(), opened.begin(), opened.end());
  found.breaks.insert(found.breaks.end(), stayed.begin(), stayed.end());

  add_things(found.things, Column::demands, then.demands, now.demands, demands);
  add_things(found.things, Column::instruments, then.instruments, now.instruments, instruments);
  add_things(found.things, Column::practices, then.practices, now.practices, practices);
  return found;
}

}  // namespace trivium::fit
