#include "measure/complexity.hpp"

#include "measure/employment_tables.hpp"
#include "measure/joined.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace trivium::measure;

namespace {

// EconGeo's way, with its rounding: the second eigenvector of the table from region to region, four digits of which are
// kept. What follows from the rounding is its fault and not ours, so it stands here.
Eigen::VectorXd rounded_second(const Presence& presence) {
  const auto regions = static_cast<Eigen::Index>(presence.regions());
  const auto industries = static_cast<Eigen::Index>(presence.industries());
  Eigen::MatrixXd table = Eigen::MatrixXd::Zero(regions, industries);
  for (Eigen::Index region = 0; region < regions; ++region) {
    for (Eigen::Index industry = 0; industry < industries; ++industry) {
      const Presence::Cell cell{.region = static_cast<std::size_t>(region),
                                .industry = static_cast<std::size_t>(industry)};
      table(region, industry) = presence.home(cell) ? 1 : 0;
    }
  }
  const Eigen::MatrixXd there = table.array().colwise() / table.rowwise().sum().array();
  const Eigen::MatrixXd back = (table.array().rowwise() / table.colwise().sum().array()).transpose();
  const Eigen::MatrixXd rounded = ((there * back).array() * 1e4).round() / 1e4;
  const Eigen::EigenSolver<Eigen::MatrixXd> solver{rounded};
  std::vector<Eigen::Index> order(static_cast<std::size_t>(regions));
  std::iota(order.begin(), order.end(), 0);
  std::ranges::sort(order, std::greater{}, [&](Eigen::Index i) { return std::abs(solver.eigenvalues()[i]); });
  return solver.eigenvectors().col(order[1]).real();
}

double correlation(const Eigen::VectorXd& one, const Eigen::VectorXd& other) {
  const Eigen::VectorXd a = one.array() - one.mean();
  const Eigen::VectorXd b = other.array() - other.mean();
  return a.dot(b) / (a.norm() * b.norm());
}

}  // namespace

TEST_CASE("by hand: the region with both industries stands one up, the other one down") {
  // From region to region: (1/2, 1/2) and (1/4, 3/4). Its second eigenvalue is 1/4, the vector (−2, 1), so mean −1/2
  // and deviation 3/2. The first industry stands with the first region's −2, the second at 4, so that 1 is their mean.
  const auto found = complexity(tables::presence({"x.", "xx"}), {});
  REQUIRE(found);
  CHECK(found->eigenvalue == doctest::Approx(0.25).epsilon(1e-14));
  CHECK(*found->regions[0] == doctest::Approx(-1).epsilon(1e-14));
  CHECK(*found->regions[1] == doctest::Approx(1).epsilon(1e-14));
  CHECK(*found->industries[0] == doctest::Approx(-1).epsilon(1e-14));
  CHECK(*found->industries[1] == doctest::Approx(3).epsilon(1e-14));
}

TEST_CASE("there is no order where all are alike, where nobody is, or where nothing tells up from down") {
  CHECK(!complexity(tables::presence({"xx", "xx", "xx"}), {}));
  CHECK(!complexity(tables::presence({"..", ".."}), {}));
  CHECK(!complexity(tables::presence({"xx"}), {}));
  CHECK(!complexity(tables::presence({"x.", "xx", ".x"}), {}));     // a mirror
  CHECK(!complexity(tables::presence({"xx.", ".xx", "x.x"}), {}));  // a ring: two orders do equally well
  // 1/4 twice, and in one of the orders more industries would stand higher.
  CHECK(!complexity(tables::presence({"xx.", "xx.", "x..", ".x.", "xxx"}), {}));
}

TEST_CASE("what is not joined to the largest part has no value, nor has an industry not known everywhere") {
  // Only the fourth industry would join the first region to the others.
  const auto found = complexity(tables::presence({"x..x", ".x.x", ".xx.", "...?"}), {});
  REQUIRE(found);
  CHECK(!found->regions[0]);
  CHECK(!found->industries[0]);
  CHECK(!found->industries[3]);
  CHECK(!found->regions[3]);
  CHECK(*found->regions[2] == doctest::Approx(1));
}

// EconGeo's matrix falls into two parts, and its second vector only says which part a region is in: −1, 0, 0, 0, 0.
TEST_CASE("EconGeo's five by five: the region apart is left out, the others are ordered") {
  NEEDS_SHARED_FILES(folder);
  const auto toy = tables::toy(folder);
  const auto presence = specialised(toy.employment);
  const auto found = complexity(presence, {});
  REQUIRE(found);
  CHECK(!found->regions[0]);
  CHECK(!found->industries[0]);
  CHECK(largest_part(presence).regions == std::vector<std::size_t>{1, 2, 3, 4});
  const shared_files::Table expected{folder / "09-worked-examples/reference_values_EconGeo_toy_matrix.csv"};
  for (std::size_t row = 0; row < expected.size(); ++row) {
    const auto& measure = expected.text(row, "measure");
    if (measure != "KCI" && measure != "TCI") continue;
    const auto place = static_cast<std::size_t>(expected.number(row, "row")) - 1;
    const auto& ours = measure == "KCI" ? found->regions[place] : found->industries[place];
    CHECK(std::abs(tables::number(expected.text(row, "value"))) == (ours ? 0 : 1));
  }
}

