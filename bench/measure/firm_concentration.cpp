// How long the concentration of industries in few firms takes from firms in memory, each plant of the generator taken
// for a firm of its own. The peer is pandas: bench/beside/firms_pandas.py.
//
//   script/build release bench_firm_concentration
//   build/release/bench/bench_firm_concentration plants_l.csv [out.csv]
//
// out.csv is as the peer's output.
#include "measure/concentration.hpp"
#include "timing.hpp"

#include <numeric>
#include <optional>

namespace {

using namespace trivium::measure;

constexpr std::uint32_t kFirstIndustry = 1'000;

struct Firms {
  std::size_t firms;
  double jobs;
  std::optional<double> herfindahl;
  std::optional<double> largest;
  std::optional<double> gini;
};

// Firms come in any order, so that sharing them out over their industries is part of the work.
std::vector<Firms> concentrations(const std::vector<std::uint32_t>& industry, const std::vector<double>& jobs,
                                  std::size_t industries) {
  std::vector<std::vector<double>> of_industry(industries);
  for (std::size_t firm = 0; firm < industry.size(); ++firm) of_industry[industry[firm]].push_back(jobs[firm]);
  std::vector<Firms> found;
  found.reserve(industries);
  for (const auto& firms : of_industry)
    found.push_back({firms.size(), std::accumulate(firms.begin(), firms.end(), 0.0), herfindahl(firms),
                     largest_share(firms), gini(firms)});
  return found;
}

std::string cell(const std::optional<double>& number) { return number ? fmt::format("{:.17g}", *number) : ""; }

void write(const char* path, const std::vector<Firms>& found) {
  std::ofstream out{path};
  out << "industry,firms,jobs,herfindahl,largest,gini\n";
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto& one = found[i];
    if (one.firms > 0)
      out << fmt::format("{},{},{},{},{},{}\n", i + kFirstIndustry, one.firms, one.jobs, cell(one.herfindahl),
                         cell(one.largest), cell(one.gini));
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) return 1;
  std::vector<std::uint32_t> industry;
  std::vector<double> jobs;
  {
    bench::Rows rows{arguments[1]};
    std::vector<std::string_view> fields;
    while (rows.next(fields)) {
      industry.push_back(bench::number<std::uint32_t>(fields[2]) - kFirstIndustry);
      jobs.push_back(bench::number<double>(fields[3]));
    }
  }
  const auto industries = std::size_t{std::ranges::max(industry)} + 1;
  bench::time("firms", 1, [] {});  // what they hold before anything is measured
  std::vector<Firms> found;
  bench::time("firm_concentration", 9, [&] { found = concentrations(industry, jobs, industries); });
  if (count > 2) bench::time("firm_concentration_written", 1, [&] { write(arguments[2], found); });
  return 0;
}
