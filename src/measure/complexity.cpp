#include "measure/complexity.hpp"

#include "measure/joined.hpp"
#include "measure/lanczos.hpp"

#include <array>
#include <cmath>
#include <utility>

namespace trivium::measure {
namespace {

using Eigen::VectorXd;

// One over the root of how many each is joined to.
VectorXd weights(const Places& rows) {
  VectorXd found{static_cast<Eigen::Index>(rows.from.size() - 1)};
  for (Eigen::Index row = 0; row < found.size(); ++row)
    found[row] = 1 / std::sqrt(static_cast<double>(rows.row(static_cast<std::size_t>(row)).size()));
  return found;
}

// A = K^−½ M U^−½: the yes and no of M, each divided by the roots of both counts. Its singular vectors, divided once
// more, are what the going back and forth between means settles on; the first is known and says nothing.
class Balanced {
 public:
  Balanced(const Places& rows, std::size_t columns)
      : by_row_{rows}, by_column_{turned(rows, columns)}, row_{weights(by_row_)}, column_{weights(by_column_)} {}

  [[nodiscard]] VectorXd to_rows(const VectorXd& of_columns) const {
    return gathered(by_row_, row_, of_columns, column_);
  }
  [[nodiscard]] VectorXd to_columns(const VectorXd& of_rows) const {
    return gathered(by_column_, column_, of_rows, row_);
  }
  [[nodiscard]] const VectorXd& row_weights() const { return row_; }
  [[nodiscard]] const VectorXd& column_weights() const { return column_; }

 private:
  static VectorXd gathered(const Places& rows, const VectorXd& row, const VectorXd& of, const VectorXd& weight) {
    const VectorXd weighted = of.cwiseProduct(weight);
    VectorXd found{row.size()};
    for (Eigen::Index i = 0; i < row.size(); ++i) {
      double sum = 0;
      for (const auto place : rows.row(static_cast<std::size_t>(i))) sum += weighted[place];
      found[i] = sum * row[i];
    }
    return found;
  }

  Places by_row_;
  Places by_column_;
  VectorXd row_;
  VectorXd column_;
};

struct Spread {
  double mean;
  double deviation;
};
Spread spread(const VectorXd& values) {
  const double mean = values.mean();
  return {.mean = mean, .deviation = std::sqrt((values.array() - mean).square().mean())};
}

struct Ordered {
  VectorXd regions;
  VectorXd industries;
  double eigenvalue;
  double next;
};

std::optional<Ordered> ordered(const Joined& part, const Work& work) {
  const Balanced table{part.industries_of, part.industries.size()};
  const bool by_regions = part.regions.size() <= part.industries.size();  // the smaller side is less work
  const VectorXd& own_weights = by_regions ? table.row_weights() : table.column_weights();
  const Symmetric both_ways{.size = own_weights.size(), .times = [&](const VectorXd& values) {
                              return by_regions ? table.to_rows(table.to_columns(values))
                                                : table.to_columns(table.to_rows(values));
                            }};
  std::vector<VectorXd> known{own_weights.cwiseInverse().normalized()};
  const auto found = largest_eigenpair(both_ways, known, 1e-13, work.stop);
  constexpr double kNothing = 1e-12;
  if (!found || found->value < kNothing) return std::nullopt;
  known.push_back(found->vector);
  const auto other = largest_eigenpair(both_ways, known, 1e-6, work.stop);
  const double next = other ? other->value : 0;
  constexpr double kSame = 1e-9;
  if (next > found->value * (1 - kSame)) return std::nullopt;
  const double scale = std::sqrt(found->value);
  const auto& own = found->vector;
  if (by_regions)
    return Ordered{.regions = scale * own.cwiseProduct(table.row_weights()),
                   .industries = table.to_columns(own).cwiseProduct(table.column_weights()) / scale,
                   .eigenvalue = found->value,
                   .next = next};
  return Ordered{.regions = table.to_rows(own).cwiseProduct(table.row_weights()),
                 .industries = own.cwiseProduct(table.column_weights()),
                 .eigenvalue = found->value,
                 .next = next};
}

// 1 or −1, so that regions with more industries stand higher; 0 where neither does.
double upwards(const Joined& part, const VectorXd& regions) {
  VectorXd counts{regions.size()};
  for (Eigen::Index region = 0; region < counts.size(); ++region)
    counts[region] = static_cast<double>(part.industries_of.row(static_cast<std::size_t>(region)).size());
  const VectorXd centred = counts.array() - counts.mean();
  const double together = centred.dot(regions);
  if (std::abs(together) <= 1e-9 * centred.norm() * regions.norm()) return 0;
  return together > 0 ? 1 : -1;
}

}  // namespace

std::optional<Complexity> complexity(const Presence& presence, const Work& work) {
  const auto part = largest_part(presence);
  if (part.regions.size() < 2) return std::nullopt;
  const auto order = ordered(part, work);
  if (!order) return std::nullopt;
  const double up = upwards(part, order->regions);
  if (up == 0) return std::nullopt;
  const auto scale = spread(order->regions);
  Complexity found{.regions = std::vector<std::optional<double>>(presence.regions()),
                   .industries = std::vector<std::optional<double>>(presence.industries()),
                   .eigenvalue = order->eigenvalue,
                   .next = order->next};
  const auto scaled = [&](double value) { return up * (value - scale.mean) / scale.deviation; };
  for (std::size_t i = 0; i < part.regions.size(); ++i)
    found.regions[part.regions[i]] = scaled(order->regions[static_cast<Eigen::Index>(i)]);
  for (std::size_t i = 0; i < part.industries.size(); ++i)
    found.industries[part.industries[i]] = scaled(order->industries[static_cast<Eigen::Index>(i)]);
  return found;
}

}  // namespace trivium::measure
