// The largest eigenvalue of a symmetric matrix and its vector, from nothing but products with the matrix; vectors
// already known are kept out. Every step is made orthogonal to all before it, so no eigenvalue comes twice.
//
// Lanczos, Journal of Research of the National Bureau of Standards 45 (1950); Parlett, The Symmetric Eigenvalue Problem
// (1980).
#pragma once

#include <Eigen/Dense>

#include <functional>
#include <optional>
#include <span>
#include <stop_token>

namespace trivium::measure {

struct Eigenpair {
  double value;
  Eigen::VectorXd vector;  // of length 1
};

struct Symmetric {
  Eigen::Index size;
  std::function<Eigen::VectorXd(const Eigen::VectorXd&)> times;
};

// None where the vectors known span everything. The same start each time, so the same digits each time; exact up to
// accuracy, relative to the largest product, divided by the distance to the next eigenvalue. Throws Cancelled.
std::optional<Eigenpair> largest_eigenpair(const Symmetric& matrix, std::span<const Eigen::VectorXd> known,
                                           double accuracy, const std::stop_token& stop);

}  // namespace trivium::measure
