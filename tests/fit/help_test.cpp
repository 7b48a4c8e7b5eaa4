// What would help most, held against trying every single change.
#include "fit/help.hpp"

#include "fit/laws.hpp"

#include <algorithm>
#include <tuple>

namespace trivium::fit {
namespace {

Picture after(const Picture& picture, ChangeKind kind, std::size_t demand, std::size_t instrument) {
  Picture changed = picture;
  switch (kind) {
    case ChangeKind::address: changed.addresses.push_back({instrument, demand, 1}); break;
    case ChangeKind::carry: changed.carries.push_back({new_practice(changed), instrument, 1}); break;
    case ChangeKind::meet: changed.meets.push_back({new_practice(changed), demand, 1}); break;
  }
  return changed;
}

struct Tried {
  ChangeKind kind;
  double gain;
  std::optional<std::size_t> demand;
  std::optional<std::size_t> instrument;
};

// Of the demands that gain, the heaviest; of equals the one with the smaller id.
std::optional<std::size_t> heaviest_that_gains(const Picture& picture, const Picture& changed) {
  const auto before = chains(picture);
  const auto now = chains(changed);
  std::optional<std::size_t> found;
  const auto rank = [&](std::size_t i) { return std::tuple{-picture.demands[i].weight, picture.demands[i].id}; };
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (now[i].strength > before[i].strength && (!found || rank(i) < rank(*found))) found = i;
  }
  return found;
}

// Every link that could be added or strengthened to a direct one, and every practice that could be begun. To strengthen
// a practice's link is worth what a new practice is.
std::vector<Tried> every_single_change(const Picture& picture) {
  std::vector<Tried> all;
  const double now = carried(picture);
  const auto attempt = [&](ChangeKind kind, std::size_t demand, std::size_t instrument) {
    const auto changed = after(picture, kind, demand, instrument);
    const double gain = carried(changed) - now;
    if (gain < kNear) return;
    all.push_back({kind, gain, heaviest_that_gains(picture, changed),
                   kind == ChangeKind::meet ? std::nullopt : std::optional{instrument}});
  };
  for (std::size_t i = 0; i < picture.demands.size(); ++i) {
    attempt(ChangeKind::meet, i, 0);
    for (std::size_t j = 0; j < picture.instruments.size(); ++j) attempt(ChangeKind::address, i, j);
  }
  for (std::size_t j = 0; j < picture.instruments.size(); ++j) attempt(ChangeKind::carry, 0, j);
  std::ranges::sort(all, {}, [&](const Tried& one) {
    const auto& demand = picture.demands[*one.demand];
    return std::tuple{-std::lround(one.gain / kNear),
                      -demand.weight,
                      demand.id,
                      one.kind == ChangeKind::address ? 1 : 0,  // what others decide comes after one's own
                      one.kind,
                      one.instrument ? picture.instruments[*one.instrument].id : std::string{}};
  });
  return all;
}

}  // namespace

TEST_CASE("what would help most are the first three of all single changes, each worth what it is said to be") {
  std::size_t whole = 0;
  on_many([&](by_chance::Chance& chance) {
    const auto picture = any_picture(chance, 1);
    const auto tried = every_single_change(picture);
    const auto offered = most_helpful(picture);
    REQUIRE(offered.size() == std::min<std::size_t>(3, tried.size()));
    for (std::size_t i = 0; i < offered.size(); ++i) {
      CAPTURE(i);
      CHECK(shape::name_of(offered[i].kind) == shape::name_of(tried[i].kind));
      CHECK(std::abs(offered[i].gain - tried[i].gain) < kNear);
      CHECK(offered[i].demand == tried[i].demand);
      CHECK(offered[i].instrument == tried[i].instrument);
      CHECK(offered[i].control == (tried[i].kind == ChangeKind::address ? Control::influence : Control::by_hand));
    }
    if (offered.size() == 3) ++whole;
  });
  CHECK(whole > kCases / 4);  // it was not mostly empty pictures
}

TEST_CASE("a change in one's own hands is not hidden behind another for the same problem") {
  // Weights .4, .3, .3; one instrument, for the first in part and for the others; nobody's practice.
  Picture picture;
  for (const char* id : {"0", "1", "2"})
    picture.demands.push_back(
        {.id = id, .task = "A_sum", .text = id, .weight = 3, .mechanisms = {}, .scale = {}, .unmet_actors = {}});
  picture.demands[0].weight = 4;
  picture.instruments.push_back({.id = "j", .task = "B3", .text = "j", .resource = 1.0, .mechanisms = {}});
  picture.addresses = {{0, 0, .5}, {0, 1, 1}, {0, 2, 1}};
  const auto offered = most_helpful(picture);
  REQUIRE(offered.size() == 3);
  CHECK(offered[0].kind == ChangeKind::carry);
  CHECK(offered[0].gain == doctest::Approx(.8));
  CHECK(offered[0].demand == 0);
  CHECK(offered[1].kind == ChangeKind::meet);
  CHECK(offered[1].gain == doctest::Approx(.4));
  CHECK(offered[1].demand == 0);
  CHECK(offered[2].kind == ChangeKind::meet);
  CHECK(offered[2].gain == doctest::Approx(.3));
  CHECK(offered[2].demand == 1);
}

}  // namespace trivium::fit
