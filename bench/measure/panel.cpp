// How long job changes take to count, from columns in memory.
//
//   script/build release bench_panel && build/release/bench/bench_panel panel_l.csv [out.csv [threads]]
//
// out.csv has the counts of both directions by pair, i < j: the first four columns of the peers' output.
#include "measure/job_changes.hpp"
#include "timing.hpp"

#include <map>

int main(int count, char** arguments) {
  using namespace trivium::measure;
  if (count < 2) return 1;
  std::vector<std::int32_t> worker;
  std::vector<std::int32_t> establishment;
  std::vector<std::int32_t> industry;
  std::vector<std::int16_t> year;
  {
    bench::Rows rows{arguments[1]};
    std::vector<std::string_view> fields;
    while (rows.next(fields)) {
      worker.push_back(bench::number<std::int32_t>(fields[0]));
      year.push_back(bench::number<std::int16_t>(fields[1]));
      establishment.push_back(bench::number<std::int32_t>(fields[2]));
      industry.push_back(bench::number<std::int32_t>(fields[3]));
    }
  }
  const unsigned threads = count > 3 ? bench::number<unsigned>(arguments[3]) : 2;
  bench::time("panel_columns", 1, [] {});  // what the columns hold before anything is counted
  JobChanges made;
  bench::time("panel_flows", 7,
              [&] { made = job_changes({worker, year, establishment, industry}, {.threads = threads}); });
  fmt::print("records={} changes={} pairs={} passed_over={}\n", worker.size(), made.changes, made.pairs.size(),
             made.passed_over);
  if (count > 2) {
    std::map<std::pair<std::int32_t, std::int32_t>, std::pair<std::uint64_t, std::uint64_t>> both;
    for (const auto& pair : made.pairs) {
      if (pair.from < pair.to) both[{pair.from, pair.to}].first = pair.count;
      else both[{pair.to, pair.from}].second = pair.count;
    }
    std::ofstream out{arguments[2]};
    out << "i,j,f,f2\n";
    for (const auto& [pair, counts] : both)
      out << fmt::format("{},{},{},{}\n", pair.first, pair.second, counts.first, counts.second);
  }
  return 0;
}
