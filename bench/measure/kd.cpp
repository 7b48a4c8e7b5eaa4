// How long K_d takes, and a draw of its envelope.
//
//   script/build release bench_kd && build/release/bench/bench_kd points_m.csv [out.csv [draws [threads [only]]]]
//
// With draws, out.csv has the bands as well. Only is exact, which leaves the raster out, or raster, which draws on it
// alone; then out.csv has the exact curve, the raster's and its bound.
#include "measure/distance_envelope.hpp"
#include "measure/distance_raster.hpp"
#include "timing.hpp"

#include <cmath>
#include <numbers>
#include <string_view>

int main(int count, char** arguments) {
  using namespace trivium::measure;
  if (count < 2) return 1;
  std::vector<Site> sites;
  std::vector<std::uint32_t> cases;
  {
    bench::Rows rows{arguments[1]};
    std::vector<std::string_view> fields;
    while (rows.next(fields)) {
      if (fields[3] == "case") cases.push_back(static_cast<std::uint32_t>(sites.size()));
      sites.push_back(
          {bench::number<double>(fields[1]), bench::number<double>(fields[2]), bench::number<double>(fields[4])});
    }
  }
  const DensityChoice choice{.horizon = 120'000 * std::numbers::sqrt2 / 3};
  const int runs = cases.size() > 20'000 ? 1 : 5;
  std::optional<DistanceDensity> found;
  for (const unsigned threads_used : runs == 1 ? std::vector{2U} : std::vector{1U, 2U})
    bench::time(fmt::format("kd_observed_{}_threads", threads_used), runs,
                [&] { found = distance_density(sites, cases, choice, {.threads = threads_used}); });
  if (!found) return 1;
  const DensityChoice given{.horizon = choice.horizon, .bandwidth = found->bandwidth};
  bench::time("kd_bandwidth_given_1_thread", runs, [&] { distance_density(sites, cases, given, {}); });
  fmt::print("cases={} sites={} bandwidth={}\n", cases.size(), sites.size(), found->bandwidth);
  const RandomDraws draws{.count = count > 3 ? bench::number<std::size_t>(arguments[3]) : 0};
  const unsigned threads = count > 4 ? bench::number<unsigned>(arguments[4]) : 2;
  const std::string_view only = count > 5 ? arguments[5] : "";
  Envelope bands;
  if (draws.count > 0 && only != "raster")
    bench::time(fmt::format("kd_{}_draws_{}_threads", draws.count, threads), 1, [&] {
      bands = distance_envelope(sites, static_cast<std::uint32_t>(cases.size()), choice, draws, {.threads = threads});
    });
  const bool with_raster = only != "exact";
  const RasterChoice raster{.horizon = choice.horizon, .bandwidth = found->bandwidth};
  std::optional<RasterDensity> rastered;
  if (with_raster)
    bench::time("kd_raster_observed", only == "raster" ? 1 : 3,
                [&] { rastered = raster_distance_density(sites, cases, raster); });
  if (rastered) {
    double error = 0;
    double bound = 0;
    std::vector<double> times;
    for (std::size_t i = 0; i < found->density.size(); ++i) {
      const double off = std::abs(found->density[i] - rastered->found.density[i]);
      error = std::max(error, off / found->density[i]);
      bound = std::max(bound, rastered->bounds[i] / found->density[i]);
      times.push_back(rastered->bounds[i] / off);
    }
    std::ranges::nth_element(times, times.begin() + 256);
    fmt::print("raster, of the curve: error={:.3g} bound={:.3g}, bound by error: median {:.3g}\n", error, bound,
               times[256]);
  }
  if (with_raster && draws.count > 0)
    bench::time(fmt::format("kd_raster_{}_draws_{}_threads", draws.count, threads), 1, [&] {
      raster_distance_envelope(sites, static_cast<std::uint32_t>(cases.size()), raster, draws, {.threads = threads});
    });
  if (count > 2) {
    std::ofstream out{arguments[2]};
    if (only == "raster" && rastered) {
      out << "r,Kd,raster,bound\n";
      for (std::size_t i = 0; i < found->density.size(); ++i)
        out << fmt::format("{:.12f},{:.14e},{:.14e},{:.14e}\n", found->distance(i), found->density[i],
                           rastered->found.density[i], rastered->bounds[i]);
      return 0;
    }
    out << (draws.count > 0 ? "r,Kd,mean,lo,hi,global_lo,global_hi\n" : "r,Kd\n");
    for (std::size_t i = 0; i < found->density.size(); ++i) {
      out << fmt::format("{:.12f},{:.14e}", found->distance(i), found->density[i]);
      if (draws.count > 0 && bands.local[i])
        out << fmt::format(",{:.14e},{:.14e},{:.14e},{:.14e},{:.14e}", *bands.mean[i], bands.local[i]->lower,
                           bands.local[i]->upper, bands.global[i]->lower, bands.global[i]->upper);
      out << '\n';
    }
  }
  return 0;
}
