// How long M takes, and a draw of its envelope.
//
//   script/build release bench_m && build/release/bench/bench_m points_m.csv [out.csv [draws [threads]]]
#include "measure/relative_concentration.hpp"
#include "timing.hpp"

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
  std::vector<double> distances;
  for (int step = 0; step <= 60; ++step) distances.push_back(500.0 * step);
  Curve found;
  for (const unsigned threads : {1U, 2U})
    bench::time(fmt::format("m_observed_{}_threads", threads), 3,
                [&] { found = relative_concentration(sites, cases, distances, {.threads = threads}); });
  const RandomDraws draws{.count = count > 3 ? bench::number<std::size_t>(arguments[3]) : 0};
  const unsigned threads = count > 4 ? bench::number<unsigned>(arguments[4]) : 2;
  Envelope bands;
  if (draws.count > 0)
    bench::time(fmt::format("m_{}_draws_{}_threads", draws.count, threads), 1, [&] {
      bands = relative_concentration_envelope(sites, static_cast<std::uint32_t>(cases.size()), distances, draws,
                                              {.threads = threads});
    });
  if (count > 2) {
    std::ofstream out{arguments[2]};
    out << (draws.count > 0 ? "r,M,mean,lo,hi,global_lo,global_hi\n" : "r,M\n");
    for (std::size_t i = 0; i < found.size(); ++i) {
      out << distances[i] << ',' << (found[i] ? fmt::format("{:.14g}", *found[i]) : "");
      if (draws.count > 0 && bands.local[i])
        out << fmt::format(",{:.14g},{:.14g},{:.14g},{:.14g},{:.14g}", *bands.mean[i], bands.local[i]->lower,
                           bands.local[i]->upper, bands.global[i]->lower, bands.global[i]->upper);
      out << '\n';
    }
  }
  return 0;
}
