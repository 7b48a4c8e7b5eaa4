// How long job changes take to count and skill relatedness to find, from columns in memory.
//
//   script/build release bench_panel && build/release/bench/bench_panel panel_l.csv [out.csv [threads]]
//
// out.csv is as the peers' output: by pair, i < j, the counts of both directions and their relatedness, the mean of
// both.
#include "measure/job_changes.hpp"
#include "measure/relatedness.hpp"
#include "timing.hpp"

namespace {

using namespace trivium::measure;

std::vector<Neighbours> related(const JobChanges& made) {
  std::vector<Flow> flows;
  flows.reserve(made.pairs.size());
  for (const auto& pair : made.pairs)
    flows.push_back({static_cast<Industry>(pair.from), static_cast<Industry>(pair.to), pair.count});
  return both_ways(skill_relatedness(flows));
}

void write(const char* path, const std::vector<Neighbours>& pairs) {
  std::ofstream out{path};
  out << "i,j,f,f2,SR\n";
  for (const auto& pair : pairs)
    out << fmt::format("{},{},{},{},{:.17g}\n", pair.one, pair.other, pair.there, pair.back, pair.related);
}

}  // namespace

int main(int count, char** arguments) {
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
  if (count > 2) bench::time("panel_relatedness", 5, [&] { write(arguments[2], related(made)); });
  return 0;
}
