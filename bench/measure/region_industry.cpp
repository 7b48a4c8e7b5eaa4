// How long quotients, proximity, density and complexity of regions by industries take, from a table in memory.
//
//   script/build release bench_region_industry
//   build/release/bench/bench_region_industry regind_l.csv [out [threads]]
//
// out_regions.csv, out_industries.csv and out_cells.csv are as the peers' output, as far as both have it.
#include "measure/complexity.hpp"
#include "measure/location_quotient.hpp"
#include "measure/relatedness_density.hpp"
#include "timing.hpp"

#include <map>

namespace {

using namespace trivium::measure;

struct Table {
  std::map<std::string, std::size_t, std::less<>> regions;
  std::map<std::string, std::size_t, std::less<>> industries;
  Employment employment{};
};

Table read(const std::string& path) {
  Table table;
  for (const bool counting : {true, false}) {
    bench::Rows rows{path};
    std::vector<std::string_view> fields;
    while (rows.next(fields)) {
      if (counting) {
        table.regions.emplace(fields[1], 0);
        table.industries.emplace(fields[2], 0);
      } else {
        table.employment.jobs[table.regions.find(fields[1])->second * table.industries.size() +
                              table.industries.find(fields[2])->second] = bench::number<double>(fields[3]);
      }
    }
    if (!counting) break;
    std::size_t place = 0;
    for (auto& [name, at] : table.regions) at = place++;
    place = 0;
    for (auto& [name, at] : table.industries) at = place++;
    table.employment = {.regions = table.regions.size(),
                        .industries = table.industries.size(),
                        .jobs = std::vector<double>(table.regions.size() * table.industries.size(), 0.0)};
  }
  return table;
}

void write(const std::string& out, const Table& table, const Complexity& order, const std::vector<Density>& density) {
  std::ofstream regions{out + "_regions.csv"};
  regions << "region,eci\n";
  for (const auto& [name, at] : table.regions) {
    if (order.regions[at]) regions << fmt::format("{},{:.17g}\n", name, *order.regions[at]);
  }
  std::ofstream industries{out + "_industries.csv"};
  industries << "industry,pci\n";
  for (const auto& [name, at] : table.industries) {
    if (order.industries[at]) industries << fmt::format("{},{:.17g}\n", name, *order.industries[at]);
  }
  std::vector<std::string_view> region_names(table.regions.size());
  for (const auto& [name, at] : table.regions) region_names[at] = name;
  std::vector<std::string_view> industry_names(table.industries.size());
  for (const auto& [name, at] : table.industries) industry_names[at] = name;
  std::ofstream cells{out + "_cells.csv"};
  cells << "region,industry,density\n";
  for (const auto& one : density)
    cells << fmt::format("{},{},{:.17g}\n", region_names[one.region], industry_names[one.industry], one.density);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) return 1;
  const auto table = read(arguments[1]);
  const Work work{.threads = count > 3 ? bench::number<unsigned>(arguments[3]) : 2};
  bench::time("region_industry_table", 1, [] {});  // what the table holds before anything is measured
  std::vector<Density> density;
  std::optional<Complexity> order;
  std::size_t quotients = 0;
  const auto from_presence = [&] {
    const auto presence = specialised(table.employment);
    const auto close = proximity(co_occurrence(presence, work), work);
    density = {};
    density = relatedness_density({presence, close, Itself::counted}, work);
    order = complexity(presence, work);
  };
  bench::time("region_industry_without_quotients", 7, from_presence);
  bench::time("region_industry_all", 7, [&] {
    quotients = location_quotients(table.employment).size();
    from_presence();
  });
  const auto presence = specialised(table.employment);
  const auto counts = co_occurrence(presence, work);
  const auto close = proximity(counts, work);
  bench::time("quotients", 5, [&] { quotients = location_quotients(table.employment).size(); });
  bench::time("presence", 5, [&] { (void)specialised(table.employment); });
  bench::time("co_occurrence", 5, [&] { (void)co_occurrence(presence, work); });
  bench::time("proximity", 5, [&] { (void)proximity(counts, work); });
  bench::time("density", 5, [&] { density = relatedness_density({presence, close, Itself::counted}, work); });
  bench::time("complexity", 5, [&] { order = complexity(presence, work); });
  if (!order) return 1;
  fmt::print("quotients={} densities={} eigenvalue={:.6f} next={:.6f}\n", quotients, density.size(), order->eigenvalue,
             order->next);
  if (count > 2) write(arguments[2], table, *order, density);
  return 0;
}
