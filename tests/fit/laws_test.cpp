// What has to hold for every picture, each law on 10,000 made by chance; the seed is printed where one does not.
#include "fit/laws.hpp"

#include "fit/help.hpp"
#include "fit/profile.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace trivium::fit {
namespace {

enum class LinkKind { addresses, carries, meets };

// One more link, of any kind for which there is something to link.
LinkKind add_a_link(Picture& picture, by_chance::Chance& chance) {
  std::vector<LinkKind> kinds;
  const bool policy = !picture.instruments.empty();
  const bool practice = !picture.practices.empty();
  if (policy) kinds.push_back(LinkKind::addresses);
  if (policy && practice) kinds.push_back(LinkKind::carries);
  if (practice) kinds.push_back(LinkKind::meets);
  const auto add = [&](std::vector<Link>& links, std::size_t from, std::size_t to) {
    links.push_back(
        {by_chance::below(chance, from), by_chance::below(chance, to), by_chance::one_in(chance, 2) ? 1 : 0.5});
  };
  const auto kind = by_chance::one_of(chance, kinds);
  switch (kind) {
    case LinkKind::addresses: add(picture.addresses, picture.instruments.size(), picture.demands.size()); break;
    case LinkKind::carries: add(picture.carries, picture.practices.size(), picture.instruments.size()); break;
    case LinkKind::meets: add(picture.meets, picture.practices.size(), picture.demands.size()); break;
  }
  return kind;
}

// With something that can be linked.
Picture linkable(by_chance::Chance& chance) {
  for (;;) {
    auto picture = any_picture(chance, 1);
    if (!picture.instruments.empty() || !picture.practices.empty()) return picture;
  }
}

// At least one demand, so that something can be linked to it.
void a_demand(Picture& picture) {
  if (!picture.demands.empty()) return;
  picture.demands.push_back(
      {.id = "new", .task = "A_sum", .text = "new", .weight = 1, .mechanisms = {}, .scale = {}, .unmet_actors = {}});
}

// The change a break asks for.
void make(Picture& picture, const Break& found) {
  switch (found.kind) {
    case BreakKind::unanswered: picture.meets.push_back({new_practice(picture), *found.demand, 1}); break;
    case BreakKind::on_paper: picture.carries.push_back({new_practice(picture), *found.instrument, 1}); break;
    case BreakKind::from_below:
      picture.instruments.push_back({.id = "new", .task = "B3", .text = "new", .resource = 1.0, .mechanisms = {}});
      picture.addresses.push_back({picture.instruments.size() - 1, *found.demand, 1});
      picture.carries.push_back({*found.practice, picture.instruments.size() - 1, 1});
      break;
    case BreakKind::answer_without_a_question:
      a_demand(picture);
      picture.addresses.push_back({*found.instrument, 0, 1});
      break;
    case BreakKind::busy_without_a_reason:
      a_demand(picture);
      picture.meets.push_back({*found.practice, 0, 1});
      break;
    case BreakKind::wrong_scale: picture.out_of_reach.reset(); break;  // somebody goes up there
    case BreakKind::unreached: picture.demands[*found.demand].unmet_actors.clear(); break;
    case BreakKind::unfunded: picture.instruments[*found.instrument].resource = 1; break;
    case BreakKind::unstaffed: picture.practices[*found.practice].effort = 1; break;
  }
}

bool same_place(const Break& one, const Break& other) {
  if (one.kind != other.kind) return false;
  if (one.demand)
    return one.demand == other.demand && (one.kind != BreakKind::unfunded || one.instrument == other.instrument) &&
           (one.kind != BreakKind::unstaffed || one.practice == other.practice);
  return one.instrument == other.instrument && one.practice == other.practice;
}

// Links of which no two are as strong, so that it never depends on the order which of equal ones is named.
void no_two_alike(Picture& picture, by_chance::Chance& chance) {
  const auto count = picture.addresses.size() + picture.carries.size() + picture.meets.size();
  std::vector<double> strengths(count);
  std::iota(strengths.begin(), strengths.end(), 1);
  std::ranges::shuffle(strengths, chance);
  auto next = strengths.begin();
  for (auto* links : {&picture.addresses, &picture.carries, &picture.meets}) {
    for (auto& link : *links) link.strength = *next++ / static_cast<double>(count);
  }
}

using Order = std::vector<std::size_t>;  // by place, where it goes

template <class Thing>
Order shuffled(std::vector<Thing>& things, by_chance::Chance& chance) {
  Order goes(things.size());
  std::iota(goes.begin(), goes.end(), 0);
  std::ranges::shuffle(goes, chance);
  auto other = things;
  for (std::size_t i = 0; i < goes.size(); ++i) other[goes[i]] = things[i];
  things = std::move(other);
  return goes;
}

Picture in_another_order(Picture picture, by_chance::Chance& chance) {
  const auto demand = shuffled(picture.demands, chance);
  const auto instrument = shuffled(picture.instruments, chance);
  const auto practice = shuffled(picture.practices, chance);
  for (auto& link : picture.addresses) link = {instrument[link.from], demand[link.to], link.strength};
  for (auto& link : picture.carries) link = {practice[link.from], instrument[link.to], link.strength};
  for (auto& link : picture.meets) link = {practice[link.from], demand[link.to], link.strength};
  for (auto* links : {&picture.addresses, &picture.carries, &picture.meets}) std::ranges::shuffle(*links, chance);
  return picture;
}

template <class Thing>
std::string id_of(const std::vector<Thing>& things, const std::optional<std::size_t>& place) {
  return place ? things[*place].id : std::string{};
}

// A break with everything it says, by ids.
using Told = std::tuple<BreakKind, Control, long, std::string, std::string, std::string>;

std::multiset<Told> told(const Picture& picture) {
  std::multiset<Told> all;
  for (const auto& found : breaks(picture, chains(picture)))
    all.insert({found.kind, found.control, std::lround(found.weight / kNear), id_of(picture.demands, found.demand),
                id_of(picture.instruments, found.instrument), id_of(picture.practices, found.practice)});
  return all;
}

using Way = std::tuple<Standing, double, std::string, std::string>;

std::map<std::string, Way> ways(const Picture& picture) {
  std::map<std::string, Way> all;
  for (const auto& chain : chains(picture))
    all[picture.demands[chain.demand].id] = {chain.standing, chain.strength,
                                             id_of(picture.instruments, chain.instrument),
                                             id_of(picture.practices, chain.practice)};
  return all;
}

}  // namespace

