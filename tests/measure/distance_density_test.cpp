#include "measure/distance_density.hpp"

#include "measure/shared_files.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <numbers>
#include <numeric>

using namespace trivium::measure;

namespace {

struct Points {
  std::vector<Site> sites;
  std::vector<std::uint32_t> cases;
};

// The generator's points, made anew; nothing where its script or numpy is not there.
std::optional<Points> generated(const std::string& size) {
  const auto script = shared_files::file("data/bench/gen.py");
  if (!script) return std::nullopt;
  std::string folder = (std::filesystem::temp_directory_path() / "trivium-points-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) return std::nullopt;
  const std::string command = "/usr/bin/python3 '" + script->string() + "' points " + size + " " + folder;
  const std::filesystem::path made = std::filesystem::path{folder} / ("points_" + size + ".csv");
  if (std::system((command + " >" + folder + "/said 2>&1").c_str()) != 0 || !std::filesystem::exists(made)) {
    MESSAGE("skipped: the generator needs python3-numpy");
    std::filesystem::remove_all(folder);
    return std::nullopt;
  }
  const shared_files::Table table{made};
  Points points;
  for (std::size_t row = 0; row < table.size(); ++row) {
    if (table.text(row, "sector") == "case") points.cases.push_back(static_cast<std::uint32_t>(row));
    points.sites.push_back({table.number(row, "x"), table.number(row, "y"), table.number(row, "emp")});
  }
  std::filesystem::remove_all(folder);
  return points;
}

const double kHorizon = 120'000 * std::numbers::sqrt2 / 3;

void reproduces(const std::string& size, const std::string& reference, PairWeight weight) {
  const auto expected = shared_files::file("data/bench/ref/" + reference);
  const auto points = generated(size);
  if (!expected || !points) return;
  const auto found = distance_density(points->sites, points->cases, {.horizon = kHorizon, .weight = weight}, {});
  REQUIRE(found);
  std::string text;
  {
    std::ifstream file{*expected};
    text.assign(std::istreambuf_iterator<char>{file}, {});
  }
  std::size_t row = 0;
  double worst = 0;
  for (std::size_t line = text.find('\n') + 1; line < text.size(); line = text.find('\n', line) + 1, ++row) {
    const double distance = std::strtod(text.c_str() + line, nullptr);
    const double density = std::strtod(text.c_str() + text.find(',', line) + 1, nullptr);
    REQUIRE(row < found->density.size());
    REQUIRE(std::abs(found->distance(row) - distance) < 1e-6);
    worst = std::max(worst, std::abs(found->density[row] / density - 1));
  }
  CHECK(row == 512);
  INFO(reference, ": largest relative difference ", worst);
  CHECK(worst < 1e-9);
}

}  // namespace

TEST_CASE("K_d is dbmss's, told not to approximate, to a billionth") {
  reproduces("s", "kd_s_exact_obs.csv", PairWeight::equal);
  reproduces("m", "kd_m_exact_obs.csv", PairWeight::equal);
  reproduces("m", "kd_m_exact_weighted_obs.csv", PairWeight::product);
}
