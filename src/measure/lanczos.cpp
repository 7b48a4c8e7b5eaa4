#include "measure/lanczos.hpp"

#include "measure/random.hpp"
#include "measure/work.hpp"

#include <algorithm>
#include <vector>

namespace trivium::measure {
namespace {

// Twice is enough (Kahan): what the first time leaves by rounding, the second takes.
void keep_apart(Eigen::VectorXd& vector, std::span<const Eigen::VectorXd> known,
                const std::vector<Eigen::VectorXd>& basis) {
  for (int time = 0; time < 2; ++time) {
    for (const auto& one : known) vector -= one.dot(vector) * one;
    for (const auto& one : basis) vector -= one.dot(vector) * one;
  }
}

// Nothing about the matrix is known beforehand, so any direction will do that is unlikely to be at a right angle to
// the one looked for; always the same one.
Eigen::VectorXd any_direction(Eigen::Index size) {
  Draw draw{Seed{1950}, 0};
  Eigen::VectorXd start{size};
  for (auto& component : start) component = draw.share() - 0.5;
  return start.normalized();
}

struct Tridiagonal {
  std::vector<double> diagonal;
  std::vector<double> beside;  // the last leads out of it

  [[nodiscard]] Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solved() const {
    const auto size = static_cast<Eigen::Index>(diagonal.size());
    const Eigen::VectorXd main = Eigen::VectorXd::Map(diagonal.data(), size);
    const Eigen::VectorXd off = Eigen::VectorXd::Map(beside.data(), size - 1);
    Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver;
    solver.computeFromTridiagonal(main, off);
    return solver;
  }
};

}  // namespace

std::optional<Eigenpair> largest_eigenpair(const Symmetric& matrix, std::span<const Eigen::VectorXd> known,
                                           double accuracy, const std::stop_token& stop) {
  const auto dimensions = matrix.size - static_cast<Eigen::Index>(known.size());
  if (dimensions < 1) return std::nullopt;
  std::vector<Eigen::VectorXd> basis;
  Eigen::VectorXd next = any_direction(matrix.size);
  keep_apart(next, known, basis);
  next.normalize();
  Tridiagonal small;
  double scale = 0;
  constexpr std::size_t kLook = 8;  // solving the small problem each time would cost more than a few steps too many
  while (true) {
    if (stop.stop_requested()) throw Cancelled{};
    basis.push_back(next);
    next = matrix.times(basis.back());
    scale = std::max(scale, next.norm());
    small.diagonal.push_back(basis.back().dot(next));
    keep_apart(next, known, basis);
    small.beside.push_back(next.norm());
    const bool all = static_cast<Eigen::Index>(basis.size()) == dimensions;
    const bool closed = small.beside.back() <= 1e-14 * scale;
    if (basis.size() % kLook == 0 || all || closed) {
      const auto solver = small.solved();
      const Eigen::VectorXd weights = solver.eigenvectors().rightCols(1);
      const double value = solver.eigenvalues().tail(1).value();
      const double left = small.beside.back() * std::abs(weights.tail(1).value());
      const double second = basis.size() > 1 ? solver.eigenvalues().tail(2)[0] : 0;
      if (all || closed || left <= accuracy * std::max(value - second, 1e-6 * scale)) {
        Eigen::VectorXd vector = Eigen::VectorXd::Zero(matrix.size);
        for (std::size_t i = 0; i < basis.size(); ++i) vector += weights[static_cast<Eigen::Index>(i)] * basis[i];
        return Eigenpair{.value = value, .vector = vector.normalized()};
      }
    }
    next /= small.beside.back();
  }
}

}  // namespace trivium::measure