TEST_CASE("adding a link never lowers carry, nor the reach of any side") {
  std::map<LinkKind, unsigned> tried;
  unsigned raised = 0;
  on_many([&](by_chance::Chance& chance) {
    auto picture = linkable(chance);
    const auto before = sides(picture);
    const auto chains_before = chains(picture);
    ++tried[add_a_link(picture, chance)];
    const auto after = sides(picture);
    const auto chains_after = chains(picture);
    for (std::size_t i = 0; i < chains_before.size(); ++i) CHECK(chains_after[i].strength >= chains_before[i].strength);
    bool more = false;
    for (const auto side : kSides) {
      const auto& was = (before.*side).reach;
      const auto& is = (after.*side).reach;
      REQUIRE(was.has_value() == is.has_value());
      if (!was) continue;
      CHECK(is->least >= was->least - kNear);
      CHECK(is->most >= was->most - kNear);
      more = more || is->most > was->most + kNear;
    }
    if (more) ++raised;
  });
  // Each of the cases added a link, of each kind many, and often one that was not there as strong.
  CHECK(tried[LinkKind::addresses] + tried[LinkKind::carries] + tried[LinkKind::meets] == kCases);
  for (const auto& [kind, count] : tried) CHECK(count > kCases / 5);
  CHECK(raised > kCases / 4);
}

TEST_CASE("other ids change nothing: the same chains, breaks and numbers at the same places") {
  on_many([](by_chance::Chance& chance) {
    const auto picture = any_picture(chance, 1);
    Picture other = picture;
    const auto rename = [&](auto& things) {
      std::vector<std::string> names;
      for (std::size_t i = 0; i < things.size(); ++i) names.push_back("another " + std::to_string(i));
      std::ranges::shuffle(names, chance);
      for (std::size_t i = 0; i < things.size(); ++i) things[i].id = names[i];
    };
    rename(other.demands);
    rename(other.instruments);
    rename(other.practices);
    CHECK(close(sides(picture), sides(other)));
    CHECK(all_same(chains(picture), chains(other)));
    CHECK(all_same(breaks(picture, chains(picture)), breaks(other, chains(other))));
    const auto help = most_helpful(picture);
    CHECK(std::ranges::equal(help, most_helpful(other),
                             [](auto& a, auto& b) { return std::abs(a.gain - b.gain) < kNear; }));
  });
}

TEST_CASE("another order changes no number, no chain, no break with what it names, and nothing that would help") {
  on_many([](by_chance::Chance& chance) {
    auto picture = any_picture(chance, 1);
    const auto turned_as_it_is = in_another_order(picture, chance);
    CHECK(close(sides(picture), sides(turned_as_it_is)));
    CHECK(std::abs(carried(picture) - carried(turned_as_it_is)) < kNear);
    no_two_alike(picture, chance);
    const auto turned = in_another_order(picture, chance);
    CHECK(close(sides(picture), sides(turned)));
    CHECK(ways(picture) == ways(turned));
    CHECK(told(picture) == told(turned));
    const auto one = most_helpful(picture);
    const auto other = most_helpful(turned);
    REQUIRE(one.size() == other.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
      CHECK(one[i].kind == other[i].kind);
      CHECK(std::abs(one[i].gain - other[i].gain) < kNear);
      CHECK(id_of(picture.demands, one[i].demand) == id_of(turned.demands, other[i].demand));
      CHECK(id_of(picture.instruments, one[i].instrument) == id_of(turned.instruments, other[i].instrument));
    }
  });
}

TEST_CASE("breaks have one order: no answer before half of one, each kind together, the heavier first") {
  on_many([](by_chance::Chance& chance) {
    const auto picture = any_picture(chance);
    const auto found = breaks(picture, chains(picture));
    std::vector<Break> first;  // of each kind
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (i > 0 && found[i - 1].kind == found[i].kind) CHECK(found[i - 1].weight >= found[i].weight);
      else first.push_back(found[i]);
    }
    std::set<BreakKind> kinds;
    for (std::size_t i = 0; i < first.size(); ++i) {
      CHECK(kinds.insert(first[i].kind).second);
      if (i == 0) continue;
      const auto& above = first[i - 1];
      if (becomes_of_a_problem(first[i].kind)) CHECK(above.kind < first[i].kind);
      else if (!becomes_of_a_problem(above.kind)) CHECK(above.weight >= first[i].weight);
    }
  });
}

TEST_CASE("every break is gone when the change it asks for is made") {
  on_many([](by_chance::Chance& chance) {
    const auto picture = any_picture(chance);
    for (const auto& found : breaks(picture, chains(picture))) {
      Picture mended = picture;
      make(mended, found);
      for (const auto& left : breaks(mended, chains(mended))) {
        CAPTURE(shape::name_of(found.kind));
        CHECK_FALSE(same_place(left, found));
      }
    }
  });
}

}  // namespace trivium::fit
