#include "fit/shares.hpp"

#include <glpk.h>

#include <algorithm>
#include <memory>
#include <set>
#include <stdexcept>

namespace trivium::fit {
namespace {

using Corners = std::vector<std::vector<double>>;

// What arrives at each receiver, for every corner; each different one once.
Corners arrived(const Corners& given, const Corners& rows, std::size_t receivers) {
  std::set<std::vector<double>> found;
  for (const auto& shares : given) {
    std::vector<double> sums(receivers, 0.0);
    for (std::size_t giver = 0; giver < shares.size(); ++giver) {
      if (shares[giver] == 0) continue;
      for (std::size_t i = 0; i < receivers; ++i) sums[i] += shares[giver] * rows[giver][i];
    }
    found.insert(std::move(sums));
  }
  return {found.begin(), found.end()};
}

// The places where a corner is not zero: one, where it says that one part is everything.
std::vector<std::size_t> places(const std::vector<double>& corner) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < corner.size(); ++i) {
    if (corner[i] > 0) found.push_back(i);
  }
  return found;
}

constexpr Interval kNothingSeen{.least = 1, .most = 0};

// A sum of shares is at most 1, of rounded ones it may be a hair more.
void take_in(Interval& interval, double sum) {
  const double part = std::clamp(sum, 0.0, 1.0);
  interval = {.least = std::min(interval.least, part), .most = std::max(interval.most, part)};
}

// A linear programme as GLPK wants it: counted from 1.
class Programme {
 public:
  Programme(int rows, int columns) : problem_{glp_create_prob(), &glp_delete_prob} {
    glp_set_obj_dir(problem_.get(), GLP_MAX);
    glp_add_rows(problem_.get(), rows);
    glp_add_cols(problem_.get(), columns);
  }
  void set(int row, int column, double value) {
    if (value == 0) return;
    rows_.push_back(row);
    columns_.push_back(column);
    values_.push_back(value);
  }
  // A group of columns that are shares of 1, held together by one row.
  void mixture(int row, int first, std::size_t count) {
    glp_set_row_bnds(problem_.get(), row, GLP_FX, 1, 1);
    for (int column = first; column < first + static_cast<int>(count); ++column) {
      glp_set_col_bnds(problem_.get(), column, GLP_LO, 0, 0);
      set(row, column, 1);
    }
  }
  void at_most_zero(int row) { glp_set_row_bnds(problem_.get(), row, GLP_UP, 0, 0); }
  void counted(int column) {
    glp_set_col_bnds(problem_.get(), column, GLP_LO, 0, 0);
    glp_set_obj_coef(problem_.get(), column, 1);
  }
  double best() {
    glp_load_matrix(problem_.get(), static_cast<int>(values_.size()) - 1, rows_.data(), columns_.data(),
                    values_.data());
    glp_smcp how;
    glp_init_smcp(&how);
    how.msg_lev = GLP_MSG_OFF;
    if (glp_simplex(problem_.get(), &how) != 0 || glp_get_status(problem_.get()) != GLP_OPT) {
      throw std::logic_error{"a mixture of shares has no best"};
    }
    return glp_get_obj_val(problem_.get());
  }

 private:
  std::unique_ptr<glp_prob, decltype(&glp_delete_prob)> problem_;
  std::vector<int> rows_{0};
  std::vector<int> columns_{0};
  std::vector<double> values_{0};
};

// max Σ tᵢ with tᵢ ≤ Σ μ·wanted and tᵢ ≤ Σ λ·got, μ and λ mixtures.
double best_mixture(const Corners& wanted, const Corners& got) {
  const auto receivers = static_cast<int>(wanted.front().size());
  const int wants = receivers + 1;
  const int gets = wants + static_cast<int>(wanted.size());
  Programme programme{2 * receivers + 2, gets - 1 + static_cast<int>(got.size())};
  for (int i = 1; i <= receivers; ++i) {
    const auto at = static_cast<std::size_t>(i - 1);
    programme.counted(i);
    programme.at_most_zero(i);
    programme.at_most_zero(receivers + i);
    programme.set(i, i, 1);
    programme.set(receivers + i, i, 1);
    for (std::size_t m = 0; m < wanted.size(); ++m) programme.set(i, wants + static_cast<int>(m), -wanted[m][at]);
    for (std::size_t m = 0; m < got.size(); ++m) programme.set(receivers + i, gets + static_cast<int>(m), -got[m][at]);
  }
  programme.mixture(2 * receivers + 1, wants, wanted.size());
  programme.mixture(2 * receivers + 2, gets, got.size());
  return programme.best();
}

}  // namespace

Corners corners(std::span<const std::optional<double>> parts, std::optional<double> whole) {
  Corners found;
  double known = 0;
  for (const auto& part : parts) known += part.value_or(0);
  if (known > 0) {
    auto& shares = found.emplace_back(parts.size(), 0.0);
    for (std::size_t i = 0; i < parts.size(); ++i) shares[i] = parts[i].value_or(0) / known;
  }
  // What is left of the whole for the unknown; what is known already exceeds it only where it is no whole of theirs.
  constexpr double kRounding = 1e-9;  // 33.3 + 33.3 + 33.4 are 100
  const bool bounded = whole && known > 0 && known <= *whole * (1 + kRounding);
  const double left = bounded ? 1 - known / *whole : 1;
  if (left <= kRounding) return found;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i]) continue;
    auto& shares = found.emplace_back(parts.size(), 0.0);
    if (bounded)
      std::ranges::transform(parts, shares.begin(), [&](const auto& part) { return part.value_or(0) / *whole; });
    shares[i] = left;
  }
  return found;
}

Interval weighed(const Corners& corners, std::span<const double> values) {
  Interval interval = kNothingSeen;
  for (const auto& shares : corners) {
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) sum += shares[i] * values[i];
    take_in(interval, sum);
  }
  return interval;
}

Interval in_common(const Corners& wanted, const Corners& given, const Corners& rows) {
  const auto got = arrived(given, rows, wanted.front().size());
  Interval interval = kNothingSeen;
  for (const auto& corner : wanted) {
    const auto wanting = places(corner);
    for (const auto& arrives : got) {
      double here = 0;
      for (const auto i : wanting) here += std::min(corner[i], arrives[i]);
      take_in(interval, here);
    }
  }
  if (wanted.size() > 1 || got.size() > 1) take_in(interval, best_mixture(wanted, got));
  return interval;
}

}  // namespace trivium::fit
