// The sides as their formula reads them, worked out without the code that is tested, and the ends their numbers reach.
#pragma once

#include "fit/picture.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>
#include <span>

namespace trivium::fit {

using Rows = std::vector<std::vector<double>>;  // giver × receiver
using Amounts = std::vector<std::optional<double>>;

inline Rows rows_of(std::size_t givers, std::size_t receivers, const std::vector<Link>& links) {
  Rows rows(givers, std::vector<double>(receivers));
  for (const auto& link : links) rows[link.from][link.to] = std::max(rows[link.from][link.to], link.strength);
  return rows;
}

// A side as the formula reads it: what the receivers weigh, what the givers give, how strongly each gives to each.
struct Formula {
  Amounts wanted;
  Amounts given;
  Rows rows;
  std::vector<double> reached;
  std::optional<double> whole_of_wanted;
  std::optional<double> whole_of_given;

  static std::vector<double> shares(const Amounts& amounts) {
    std::vector<double> all;
    for (const auto& amount : amounts) all.push_back(amount.value());
    const double sum = std::accumulate(all.begin(), all.end(), 0.0);
    for (double& one : all) one /= sum;
    return all;
  }

  [[nodiscard]] double reach() const {
    const auto weights = shares(wanted);
    return std::inner_product(weights.begin(), weights.end(), reached.begin(), 0.0);
  }

  // 1 − ½ Σᵢ |wᵢ − ρᵢ| − ½ ρ₀
  [[nodiscard]] double proportion() const {
    const auto weights = shares(wanted);
    const auto gives = shares(given);
    std::vector<double> arrives(weights.size());
    double nowhere = 0;
    for (std::size_t giver = 0; giver < rows.size(); ++giver) {
      const double all = std::accumulate(rows[giver].begin(), rows[giver].end(), 0.0);
      if (all == 0) nowhere += gives[giver];
      for (std::size_t i = 0; all > 0 && i < arrives.size(); ++i) arrives[i] += gives[giver] * rows[giver][i] / all;
    }
    double apart = nowhere;
    for (std::size_t i = 0; i < arrives.size(); ++i) apart += std::abs(weights[i] - arrives[i]);
    return 1 - apart / 2;
  }
};

inline Amounts weights_in(const Picture& picture) {
  Amounts all;
  for (const auto& demand : picture.demands) all.emplace_back(demand.weight);
  return all;
}
inline Amounts resources_in(const Picture& picture) {
  Amounts all;
  for (const auto& instrument : picture.instruments) all.push_back(instrument.resource);
  return all;
}
inline Amounts efforts_in(const Picture& picture) {
  Amounts all;
  for (const auto& practice : picture.practices) all.push_back(practice.effort);
  return all;
}

inline std::vector<double> strongest(const Rows& rows, std::size_t receivers) {
  std::vector<double> most(receivers);
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < receivers; ++i) most[i] = std::max(most[i], row[i]);
  }
  return most;
}

inline std::array<Formula, 3> formulas(const Picture& picture) {
  const auto demands = picture.demands.size();
  const auto instruments = picture.instruments.size();
  const auto practices = picture.practices.size();
  const auto a = rows_of(instruments, demands, picture.addresses);
  const auto b = rows_of(practices, instruments, picture.carries);
  auto through = rows_of(practices, demands, picture.meets);
  for (std::size_t k = 0; k < practices; ++k) {
    for (std::size_t j = 0; j < instruments; ++j) {
      for (std::size_t i = 0; i < demands; ++i) through[k][i] = std::max(through[k][i], std::min(a[j][i], b[k][j]));
    }
  }
  return {Formula{weights_in(picture), resources_in(picture), a, strongest(a, demands), {}, picture.whole},
          Formula{resources_in(picture), efforts_in(picture), b, strongest(b, instruments), picture.whole, {}},
          Formula{weights_in(picture), efforts_in(picture), through, strongest(through, demands), {}, {}}};
}

// The unknown among some amounts, to be chosen one after the other, each by a part of what is left for it. What is
// chosen are shares: among them the proportion is concave, so a search along a line finds its top.
class Unknown {
 public:
  Unknown(Amounts& amounts, const std::optional<double>& whole) : amounts_{amounts} {
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      known_ += amounts[i].value_or(0);
      if (!amounts[i]) places_.push_back(i);
    }
    constexpr double kNearlyAll = 1 - 1e-11;  // no amount is everything where something else is known
    if (known_ > 0) most_ = whole && known_ <= *whole ? 1 - known_ / *whole : kNearlyAll;
  }

  // Choices that are open: where nothing is known the last one has what is left.
  [[nodiscard]] std::size_t choices() const {
    return known_ > 0 || places_.empty() ? places_.size() : places_.size() - 1;
  }

  void fall(std::span<const double> parts) const {
    double left = most_;
    double taken = 0;
    std::vector<double> shares;
    for (const double part : parts) {
      shares.push_back(part * left);
      left -= shares.back();
      taken += shares.back();
    }
    if (shares.size() < places_.size()) shares.push_back(1 - taken);
    for (std::size_t i = 0; i < places_.size(); ++i)
      amounts_[places_[i]] = known_ > 0 ? shares[i] * known_ / (1 - taken) : shares[i];
  }

 private:
  Amounts& amounts_;
  std::vector<std::size_t> places_;
  double known_ = 0;
  double most_ = 1;
};

// The top of a concave function on [0, 1].
inline double top(const std::function<double(double)>& value) {
  constexpr double kGolden = 0.6180339887498949;
  double from = 0;
  double to = 1;
  double one = to - kGolden * (to - from);
  double other = from + kGolden * (to - from);
  double at_one = value(one);
  double at_other = value(other);
  double best = std::max({value(0), value(1), at_one, at_other});
  for (int step = 0; step < 48; ++step) {
    if (at_one >= at_other) {
      to = other;
      other = one;
      at_other = at_one;
      at_one = value(one = to - kGolden * (to - from));
    } else {
      from = one;
      one = other;
      at_one = at_other;
      at_other = value(other = from + kGolden * (to - from));
    }
    best = std::max({best, at_one, at_other});
  }
  return best;
}

inline double highest(std::vector<double>& parts, std::size_t place, const std::function<double()>& value) {
  if (place == parts.size()) return value();
  return top([&](double part) {
    parts[place] = part;
    return highest(parts, place + 1, value);
  });
}

// Among the corners: each part nothing, or all that is left.
inline double lowest(std::vector<double>& parts, std::size_t place, const std::function<double()>& value) {
  if (place == parts.size()) return value();
  double least = 2;
  for (const double part : {0.0, 1.0}) {
    parts[place] = part;
    least = std::min(least, lowest(parts, place + 1, value));
  }
  return least;
}

struct Ends {
  double least;
  double most;
};

// None where the search would take too long, or nothing is unknown.
inline std::optional<Ends> found_ends(const Formula& side, double (Formula::*value)() const, std::size_t most_choices) {
  Formula complete = side;
  const Unknown wanted{complete.wanted, side.whole_of_wanted};
  const Unknown given{complete.given, side.whole_of_given};
  std::vector<double> parts(wanted.choices() + given.choices());
  if (parts.empty() || parts.size() > most_choices) return std::nullopt;
  const auto here = [&] {
    const std::span all{parts};
    wanted.fall(all.first(wanted.choices()));
    given.fall(all.last(given.choices()));
    return (complete.*value)();
  };
  return Ends{lowest(parts, 0, here), highest(parts, 0, here)};
}

}  // namespace trivium::fit
