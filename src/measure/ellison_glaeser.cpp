#include "measure/ellison_glaeser.hpp"

#include <cassert>
#include <numeric>

namespace trivium::measure {
namespace {

struct Sums {
  std::vector<double> cells;  // industries × regions
  std::vector<double> squares;
  std::vector<std::size_t> plants;
};

// One sweep over the plants; everything else is a walk over the small table.
Sums sums(const Plants& plants, const Size& size) {
  Sums all{.cells = std::vector<double>(size.industries * size.regions, 0.0),
           .squares = std::vector<double>(size.industries, 0.0),
           .plants = std::vector<std::size_t>(size.industries, 0)};
  for (std::size_t i = 0; i < plants.jobs.size(); ++i) {
    const std::size_t industry = plants.industry[i];
    const double jobs = plants.jobs[i];
    all.cells[industry * size.regions + plants.region[i]] += jobs;
    all.squares[industry] += jobs * jobs;
    ++all.plants[industry];
  }
  return all;
}

std::vector<std::optional<Agglomeration>> compare(const Sums& sums, const Size& size,
                                                  std::span<const double> all_jobs) {
  const double everybody = std::accumulate(all_jobs.begin(), all_jobs.end(), 0.0);
  double spread = 1;  // 1 − Σ x²
  for (const double jobs : all_jobs) spread -= jobs / everybody * (jobs / everybody);
  std::vector<std::optional<Agglomeration>> found(size.industries);
  for (std::size_t industry = 0; industry < size.industries; ++industry) {
    const auto cells = std::span{sums.cells}.subspan(industry * size.regions, size.regions);
    const double jobs = std::accumulate(cells.begin(), cells.end(), 0.0);
    if (!(jobs > 0)) continue;
    Agglomeration one{.plants = sums.plants[industry],
                      .jobs = jobs,
                      .raw = 0,
                      .herfindahl = sums.squares[industry] / (jobs * jobs),
                      .gamma = {}};
    for (std::size_t region = 0; region < size.regions; ++region) {
      const double apart = cells[region] / jobs - all_jobs[region] / everybody;
      one.raw += apart * apart;
    }
    if (one.herfindahl < 1 && spread > 0)
      one.gamma = (one.raw - spread * one.herfindahl) / (spread * (1 - one.herfindahl));
    found[industry] = one;
  }
  return found;
}

}  // namespace

std::vector<std::optional<Agglomeration>> ellison_glaeser(const Plants& plants, const Size& size) {
  const auto of_plants = sums(plants, size);
  std::vector<double> all_jobs(size.regions, 0.0);
  for (std::size_t cell = 0; cell < of_plants.cells.size(); ++cell)
    all_jobs[cell % size.regions] += of_plants.cells[cell];
  return compare(of_plants, size, all_jobs);
}

std::vector<std::optional<Agglomeration>> ellison_glaeser(const Plants& plants, const Size& size,
                                                          std::span<const double> all_jobs) {
  assert(all_jobs.size() == size.regions);
  return compare(sums(plants, size), size, all_jobs);
}

}  // namespace trivium::measure
