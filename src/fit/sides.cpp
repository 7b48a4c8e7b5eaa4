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

std::vector<std::optional<double>> resources_of(const Picture& picture) {
  std::vector<std::optional<double>> parts;
  for (const auto& instrument : picture.instruments) parts.push_back(instrument.resource);
  return parts;
}

std::vector<std::optional<double>> efforts_of(const Picture& picture) {
  std::vector<std::optional<double>> parts;
  for (const auto& practice : picture.practices) parts.push_back(practice.effort);
  return parts;
}

std::optional<Unsaid> too_few_demands(const Picture& picture) {
  if (picture.demands.empty()) return Unsaid::no_demand;
  if (picture.demands.size() == 1) return Unsaid::one_demand;
  return std::nullopt;
}

Side cluster_and_policy(const Picture& picture, const Tables& tables) {
  Side side{};
  side.why_no_reach = picture.demands.empty()       ? std::optional{Unsaid::no_demand}
                      : picture.instruments.empty() ? std::optional{Unsaid::no_instrument}
                                                    : std::nullopt;
  side.why_no_proportion = side.why_no_reach ? side.why_no_reach : too_few_demands(picture);
  if (!side.why_no_reach) {
    double reach = 0;
    for (std::size_t i = 0; i < tables.a.rows(); ++i) {
      double best = 0;
      for (std::size_t j = 0; j < tables.a.columns(); ++j) best = std::max(best, tables.a(i, j));
      reach += tables.weights[i] * best;
    }
    side.reach = Interval{reach, reach};
  }
  if (side.why_no_proportion) return side;
  const auto shares = corners(resources_of(picture));
  if (shares.empty()) {
    side.why_no_proportion = Unsaid::nothing_spent;
    return side;
  }
  Rows rows(tables.a.columns(), std::vector<double>(tables.a.rows()));
  for (std::size_t j = 0; j < rows.size(); ++j) {
    for (std::size_t i = 0; i < tables.a.rows(); ++i) rows[j][i] = tables.a(i, j);
  }
  side.proportion = in_common({tables.weights}, shares, split(std::move(rows)));
  return side;
}

// Resources are what is wanted, effort what arrives; both may hold unknown parts.
Side policy_and_practice(const Picture& picture, const Tables& tables) {
  Side side{};
  side.why_no_reach = picture.instruments.empty() ? std::optional{Unsaid::no_instrument}
                      : picture.practices.empty() ? std::optional{Unsaid::no_practice}
                                                  : std::nullopt;
  side.why_no_proportion = side.why_no_reach;
  if (side.why_no_reach) return side;
  const auto wanted = corners(resources_of(picture));
  if (wanted.empty()) {
    side.why_no_reach = side.why_no_proportion = Unsaid::nothing_spent;
    return side;
  }
  side.reach = weighed(wanted, tables.carried);
  const auto effort = corners(efforts_of(picture));
  if (effort.empty()) {
    side.why_no_proportion = Unsaid::nothing_done;
    return side;
  }
  Rows rows(tables.b.columns(), std::vector<double>(tables.b.rows()));
  for (std::size_t k = 0; k < rows.size(); ++k) {
    for (std::size_t j = 0; j < tables.b.rows(); ++j) rows[k][j] = tables.b(j, k);
  }
  side.proportion = in_common(wanted, effort, split(std::move(rows)));
  return side;
}

Side cluster_and_practice(const Picture& picture, const Tables& tables) {
  Side side{};
  side.why_no_reach = picture.demands.empty()     ? std::optional{Unsaid::no_demand}
                      : picture.practices.empty() ? std::optional{Unsaid::no_practice}
                                                  : std::nullopt;
  side.why_no_proportion = side.why_no_reach ? side.why_no_reach : too_few_demands(picture);
  if (!side.why_no_reach) {
    double reach = 0;
    for (const auto& chain : chains(picture)) reach += tables.weights[chain.demand] * chain.strength;
    side.reach = Interval{reach, reach};
  }
  if (side.why_no_proportion) return side;
  const auto shares = corners(efforts_of(picture));
  if (shares.empty()) {
    side.why_no_proportion = Unsaid::nothing_done;
    return side;
  }
  // A practice serves a demand directly or through the instrument it carries, whichever is stronger.
  Rows rows(picture.practices.size(), std::vector<double>(picture.demands.size()));
  for (std::size_t k = 0; k < rows.size(); ++k) {
    for (std::size_t i = 0; i < picture.demands.size(); ++i) rows[k][i] = tables.c(i, k);
  }
  std::vector<std::vector<Link>> by_instrument(picture.instruments.size());
  for (const auto& addresses : picture.addresses) by_instrument[addresses.from].push_back(addresses);
  for (const auto& carries : picture.carries) {
    for (const auto& addresses : by_instrument[carries.to]) {
      double& cell = rows[carries.from][addresses.to];
      cell = std::max(cell, std::min(addresses.strength, carries.strength));
    }
  }
  side.proportion = in_common({tables.weights}, shares, split(std::move(rows)));
  return side;
}

}  // namespace

Sides sides(const Picture& picture) {
  const Tables tables{picture};
  return {.a_b = cluster_and_policy(picture, tables),
          .b_c = policy_and_practice(picture, tables),
          .a_c = cluster_and_practice(picture, tables)};
}

}  // namespace trivium::fit
