// What weights mean: their unit nothing, and a weight of next to nothing next to nothing; each law on 10,000 pictures
// made by chance.
#include "fit/laws.hpp"

namespace trivium::fit {
namespace {

// The last demand next to nothing, and not there at all.
Picture fainter(Picture picture) {
  picture.demands.back().weight = 1e-12;
  return picture;
}
Picture without_the_last(Picture picture) {
  picture.demands.pop_back();
  const auto last = picture.demands.size();
  for (auto* links : {&picture.addresses, &picture.meets})
    std::erase_if(*links, [&](const Link& link) { return link.to == last; });
  return picture;
}

// How many instruments and practices are linked to this demand and to nothing else.
std::size_t serve_only(const Picture& picture, std::size_t demand) {
  const auto count = [&](std::size_t things, const std::vector<Link>& to_demands, const std::vector<Link>& others) {
    std::size_t only = 0;
    for (std::size_t thing = 0; thing < things; ++thing) {
      const auto from_here = [&](const Link& link) { return link.from == thing; };
      const auto elsewhere = [&](const Link& link) { return link.from == thing && link.to != demand; };
      if (std::ranges::any_of(to_demands, from_here) && std::ranges::none_of(to_demands, elsewhere) &&
          std::ranges::none_of(others, from_here))
        ++only;
    }
    return only;
  };
  return count(picture.instruments.size(), picture.addresses, {}) +
         count(picture.practices.size(), picture.meets, picture.carries);
}

}  // namespace

TEST_CASE("all weights, all resources and all efforts in another unit change no number, no finding and no point") {
  on_many([](by_chance::Chance& chance) {
    const auto picture = any_picture(chance, 1);
    Picture scaled = picture;
    for (auto& demand : scaled.demands) demand.weight *= 7.3;
    for (auto& instrument : scaled.instruments) {
      if (instrument.resource) *instrument.resource *= 1'000;
    }
    if (scaled.whole) *scaled.whole *= 1'000;
    for (auto& practice : scaled.practices) {
      if (practice.effort) *practice.effort /= 60;
    }
    CHECK(close(sides(picture), sides(scaled)));
    CHECK(all_same(chains(picture), chains(scaled)));
    CHECK(all_same(breaks(picture, chains(picture)), breaks(scaled, chains(scaled))));
    CHECK(all_same(most_helpful(picture), most_helpful(scaled)));
    const auto leans = profile(picture);
    const auto others = profile(scaled);
    for (const auto vertex : {&Profile::demands, &Profile::instruments, &Profile::practices})
      CHECK(close(leans.*vertex, others.*vertex));
  });
}

// "Stops mattering" is narrower than it sounds, in two ways. Proportion still sees what is spent on it: that arrives
// where nothing is weighed. And what serves only this demand does serve something as long as it is named: only where
// nobody names it any more is its instrument an answer without a question, and its practice busy without a reason. All
// else is as if it were not there: reach, what becomes of the others, and what would help.
TEST_CASE("of a demand whose weight goes to nothing no reach depends; what is spent on it stays out of proportion") {
  on_many([](by_chance::Chance& chance) {
    const auto picture = any_picture(chance, 2);
    const auto faint = fainter(picture);
    const auto without = without_the_last(picture);
    const auto with_faint = sides(faint);
    const auto left = sides(without);
    for (const auto side : kSides) CHECK(close((with_faint.*side).reach, (left.*side).reach));
    CHECK(close(with_faint.b_c.proportion, left.b_c.proportion));
    // Means that went to it could go elsewhere: without it the proportion is never smaller.
    for (const auto side : {&Sides::a_b, &Sides::a_c}) {
      if (!(left.*side).proportion) continue;
      REQUIRE((with_faint.*side).proportion);
      CHECK((with_faint.*side).proportion->least <= (left.*side).proportion->least + kNear);
      CHECK((with_faint.*side).proportion->most <= (left.*side).proportion->most + kNear);
    }
    // Where no other names a mechanism it is the only one that lies anywhere.
    const auto point = profile(without).demands;
    if (point.placed) CHECK(close(profile(faint).demands, point));
  });
}

TEST_CASE("of a demand whose weight goes to nothing no break of another and no help depends") {
  unsigned orphans = 0;
  on_many([&](by_chance::Chance& chance) {
    const auto picture = any_picture(chance, 2);
    const auto faint = fainter(picture);
    const auto without = without_the_last(picture);
    const auto last = without.demands.size();

    auto chains_there = chains(faint);
    CHECK(chains_there.back().demand == last);
    chains_there.pop_back();
    CHECK(all_same(chains_there, chains(without)));

    auto there = breaks(faint, chains(faint));
    for (const auto& found : there) {
      if (found.demand == last) CHECK(found.weight < kNear);
    }
    std::erase_if(there, [&](const Break& found) { return found.demand == last; });
    auto left = breaks(without, chains(without));
    const auto served_only_it = std::erase_if(left, [&](const Break& found) {
      return !found.demand && std::ranges::none_of(there, [&](const Break& one) { return same(one, found); });
    });
    CHECK(served_only_it == serve_only(picture, last));
    if (served_only_it > 0) ++orphans;
    CHECK(all_same(there, left));

    constexpr std::size_t kAll = 1'000;
    const auto help = most_helpful(without, kAll);
    auto help_there = most_helpful(faint, kAll);
    for (std::size_t i = 0; i < help.size(); ++i) CHECK(help_there[i].demand != last);  // it comes behind all others
    for (const auto& change : help_there) {
      if (change.demand == last) CHECK(change.gain < kNear);
    }
    std::erase_if(help_there, [&](const Change& change) { return change.demand == last; });
    CHECK(all_same(help_there, help));
  });
  CHECK(orphans > kCases / 10);  // the narrowing was met
}

}  // namespace trivium::fit