// Written with twelve digits.
TEST_CASE("50 by 100 and 300 by 615: the scores of py-ecomplexity to 1e-9") {
  for (const std::string size : {"s", "m"}) {
    CAPTURE(size);
    const made::Input input{"regind", size};
    const auto regions = shared_files::file("data/bench/ref/regind_" + size + "_regions.csv");
    const auto industries = shared_files::file("data/bench/ref/regind_" + size + "_industries.csv");
    if (!input || !regions || !industries) return;
    const auto named = tables::generated(input.table());
    const auto found = complexity(specialised(named.employment), {});
    REQUIRE(found);
    double worst = 0;
    const shared_files::Table eci{*regions};
    for (std::size_t row = 0; row < eci.size(); ++row) {
      const double score = eci.number(row, "eci");
      worst = std::max(worst, std::abs(*found->regions[named.regions.at(eci.text(row, "region"))] - score));
    }
    const shared_files::Table pci{*industries};
    for (std::size_t row = 0; row < pci.size(); ++row) {
      const double score = pci.number(row, "pci");
      worst = std::max(worst, std::abs(*found->industries[named.industries.at(pci.text(row, "industry"))] - score));
    }
    CHECK(eci.size() + pci.size() == (size == "s" ? 150 : 915));
    CHECK(worst < 1e-9);
  }
}

TEST_CASE("EconGeo's KCI is the same order once its rounding is taken into account") {
  const made::Input input{"regind", "s"};
  const auto reference = shared_files::file("data/bench/ref/regind_s_econgeo_regions.csv");
  if (!input || !reference) return;
  const auto named = tables::generated(input.table());
  const auto presence = specialised(named.employment);
  const auto found = complexity(presence, {});
  REQUIRE(found);
  const auto size = static_cast<Eigen::Index>(presence.regions());
  Eigen::VectorXd kci{size};
  Eigen::VectorXd ours{size};
  const shared_files::Table expected{*reference};
  for (std::size_t row = 0; row < expected.size(); ++row) {
    const auto place = named.regions.at(expected.text(row, "region"));
    kci[static_cast<Eigen::Index>(place)] = tables::number(expected.text(row, "kci"));
    ours[static_cast<Eigen::Index>(place)] = *found->regions[place];
  }
  const auto rounded = rounded_second(presence);
  CHECK(std::abs(correlation(rounded, kci)) > 1 - 1e-8);  // with its rounding: the same vector, to its digits
  CHECK(correlation(ours, kci) > 1 - 1e-6);               // without: what four digits leave
  CHECK(correlation(ours, kci) < 1 - 1e-8);
}

TEST_CASE("a region stands where its industries stand on average, and names do not matter") {
  CHECK(rc::check("means and order", [] {
    auto rows = tables::any_rows("x..");
    const auto presence = tables::presence(rows);
    const auto found = complexity(presence, {});
    std::ranges::reverse(rows);
    const auto again = complexity(tables::presence(rows), {});
    if (!found || found->next > 0.98 * found->eigenvalue) return;  // close calls have no digits to compare
    RC_ASSERT(again.has_value());
    const auto part = largest_part(presence);
    if (again->regions[presence.regions() - 1 - part.regions[0]].has_value()) {
      for (std::size_t i = 0; i < part.regions.size(); ++i) {
        const auto region = part.regions[i];
        double sum = 0;
        for (const auto place : part.industries_of.row(i)) sum += *found->industries[part.industries[place]];
        RC_ASSERT(std::abs(sum / static_cast<double>(part.industries_of.row(i).size()) - *found->regions[region]) <
                  1e-9);
        RC_ASSERT(std::abs(*again->regions[presence.regions() - 1 - region] - *found->regions[region]) < 1e-8);
      }
    }
  }));
}

TEST_CASE("an order of hundreds of regions is the same to the last bit on one thread and on two") {
  for (const auto unknown : {tables::Unknown::none, tables::Unknown::some}) {
    const auto presence = tables::many(700, 300, 32, unknown);
    const auto one = complexity(presence, {.threads = 1});
    const auto two = complexity(presence, {.threads = 2});
    REQUIRE(one);
    REQUIRE(two);
    CHECK(one->regions == two->regions);
    CHECK(one->industries == two->industries);
    CHECK(one->eigenvalue == two->eigenvalue);
    CHECK(std::ranges::count_if(one->regions, [](const auto& value) { return value.has_value(); }) == 700);
  }
}

TEST_CASE("an order that is stopped says so") {
  std::stop_source wanted;
  wanted.request_stop();
  CHECK_THROWS_AS(complexity(tables::presence({"x.", "xx"}), {.stop = wanted.get_token()}), Cancelled);
}
