#include "fit/chains.hpp"

#include "fit/strengths.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace trivium::fit {
namespace {

bool unfunded(const Picture& picture, std::size_t instrument) {
  return picture.instruments[instrument].resource == 0.0;
}
bool unstaffed(const Picture& picture, std::size_t practice) { return picture.practices[practice].effort == 0.0; }

// Of the things that touch the demand: the strongest, of equals one that has means of its own, then the first.
template <class WithoutMeans>
std::optional<std::size_t> strongest(const Strengths& table, std::size_t demand, const WithoutMeans& without_means) {
  const auto rank = [&](std::size_t column) { return std::tuple{table(demand, column), !without_means(column)}; };
  std::optional<std::size_t> found;
  for (std::size_t column = 0; column < table.columns(); ++column) {
    if (table(demand, column) > 0 && (!found || rank(column) > rank(*found))) found = column;
  }
  return found;
}

struct Through {
  std::size_t instrument;
  std::size_t practice;
  std::tuple<double, bool, bool, double> rank;  // strength, means, time, strength of the other link
};

std::optional<Through> carried_through(const Picture& picture, const Tables& tables, std::size_t demand) {
  std::optional<Through> found;
  for (std::size_t j = 0; j < tables.a.columns(); ++j) {
    const double addressed = tables.a(demand, j);
    if (addressed == 0 || !tables.carrier[j]) continue;
    const double strength = std::min(addressed, tables.carried[j]);
    // Who has time and carries it strongly enough is as good as whoever carries it most.
    const auto& staffed = tables.staffed[j];
    const auto practice = staffed && tables.b(j, *staffed) >= strength ? *staffed : *tables.carrier[j];
    const Through way{
        j,
        practice,
        {strength, !unfunded(picture, j), !unstaffed(picture, practice), std::max(addressed, tables.b(j, practice))}};
    if (!found || way.rank > found->rank) found = way;
  }
  return found;
}

Chain chain_of(const Picture& picture, const Tables& tables, std::size_t demand) {
  Chain chain{.demand = demand, .strength = 0, .standing = Standing::unanswered, .instrument = {}, .practice = {}};
  const auto met = strongest(tables.c, demand, [&](std::size_t k) { return unstaffed(picture, k); });
  if (met) chain.strength = tables.c(demand, *met);
  const auto through = carried_through(picture, tables, demand);
  if (through && std::get<0>(through->rank) >= chain.strength) {
    chain.strength = std::get<0>(through->rank);
    chain.standing = Standing::carried_through;
    chain.instrument = through->instrument;
    chain.practice = through->practice;
    return chain;
  }
  chain.instrument = strongest(tables.a, demand, [&](std::size_t j) { return unfunded(picture, j); });
  chain.practice = met;
  if (met) chain.standing = Standing::from_below;
  else if (chain.instrument) chain.standing = Standing::on_paper;
  return chain;
}

// What becomes of the problems comes before what else is missing, and no answer at all before half of one.
int rank_of(BreakKind kind) {
  return static_cast<int>(becomes_of_a_problem(kind) ? kind : BreakKind::answer_without_a_question);
}

std::vector<Break> in_order(std::vector<Break> found) {
  std::ranges::stable_sort(found, std::ranges::greater{}, &Break::weight);
  std::ranges::stable_sort(found, {}, [](const Break& one) { return rank_of(one.kind); });
  // Those of one kind stand together, where the heaviest of them stood.
  std::vector<BreakKind> kinds;
  for (const auto& one : found) {
    if (std::ranges::find(kinds, one.kind) == kinds.end()) kinds.push_back(one.kind);
  }
  std::ranges::stable_sort(found, {}, [&](const Break& one) { return std::ranges::find(kinds, one.kind); });
  return found;
}

bool carried_by_somebody(const Tables& tables, std::size_t demand) {
  for (std::size_t j = 0; j < tables.a.columns(); ++j) {
    if (tables.a(demand, j) > 0 && tables.carrier[j]) return true;
  }
  return false;
}

bool out_of_reach(const Picture& picture, const Demand& demand) {
  return demand.scale && picture.out_of_reach && *demand.scale >= *picture.out_of_reach;
}

Control control_of(const Picture& picture, const Demand& demand) {
  return for_the_lobbying_list(demand) || out_of_reach(picture, demand) ? Control::lobby : Control::influence;
}

}  // namespace

