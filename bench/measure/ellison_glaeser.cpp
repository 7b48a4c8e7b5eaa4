// How long the Ellison–Glaeser index takes from plants in memory. The peer is pandas: peers/eg_pandas.py.
//
//   script/build release bench_ellison_glaeser && build/release/bench/bench_ellison_glaeser plants_l.csv [out.csv]
//
// out.csv is as the peer's output.
#include "measure/ellison_glaeser.hpp"
#include "timing.hpp"

namespace {

constexpr std::uint32_t kFirstIndustry = 1'000;

void write(const char* path, const std::vector<std::optional<trivium::measure::Agglomeration>>& found) {
  std::ofstream out{path};
  out << "industry,plants,emp,G,H,gamma\n";
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!found[i]) continue;
    out << fmt::format("{},{},{},{:.17g},{:.17g},{}\n", i + kFirstIndustry, found[i]->plants, found[i]->jobs,
                       found[i]->raw, found[i]->herfindahl,
                       found[i]->gamma ? fmt::format("{:.17g}", *found[i]->gamma) : "");
  }
}

}  // namespace

int main(int count, char** arguments) {
  using namespace trivium::measure;
  if (count < 2) return 1;
  std::vector<std::uint32_t> region;
  std::vector<std::uint32_t> industry;
  std::vector<double> jobs;
  {
    bench::Rows rows{arguments[1]};
    std::vector<std::string_view> fields;
    while (rows.next(fields)) {
      region.push_back(bench::number<std::uint32_t>(fields[1]));
      industry.push_back(bench::number<std::uint32_t>(fields[2]) - kFirstIndustry);
      jobs.push_back(bench::number<double>(fields[3]));
    }
  }
  const Size size{.regions = std::size_t{std::ranges::max(region)} + 1,
                  .industries = std::size_t{std::ranges::max(industry)} + 1};
  bench::time("plants", 1, [] {});  // what they hold before anything is measured
  std::vector<std::optional<Agglomeration>> found;
  bench::time("ellison_glaeser", 9,
              [&] { found = ellison_glaeser({.region = region, .industry = industry, .jobs = jobs}, size); });
  if (count > 2) bench::time("ellison_glaeser_written", 1, [&] { write(arguments[2], found); });
  return 0;
}
