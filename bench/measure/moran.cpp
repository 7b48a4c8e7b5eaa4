// How long Moran's I and its local values take with permutations, from areas in memory; neighbours are the eight
// nearest.
//
//   script/build release bench_moran && build/release/bench/bench_moran areas_l.csv [out [threads [permutations]]]
//
// out.csv and out_local.csv are as the peers' output, as far as both have it.
#include "measure/local_moran.hpp"
#include "timing.hpp"

int main(int count, char** arguments) {
  using namespace trivium::measure;
  if (count < 2) return 1;
  std::vector<std::optional<double>> values;
  std::vector<Place> places;
  {
    bench::Rows rows{arguments[1]};
    std::vector<std::string_view> fields;
    while (rows.next(fields)) {
      places.push_back({.east = bench::number<double>(fields[1]), .north = bench::number<double>(fields[2])});
      values.emplace_back(bench::number<double>(fields[3]));
    }
  }
  const Work work{.threads = count > 3 ? bench::number<unsigned>(arguments[3]) : 2};
  const Draws draws{.count = count > 4 ? bench::number<std::uint32_t>(arguments[4]) : 999, .seed = {1}};
  bench::time("moran_areas", 1, [] {});  // what the areas hold before anything is measured
  Places neighbours;
  bench::time("nearest", 3, [&] { neighbours = nearest(places, 8); });
  std::vector<LocalMoran> local;
  bench::time("moran_local", 5, [&] { local = local_moran(values, neighbours, draws, work); });
  std::optional<Moran> found;
  bench::time("moran", 5, [&] { found = moran(values, neighbours, draws, work); });
  if (!found) return 1;
  fmt::print("areas={} i={:.15g} expected={:.15g} deviation={:.15g} as_high={} as_low={}\n", found->areas, found->i,
             found->expected, found->deviation, found->chance.as_high, found->chance.as_low);
  if (count > 2) {
    std::ofstream whole{std::string{arguments[2]} + ".csv"};
    whole << fmt::format(",value\nI,{:.17g}\nEI,{:.17g}\nVI_rand,{:.17g}\np_sim,{:.17g}\n", found->i, found->expected,
                         found->deviation * found->deviation, std::min(found->chance.as_high, found->chance.as_low));
    std::ofstream single{std::string{arguments[2]} + "_local.csv"};
    single << "id,Is,q,p_sim\n";
    for (const auto& one : local)
      single << fmt::format("{},{:.17g},{},{:.17g}\n", one.area, one.i, static_cast<int>(one.among) + 1,
                            std::min(one.chance.as_high, one.chance.as_low));
  }
  return 0;
}
