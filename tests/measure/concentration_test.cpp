#include "measure/concentration.hpp"

#include "measure/shared_files.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace trivium::measure;

namespace {

std::vector<double> any_parts() {
  const auto whole = *rc::gen::nonEmpty<std::vector<unsigned short>>();
  return {whole.begin(), whole.end()};
}

}  // namespace

TEST_CASE("the textbook's locational Gini: 0.4068966") {
  const std::vector<double> industry{500, 500, 1000, 7000, 1000};
  const std::vector<double> all{20000, 15000, 20000, 40000, 5000};
  CHECK(*locational_gini({industry, all}) == doctest::Approx(0.406896551724138).epsilon(1e-14));
}

TEST_CASE("Göttingen 2017 against Germany: specialisation 0.359852, Krugman 0.4508469") {
  NEEDS_SHARED_FILES(folder);
  const shared_files::Table table{folder / "03-region-industry/de_reat_Goettingen.csv"};
  std::vector<double> here;
  std::vector<double> country;
  for (std::size_t row = 1; row < table.size(); ++row) {  // the first is the total
    here.push_back(table.number(row, "Goettingen2017"));
    country.push_back(table.number(row, "BRD2017"));
  }
  CHECK(*locational_gini({here, country}) == doctest::Approx(0.359852029494847).epsilon(1e-13));
  CHECK(*krugman({here, country}) == doctest::Approx(0.450846878361572).epsilon(1e-13));
}

TEST_CASE("by hand: four parts of 1, 1, 2 and 4") {
  const std::vector<double> parts{4, 1, 2, 1};
  CHECK(*herfindahl(parts) == doctest::Approx((1 + 1 + 4 + 16) / 64.0));
  CHECK(*largest_share(parts) == 0.5);
  // Pairs differ by 0, 1, 1, 3, 3 and 2: counted both ways, 20 over 16 pairs; half of that over the mean of 2.
  CHECK(*gini(parts) == doctest::Approx(20.0 / 16 / 2 / 2));
  CHECK(*entropy(parts) == doctest::Approx(1.75));  // ½·1 + ¼·2 + 2·⅛·3
}

TEST_CASE("all alike and all in one are the ends of each measure") {
  const std::vector<double> alike(8, 3.0);
  const std::vector<double> one{0, 0, 0, 5, 0, 0, 0, 0};
  CHECK(*herfindahl(alike) == doctest::Approx(1.0 / 8));
  CHECK(*herfindahl(one) == 1);
  CHECK(*largest_share(alike) == doctest::Approx(1.0 / 8));
  CHECK(*largest_share(one) == 1);
  CHECK(*gini(alike) == doctest::Approx(0));
  CHECK(*gini(one) == doctest::Approx(7.0 / 8));
  CHECK(*entropy(alike) == doctest::Approx(3));
  CHECK(*entropy(one) == 0);
  CHECK(*krugman({alike, alike}) == 0);
  const std::vector<double> elsewhere{1, 0, 0, 0, 0, 0, 0, 0};
  CHECK(*krugman({one, elsewhere}) == 2);
}

TEST_CASE("where there is nothing, nothing is uneven: no number, not zero") {
  const std::vector<double> nothing(3, 0.0);
  const std::vector<double> some{1, 2, 3};
  CHECK(!herfindahl(nothing));
  CHECK(!largest_share(nothing));
  CHECK(!largest_share({}));
  CHECK(!gini(nothing));
  CHECK(!entropy({}));
  CHECK(!krugman({nothing, some}));
  CHECK(!locational_gini({some, nothing}));
  CHECK(!variety(nothing, std::vector<std::size_t>{0, 0, 1}));
}

TEST_CASE("a part of which the whole has nothing is left out of the locational Gini") {
  const std::vector<double> part{1, 3, 0};
  const std::vector<double> whole{5, 5, 0};
  CHECK(*locational_gini({part, whole}) == *locational_gini({std::span{part}.first(2), std::span{whole}.first(2)}));
}

TEST_CASE("variety by hand: two groups of half each, one of them in two classes") {
  // ½ in one class; ¼ and ¼ in the other group: between 1 bit, within ½ · 1 bit.
  const std::vector<double> parts{2, 1, 1};
  const std::vector<std::size_t> groups{0, 1, 1};
  const auto found = variety(parts, groups);
  CHECK(found->unrelated == doctest::Approx(1));
  CHECK(found->related == doctest::Approx(0.5));
}

TEST_CASE("order and unit change nothing, and related and unrelated variety add up to the entropy") {
  CHECK(rc::check("invariance", [] {
    const auto parts = any_parts();
    RC_PRE(std::accumulate(parts.begin(), parts.end(), 0.0) > 0);
    auto other = parts;
    std::ranges::reverse(other);
    for (double& part : other) part *= 37;
    const auto near = [](std::optional<double> one, std::optional<double> another) {
      return std::abs(*one - *another) < 1e-12;
    };
    RC_ASSERT(near(herfindahl(parts), herfindahl(other)));
    RC_ASSERT(near(gini(parts), gini(other)));
    RC_ASSERT(near(entropy(parts), entropy(other)));
    std::vector<std::size_t> groups;
    for (std::size_t i = 0; i < parts.size(); ++i) groups.push_back(i % 3);
    const auto apart = variety(parts, groups);
    RC_ASSERT(near(apart->related + apart->unrelated, entropy(parts)));
    RC_ASSERT(*herfindahl(parts) >= 1.0 / static_cast<double>(parts.size()) - 1e-12);
  }));
}
