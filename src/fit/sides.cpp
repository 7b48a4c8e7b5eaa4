#include "fit/sides.hpp"

#include "fit/chains.hpp"
#include "fit/shares.hpp"
#include "fit/strengths.hpp"

#include <algorithm>
#include <numeric>

namespace trivium::fit {
namespace {

using Rows = std::vector<std::vector<double>>;

// Each giver's row scaled so that what it gives adds up to 1; a giver without a link gives nothing anywhere.
Rows split(Rows rows) {
  for (auto& row : rows) {
    const double sum = std::accumulate(row.begin(), row.end(), 0.0);
    if (sum > 0) {
      for (double& cell : row) cell /= sum;
    }
  }
  return rows;
}

Rows resources(const Picture& picture) {
  std::vector<std::optional<double>> parts;
  for (const auto& instrument : picture.instruments) parts.push_back(instrument.resource);
  return corners(parts, picture.whole);
}

Rows efforts(const Picture& picture) {
  std::vector<std::optional<double>> parts;
  for (const auto& practice : picture.practices) parts.push_back(practice.effort);
  return corners(parts, std::nullopt);
}

// A table's columns as rows: what each giver does for each receiver.
Rows by_giver(const Strengths& table) {
  Rows rows(table.columns(), std::vector<double>(table.rows()));
  for (std::size_t giver = 0; giver < rows.size(); ++giver) {
    for (std::size_t i = 0; i < table.rows(); ++i) rows[giver][i] = table(i, giver);
  }
  return rows;
}

// One vertex as it receives from another.
struct Receiving {
  std::optional<Unsaid> empty;              // one of the two vertices has nothing in it
  std::optional<Unsaid> incomparable;       // there is nothing to be in proportion to
  std::vector<std::vector<double>> wanted;  // corners of what the receivers want
  Unsaid nothing_wanted;                    // why, where there is no corner
  std::vector<double> reached;              // by receiver, how strongly it is reached at all
  std::vector<std::vector<double>> given;   // corners of what the givers have to give
  Unsaid nothing_given;
  Rows rows;  // giver × receiver
};

Side side_of(Receiving from) {
  Side side{};
  side.why_no_reach = from.empty;
  if (!from.empty && from.wanted.empty()) side.why_no_reach = from.nothing_wanted;
  side.why_no_proportion = side.why_no_reach ? side.why_no_reach : from.incomparable;
  if (!side.why_no_reach) side.reach = weighed(from.wanted, from.reached);
  if (side.why_no_proportion) return side;
  if (from.given.empty()) side.why_no_proportion = from.nothing_given;
  else side.proportion = in_common(from.wanted, from.given, split(std::move(from.rows)));
  return side;
}

std::optional<Unsaid> nothing_in(bool receivers, Unsaid no_receiver, bool givers, Unsaid no_giver) {
  if (!receivers) return no_receiver;
  if (!givers) return no_giver;
  return std::nullopt;
}

std::optional<Unsaid> one_demand(const Picture& picture) {
  return picture.demands.size() == 1 ? std::optional{Unsaid::one_demand} : std::nullopt;
}

Side cluster_and_policy(const Picture& picture, const Tables& tables) {
  std::vector<double> best(tables.a.rows());
  for (std::size_t i = 0; i < best.size(); ++i) {
    for (std::size_t j = 0; j < tables.a.columns(); ++j) best[i] = std::max(best[i], tables.a(i, j));
  }
  return side_of({.empty = nothing_in(!picture.demands.empty(), Unsaid::no_demand, !picture.instruments.empty(),
                                      Unsaid::no_instrument),
                  .incomparable = one_demand(picture),
                  .wanted = {tables.weights},
                  .nothing_wanted = Unsaid::no_demand,
                  .reached = std::move(best),
                  .given = resources(picture),
                  .nothing_given = Unsaid::nothing_spent,
                  .rows = by_giver(tables.a)});
}

// Resources are what is wanted, effort what arrives; both may hold unknown parts.
Side policy_and_practice(const Picture& picture, const Tables& tables) {
  return side_of({.empty = nothing_in(!picture.instruments.empty(), Unsaid::no_instrument, !picture.practices.empty(),
                                      Unsaid::no_practice),
                  .incomparable = {},
                  .wanted = resources(picture),
                  .nothing_wanted = Unsaid::nothing_spent,
                  .reached = tables.carried,
                  .given = efforts(picture),
                  .nothing_given = Unsaid::nothing_done,
                  .rows = by_giver(tables.b)});
}

// A practice serves a demand directly or through the instrument it carries, whichever is stronger.
Rows served(const Picture& picture, const Tables& tables) {
  Rows rows = by_giver(tables.c);
  std::vector<std::vector<Link>> by_instrument(picture.instruments.size());
  for (const auto& addresses : picture.addresses) by_instrument[addresses.from].push_back(addresses);
  for (const auto& carries : picture.carries) {
    for (const auto& addresses : by_instrument[carries.to]) {
      double& cell = rows[carries.from][addresses.to];
      cell = std::max(cell, std::min(addresses.strength, carries.strength));
    }
  }
  return rows;
}

Side cluster_and_practice(const Picture& picture, const Tables& tables) {
  std::vector<double> carried(picture.demands.size());
  for (const auto& chain : chains(picture)) carried[chain.demand] = chain.strength;
  return side_of({.empty = nothing_in(!picture.demands.empty(), Unsaid::no_demand, !picture.practices.empty(),
                                      Unsaid::no_practice),
                  .incomparable = one_demand(picture),
                  .wanted = {tables.weights},
                  .nothing_wanted = Unsaid::no_demand,
                  .reached = std::move(carried),
                  .given = efforts(picture),
                  .nothing_given = Unsaid::nothing_done,
                  .rows = served(picture, tables)});
}

}  // namespace

Sides sides(const Picture& picture) {
  const Tables tables{picture};
  return {.a_b = cluster_and_policy(picture, tables),
          .b_c = policy_and_practice(picture, tables),
          .a_c = cluster_and_practice(picture, tables)};
}

}  // namespace trivium::fit
