#include "fit/chains.hpp"

#include "fit/strengths.hpp"

#include <algorithm>
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

std::optional<std::size_t> carried_through(const Picture& picture, const Tables& tables, std::size_t demand) {
  std::optional<std::size_t> found;
  const auto rank = [&](std::size_t j) {
    return std::tuple{std::min(tables.a(demand, j), tables.carried[j]), !unfunded(picture, j),
                      !unstaffed(picture, tables.carrier[j].value_or(0))};
  };
  for (std::size_t j = 0; j < tables.a.columns(); ++j) {
    if (tables.a(demand, j) == 0 || !tables.carrier[j]) continue;
    if (!found || rank(j) > rank(*found)) found = j;
  }
  return found;
}

Chain chain_of(const Picture& picture, const Tables& tables, std::size_t demand) {
  Chain chain{.demand = demand, .strength = 0, .standing = Standing::unanswered, .instrument = {}, .practice = {}};
  const auto met = strongest(tables.c, demand, [&](std::size_t k) { return unstaffed(picture, k); });
  if (met) chain.strength = tables.c(demand, *met);
  if (const auto through = carried_through(picture, tables, demand)) {
    chain.strength = std::max(chain.strength, std::min(tables.a(demand, *through), tables.carried[*through]));
    chain.standing = Standing::carried_through;
    chain.instrument = through;
    chain.practice = tables.carrier[*through];
    return chain;
  }
  // An instrument and a practice that both touch the demand without touching each other are no chain: the practice
  // carries it from below, and the instrument stays named beside it.
  chain.instrument = strongest(tables.a, demand, [&](std::size_t j) { return unfunded(picture, j); });
  chain.practice = met;
  if (met) chain.standing = Standing::from_below;
  else if (chain.instrument) chain.standing = Standing::on_paper;
  return chain;
}

Control control_of(const std::optional<Scale>& lever, const std::optional<Scale>& reached, Control near) {
  if (lever && *lever >= Scale::national) return Control::lobby;
  if (lever && reached && *lever > *reached) return Control::lobby;
  return near;
}

}  // namespace

std::vector<Chain> chains(const Picture& picture) {
  const Tables tables{picture};
  std::vector<Chain> all;
  all.reserve(picture.demands.size());
  for (std::size_t i = 0; i < picture.demands.size(); ++i) all.push_back(chain_of(picture, tables, i));
  return all;
}

std::vector<Break> breaks(const Picture& picture, const std::vector<Chain>& chains) {
  const Tables tables{picture};
  std::vector<Break> found;
  for (const auto& chain : chains) {
    const auto& demand = picture.demands[chain.demand];
    const double weight = tables.weights[chain.demand];
    const auto add = [&](BreakKind kind, Control control) {
      found.push_back({.kind = kind,
                       .control = control,
                       .weight = weight,
                       .demand = chain.demand,
                       .instrument = chain.instrument,
                       .practice = chain.practice});
    };
    switch (chain.standing) {
      case Standing::unanswered:
        add(BreakKind::unanswered, control_of(demand.scale, picture.reached, Control::influence));
        break;
      case Standing::on_paper: add(BreakKind::on_paper, Control::by_hand); break;
      case Standing::from_below: add(BreakKind::from_below, Control::influence); break;
      case Standing::carried_through: break;
    }
    if (demand.scale && picture.reached && *demand.scale > *picture.reached)
      add(BreakKind::wrong_scale, Control::lobby);
    if (!demand.unmet_actors.empty()) add(BreakKind::unreached, Control::by_hand);
    if (chain.instrument && unfunded(picture, *chain.instrument)) add(BreakKind::unfunded, Control::influence);
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
  std::ranges::stable_sort(found, std::ranges::greater{}, &Break::weight);
  return found;
}

}  // namespace trivium::fit