std::vector<std::size_t> other_instruments(const Picture& picture, std::size_t demand,
                                           std::optional<std::size_t> named) {
  std::set<std::size_t> others;
  for (const auto& link : picture.addresses) {
    if (link.to == demand && link.strength > 0 && link.from != named) others.insert(link.from);
  }
  return {others.begin(), others.end()};
}

std::vector<Chain> chains(const Picture& picture) {
  const Tables tables{picture};
  std::vector<Chain> all;
  all.reserve(picture.demands.size());
  for (std::size_t i = 0; i < picture.demands.size(); ++i) all.push_back(chain_of(picture, tables, i));
  return all;
}

bool becomes_of_a_problem(BreakKind kind) {
  return kind == BreakKind::unanswered || kind == BreakKind::on_paper || kind == BreakKind::from_below;
}

std::vector<Break> breaks(const Picture& picture, const std::vector<Chain>& chains) {
  const Tables tables{picture};
  std::vector<Break> found;
  for (const auto& chain : chains) {
    const auto& demand = picture.demands[chain.demand];
    const double weight = tables.weights[chain.demand];
    const auto add = [&](BreakKind kind, Control control) -> Break& {
      found.push_back({.kind = kind,
                       .control = control,
                       .weight = weight,
                       .demand = chain.demand,
                       .instrument = chain.instrument,
                       .practice = chain.practice});
      return found.back();
    };
    switch (chain.standing) {
      case Standing::unanswered: add(BreakKind::unanswered, control_of(picture, demand)); break;
      case Standing::on_paper: add(BreakKind::on_paper, Control::by_hand); break;
      case Standing::from_below:
        add(BreakKind::from_below, Control::influence);
        if (chain.instrument && !carried_by_somebody(tables, chain.demand))
          add(BreakKind::on_paper, Control::by_hand).practice.reset();
        break;
      case Standing::carried_through: break;
    }
    // Both lie in the demand itself, whatever stands behind it: its way is none of their records.
    const auto add_alone = [&](BreakKind kind, Control control) {
      auto& alone = add(kind, control);
      alone.instrument.reset();
      alone.practice.reset();
    };
    if (out_of_reach(picture, demand)) add_alone(BreakKind::wrong_scale, Control::lobby);
    if (!demand.unmet_actors.empty()) add_alone(BreakKind::unreached, Control::by_hand);
    if (chain.instrument && chain.standing != Standing::from_below && unfunded(picture, *chain.instrument))
      add(BreakKind::unfunded, Control::influence);
    if (chain.practice && unstaffed(picture, *chain.practice)) add(BreakKind::unstaffed, Control::by_hand);
  }
  for (std::size_t j = 0; j < picture.instruments.size(); ++j) {
    bool addresses = false;
    for (std::size_t i = 0; i < tables.a.rows(); ++i) addresses = addresses || tables.a(i, j) > 0;
    if (!addresses) {
      found.push_back({.kind = BreakKind::answer_without_a_question,
                       .control = Control::influence,
                       .weight = 0,
                       .demand = {},
                       .instrument = j,
                       .practice = {}});
    }
  }
  for (std::size_t k = 0; k < picture.practices.size(); ++k) {
    bool serves = false;
    for (std::size_t j = 0; j < tables.b.rows(); ++j) serves = serves || tables.b(j, k) > 0;
    for (std::size_t i = 0; i < tables.c.rows(); ++i) serves = serves || tables.c(i, k) > 0;
    if (!serves) {
      found.push_back({.kind = BreakKind::busy_without_a_reason,
                       .control = Control::by_hand,
                       .weight = 0,
                       .demand = {},
                       .instrument = {},
                       .practice = k});
    }
  }
  return in_order(std::move(found));
}

}  // namespace trivium::fit
