#include "measure/relative_concentration.hpp"

#include "measure/generated_points.hpp"
#include "measure/level.hpp"
#include "measure/shared_files.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <numbers>

using namespace trivium::measure;

namespace {

std::vector<double> every_500_metres() {
  std::vector<double> distances;
  for (int step = 0; step <= 60; ++step) distances.push_back(500.0 * step);
  return distances;
}

void reproduces(const std::string& size, const std::string& reference) {
  const auto expected = shared_files::file("data/bench/ref/" + reference);
  const auto points = generated_points(size);
  if (!expected || !points) return;
  const auto found = relative_concentration(points->sites, points->cases, every_500_metres(), {});
  std::ifstream file{*expected};
  std::string line;
  std::getline(file, line);
  std::size_t row = 0;
  double worst = 0;
  for (; std::getline(file, line); ++row) {
    REQUIRE(row < found.size());
    const double value = std::strtod(line.c_str() + line.find(',') + 1, nullptr);
    REQUIRE(found[row].has_value() == std::isfinite(value));
    if (found[row]) worst = std::max(worst, std::abs(*found[row] / value - 1));
  }
  CHECK(row == 61);
  INFO(reference, ": largest relative difference ", worst);
  CHECK(worst < 1e-9);
}

std::vector<Site> scattered(std::uint32_t count, std::uint64_t seed) {
  Draw draw{Seed{seed}, 0};
  std::vector<Site> sites;
  for (std::uint32_t i = 0; i < count; ++i) {
    const double x = 1000 * draw.share();
    sites.push_back({x, 1000 * draw.share(), 1 + 9 * draw.share()});
  }
  return sites;
}

}  // namespace

TEST_CASE("M is dbmss's to a billionth") {
  reproduces("s", "m_s_100_seed1.csv");
  reproduces("m", "m_m_20_seed1.csv");
}

TEST_CASE("M is dbmss's for four industries of a real region") {
  const auto expected = shared_files::file("data/09-worked-examples/reference_dbmss_Kd_M_lubelskie_west.csv");
  const auto register_file = shared_files::file("data/05-points/pl_lubelskie_firms_west.csv.gz");
  if (!expected || !register_file) return;
  const shared_files::Table firms{*register_file};
  std::vector<Site> sites;
  std::map<std::string, std::vector<std::uint32_t>> sectors;
  // The register blurs its employment by thousandths; the reference was made of whole numbers.
  for (std::size_t row = 0; row < firms.size(); ++row) {
    sectors[firms.text(row, "sector")].push_back(static_cast<std::uint32_t>(row));
    sites.push_back({(firms.number(row, "lon") - 22.9) * 111.320 * std::cos(51.2 * std::numbers::pi / 180),
                     (firms.number(row, "lat") - 51.2) * 110.574, std::round(firms.number(row, "empl"))});
  }
  const std::vector<double> distances{0, 1, 2, 5, 10, 15, 20, 30, 40, 50};
  std::map<std::string, Curve> found;
  for (const auto* sector : {"C", "H", "I", "J"})
    found[sector] = relative_concentration(sites, sectors[sector], distances, {.threads = 2});
  const shared_files::Table values{*expected};
  std::size_t compared = 0;
  for (std::size_t row = 0; row < values.size(); ++row) {
    if (values.text(row, "measure") != "M") continue;
    const auto step = std::ranges::find(distances, values.number(row, "r_km")) - distances.begin();
    const auto& value = found.at(values.text(row, "sector")).at(static_cast<std::size_t>(step));
    REQUIRE(value);
    CHECK(*value == doctest::Approx(std::strtod(values.text(row, "value").c_str(), nullptr)).epsilon(1e-9));
    ++compared;
  }
  CHECK(compared == 40);
}

TEST_CASE("by hand: two of the industry next to each other, one alone, two others") {
  // Within 1 of the case at 0: the case at 1 (weight 2) and the other at 1 (weight 6): 2/8. Of the case at 1: the case
  // at 0 (1) and the other (6): 1/7. The case at 100 has nobody. Expected: (5 - 1)/(13 - 1) and (5 - 2)/(13 - 2).
  const std::vector<Site> sites{{0, 0, 1}, {1, 0, 2}, {100, 0, 2}, {0.5, 0, 6}, {50, 0, 2}};
  const std::vector<std::uint32_t> cases{0, 1, 2};
  const std::vector<double> distances{0.25, 1};
  const auto found = relative_concentration(sites, cases, distances, {});
  CHECK_FALSE(found[0]);
  REQUIRE(found[1]);
  CHECK(*found[1] == doctest::Approx((2.0 / 8 + 1.0 / 7) / (4.0 / 12 + 3.0 / 11)));
}

