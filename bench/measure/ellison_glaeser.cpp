// How long Ellison–Glaeser's γ takes, from columns in memory.
//
//   script/build release bench_ellison_glaeser && build/release/bench/bench_ellison_glaeser plants.csv [out.csv]
#include "measure/ellison_glaeser.hpp"
#include "timing.hpp"

#include <algorithm>
#include <map>

int main(int count, char** arguments) {
  using namespace trivium::measure;
  if (count < 2) return 1;
  std::vector<std::uint32_t> region;
  std::vector<std::uint32_t> industry;
  std::vector<double> jobs;
  std::size_t region_column = 0;
  std::size_t industry_column = 0;
  std::size_t jobs_column = 0;
  {
    std::ifstream file{arguments[1]};
    std::string header;
    std::getline(file, header);
    std::size_t column = 0;
    for (std::size_t begin = 0; begin <= header.size(); ++column) {
      const std::size_t end = std::min(header.find(',', begin), header.size());
      const std::string name = header.substr(begin, end - begin);
      if (name == "region") region_column = column;
      if (name == "industry") industry_column = column;
      if (name == "emp") jobs_column = column;
      begin = end + 1;
    }
  }
  {
    bench::Rows rows{arguments[1]};
    std::vector<std::string_view> fields;
    while (rows.next(fields)) {
      region.push_back(bench::number<std::uint32_t>(fields[region_column]));
      industry.push_back(bench::number<std::uint32_t>(fields[industry_column]));
      jobs.push_back(bench::number<double>(fields[jobs_column]));
    }
  }
  if (jobs.empty()) return 1;
  const Size size{.regions = std::ranges::max(region) + std::size_t{1},
                  .industries = std::ranges::max(industry) + std::size_t{1}};
  std::vector<std::optional<Agglomeration>> found;
  bench::time("ellison_glaeser", 9, [&] { found = ellison_glaeser({region, industry, jobs}, size); });
  fmt::print("plants={} regions={} industries={}\n", jobs.size(), size.regions, size.industries);
  if (count > 2) {
    std::ofstream out{arguments[2]};
    out << "industry,plants,emp,G,H,gamma\n";
    for (std::size_t i = 0; i < found.size(); ++i)
      if (found[i])
        out << fmt::format("{},{},{:.12g},{:.12g},{:.12g},{}\n", i, found[i]->plants, found[i]->jobs, found[i]->raw,
                           found[i]->herfindahl, found[i]->gamma ? fmt::format("{:.12g}", *found[i]->gamma) : "");
  }
  return 0;
}
