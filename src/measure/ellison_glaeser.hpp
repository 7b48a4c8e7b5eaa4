// Ellison–Glaeser γ: does an industry cluster more than its plants would if they had been thrown at the map one by one,
// each region catching as many as its share of all employment?
//
//   G = Σ (s(r) − x(r))²       H = Σ z²       γ = (G − (1 − Σ x²) H) / ((1 − Σ x²) (1 − H))
//
// s is the industry's share by region, x the share of all employment, z each plant's share of the industry. An industry
// of three large plants looks concentrated wherever they stand (G is high); γ takes that away (H). About 0: as by
// chance; Ellison and Glaeser call more than 0.05 concentrated, less than 0.02 not very; below 0: plants avoid each
// other. It misleads where regions are small (a cluster across a border counts as two), and does not see distance: read
// it beside K_d.
//
// Undefined for an industry of one plant (H = 1) or of no jobs, and where all employment is in one region.
//
// Ellison and Glaeser, Journal of Political Economy 105 (1997).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace trivium::measure {

// Plant by plant: where it is, what it does, how many work there.
struct Plants {
  std::span<const std::uint32_t> region;    // 0 … regions − 1
  std::span<const std::uint32_t> industry;  // 0 … industries − 1
  std::span<const double> jobs;             // at least 0
};

struct Agglomeration {
  std::size_t plants;
  double jobs;
  double raw;                   // G
  double herfindahl;            // H
  std::optional<double> gamma;  // γ
};

struct Size {
  std::size_t regions;
  std::size_t industries;
};

// By industry; none for an industry in which nobody works. Shares of all employment are those of the plants given.
std::vector<std::optional<Agglomeration>> ellison_glaeser(const Plants& plants, const Size& size);

// The same with a larger employment to compare with than that of the plants: all jobs by region.
std::vector<std::optional<Agglomeration>> ellison_glaeser(const Plants& plants, const Size& size,
                                                          std::span<const double> all_jobs);

}  // namespace trivium::measure
