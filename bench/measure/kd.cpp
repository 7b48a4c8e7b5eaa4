// How long K_d takes, and a draw of its envelope.
//
//   script/build release bench_kd && build/release/bench/bench_kd points_m.csv [out.csv]
#include "measure/distance_density.hpp"
#include "timing.hpp"

#include <cmath>
#include <numbers>

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
  std::optional<DistanceDensity> found;
  for (const unsigned threads : {1U, 2U})
    bench::time(fmt::format("kd_observed_{}_threads", threads), 5,
                [&] { found = distance_density(sites, cases, choice, {.threads = threads}); });
  if (!found) return 1;
  const DensityChoice given{.horizon = choice.horizon, .bandwidth = found->bandwidth};
  bench::time("kd_bandwidth_given_1_thread", 5, [&] { distance_density(sites, cases, given, {}); });
  fmt::print("cases={} sites={} bandwidth={}\n", cases.size(), sites.size(), found->bandwidth);
  if (count > 2) {
    std::ofstream out{arguments[2]};
    out << "r,Kd\n";
    for (std::size_t i = 0; i < found->density.size(); ++i)
      out << fmt::format("{:.12f},{:.14e}\n", found->distance(i), found->density[i]);
  }
  return 0;
}