TEST_CASE("M of an industry that is everything is 1, and of one alone it is 0") {
  const auto sites = scattered(400, 3);
  std::vector<std::uint32_t> all;
  for (std::uint32_t site = 0; site < 400; ++site) all.push_back(site);
  const std::vector<double> distances{100, 300};
  for (const auto& value : relative_concentration(sites, all, distances, {})) CHECK(*value == doctest::Approx(1));
  const std::vector<std::uint32_t> none;
  for (const auto& value : relative_concentration(sites, none, distances, {})) CHECK_FALSE(value);
  const std::vector<std::uint32_t> alone{7};
  for (const auto& value : relative_concentration(sites, alone, distances, {})) CHECK_FALSE(value);
}

TEST_CASE("M does not change when the map is turned and moved, and not with its unit of weight") {
  for (const std::uint64_t seed : {4, 5, 6}) {
    INFO("seed ", seed);
    const auto sites = scattered(900, seed);
    std::vector<Site> moved;
    for (const auto& site : sites)
      moved.push_back({0.6 * site.x - 0.8 * site.y + 300, 0.8 * site.x + 0.6 * site.y - 20, 3 * site.weight});
    const auto cases = random_sites({200, 900}, Draw{Seed{seed}, 1});
    const std::vector<double> distances{33.3, 77.7, 222.2};
    const auto one = relative_concentration(sites, cases, distances, {});
    const auto other = relative_concentration(moved, cases, distances, {});
    for (std::size_t i = 0; i < one.size(); ++i) CHECK(*one[i] == doctest::Approx(*other[i]).epsilon(1e-9));
  }
}

TEST_CASE("draws of M are around 1, and the same on one thread and on three, found at once or draw by draw") {
  const auto sites = scattered(600, 8);
  const std::vector<double> distances{100, 300};
  const auto one = relative_concentration_envelope(sites, 100, distances, {.count = 40, .seed = Seed{9}}, {});
  const auto three =
      relative_concentration_envelope(sites, 100, distances, {.count = 40, .seed = Seed{9}}, {.threads = 3});
  for (std::size_t i = 0; i < distances.size(); ++i) {
    CHECK(*one.mean[i] == doctest::Approx(1).epsilon(0.02));
    CHECK(one.mean[i] == three.mean[i]);
    CHECK(one.global[i]->upper == three.global[i]->upper);
  }
  // Five draws of 100 ask for fewer than 600 sites, so each draw finds its own: a draw is what M of its sites is.
  const auto few = relative_concentration_envelope(sites, 100, distances, {.count = 5, .seed = Seed{9}}, {});
  double sum = 0;
  for (std::uint64_t draw = 0; draw < 5; ++draw)
    sum += *relative_concentration(sites, random_sites({100, 600}, Draw{Seed{9}, draw}), distances, {})[0];
  CHECK(*few.mean[0] == doctest::Approx(sum / 5).epsilon(1e-12));
  double all = 0;
  for (std::uint64_t draw = 0; draw < 40; ++draw)
    all += *relative_concentration(sites, random_sites({100, 600}, Draw{Seed{9}, draw}), distances, {})[1];
  CHECK(*one.mean[1] == doctest::Approx(all / 40).epsilon(1e-12));
}

TEST_CASE(
    "a random industry leaves the global band of M about as often as the level says, and a local one more often") {
  const auto sites = scattered(150, 12);
  const std::vector<double> distances{150, 200, 250, 300, 350, 400, 450};
  std::vector<Curve> all;
  for (std::uint32_t industry = 0; industry < level::kIndustries; ++industry)
    all.push_back(relative_concentration(sites, random_sites({12, 150}, Draw{Seed{16}, industry}), distances, {}));
  const auto left = level::left(all, Seed{16}, Seed{17}, Seed{18});
  CHECK(left.global > 0.011);
  CHECK(left.global < 0.089);
  CHECK(left.local > left.global);
}
