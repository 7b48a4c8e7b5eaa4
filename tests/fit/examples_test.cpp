// Three clusters worked out by hand, every number and every break. What each of the three managers of the last one says
// for himself stands in three_managers_test.cpp.
#include "fit/by_hand.hpp"

namespace trivium::fit {
namespace {

using enum Mechanism;

}  // namespace

// A stalled audiovisual cluster (box 1 of the source): it depends on one customer (5), old and new entrepreneurs do not
// meet (3), and a post-production room is missing (2): weights ½, .3, .2.
//
//   studio 60 → the room, direct        run by its manager 20 h
//   help with exports 30 → the customer, partly        nobody
//   newsletter 10 → nothing
//   an evening at the festival 10 h meets the second, partly; reports 10 h serve nothing
TEST_CASE("a stalled audiovisual cluster: the heaviest demand stands on paper only") {
  Picture picture;
  picture.demands = {demand("one customer", 5, {matching}), demand("old and new", 3, {learning}),
                     demand("room", 2, {sharing})};
  picture.instruments = {instrument("studio", 60.0, {sharing}), instrument("exports", 30.0, {matching}),
                         instrument("newsletter", 10.0, {learning})};
  picture.practices = {practice("running the studio", 20.0, {sharing}), practice("festival evening", 10.0, {learning}),
                       practice("reports", 10.0, {})};
  picture.addresses = {{0, 2, 1}, {1, 0, .5}};
  picture.carries = {{0, 0, 1}};
  picture.meets = {{1, 1, .5}};

  const auto all = chains(picture);
  check(all, {{0, 0, Standing::on_paper, 1, none},
              {1, .5, Standing::from_below, none, 1},
              {2, 1, Standing::carried_through, 0, 0}});

  check(breaks(picture, all), {{BreakKind::on_paper, Control::by_hand, .5, 0, 1, none},
                               {BreakKind::from_below, Control::influence, .3, 1, none, 1},
                               {BreakKind::answer_without_a_question, Control::influence, 0, none, 2, none},
                               {BreakKind::busy_without_a_reason, Control::by_hand, 0, none, none, 2}});

  const auto three = sides(picture);
  check(three.a_b.reach, .45, .45);       // .5·½ + .3·0 + .2·1
  check(three.b_c.reach, .6, .6);         // only the studio is carried
  check(three.a_c.reach, .35, .35);       // .5·0 + .3·½ + .2·1
  check(three.a_b.proportion, .5, .5);    // arrives .3, 0, .6, nowhere .1: 1 − ½(.2+.3+.4) − ½·.1
  check(three.b_c.proportion, .5, .5);    // wanted .6 .3 .1, arrives .5 0 0
  check(three.a_c.proportion, .45, .45);  // arrives 0 .25 .5, nowhere .25

  // A direct help for the first would bring ½, and so would the studio if it could be of use; somebody for the exports,
  // which are for it in part only, ¼.
  check(most_helpful(picture), {{ChangeKind::meet, .5, Control::by_hand, 0, none, none},
                                {ChangeKind::address, .5, Control::influence, 0, 0, none},
                                {ChangeKind::carry, .25, Control::by_hand, 0, 1, none}});

  const auto leans = profile(picture);
  check(leans.demands, .2, .5, .3);
  check(leans.instruments, .6, .3, .1);
  check(leans.practices, 2.0 / 3, 0, 1.0 / 3, {.share = .75});             // reports name no mechanism: 30 of 40 hours
  CHECK(distance(leans.demands, leans.instruments) == Distance::apart);    // ½(.4 + .2 + .2)
  CHECK(distance(leans.demands, leans.practices) == Distance::apart);      // ½(.47 + .5 + .03)
  CHECK(distance(leans.instruments, leans.practices) == Distance::apart);  // ½(.07 + .3 + .23) is .3

  // Of seven things said of the cluster one is not known; the city alone worked the policy out, its council and the
  // chamber stand behind it, and nobody brings skills.
  const MiddleFacts facts{.cluster = {{"A1", false, Ground::evidence},
                                      {"A2", false, Ground::experience},
                                      {"A4", true, Ground::guess},
                                      {"A5", false, Ground::experience},
                                      {"A6", false, Ground::guess},
                                      {"A7", false, none},
                                      {"A8", false, none}},
                          .gained = {{{Resource::money}},                                       // city council
                                     {{Resource::energy, Resource::people, Resource::money}}},  // chamber
                          .not_gained = 1,
                          .designers = {"city_government", "city_government"},
                          .introductions = 2,
                          .introductions_that_went_on = 1};
  check(middle(facts, all), {.answered = 6,
                             .grounds = {{Ground::evidence, 1}, {Ground::experience, 2}, {Ground::guess, 1}},
                             .ground_unsaid = 2,
                             .not_known = {"A4"},
                             .gained = 2,
                             .not_gained = 1,
                             .combined = {Resource::people, Resource::money, Resource::energy},
                             .missing = {Resource::skills},
                             .of_one_kind = true,
                             .demands = 3,
                             .carried = 1,
                             .introductions = 2,
                             .introductions_that_went_on = 1});
}

// A food policy as in Skåne: technology for farming (4) and a table for retail and design (1). The farm projects cost
// 80, what the table costs is not known; the farm visits' hours are not known either. The technology is carried
// through, as far as links can tell: that farmers and technologists have no skills in common is seen in who moves
// where, and worked out in tests/measure/food_policy_test.cpp.
TEST_CASE("a food policy with unknown resources: intervals, no silent half") {
  Picture picture;
  picture.demands = {demand("technology on farms", 4, {learning}), demand("retail and design", 1, {matching})};
  picture.instruments = {instrument("farm projects", 80.0, {learning}), instrument("table", std::nullopt, {matching})};
  picture.practices = {practice("farm visits", std::nullopt, {learning})};
  picture.addresses = {{0, 0, 1}, {1, 1, 1}};
  picture.carries = {{0, 0, 1}};

  const auto all = chains(picture);
  check(all, {{0, 1, Standing::carried_through, 0, 0}, {1, 0, Standing::on_paper, 1, none}});
  check(breaks(picture, all), {{BreakKind::on_paper, Control::by_hand, .2, 1, 1, none}});

  const auto three = sides(picture);
  check(three.a_b.reach, 1, 1);
  check(three.b_c.reach, 0, 1);  // the table could be everything, or nothing
  check(three.a_c.reach, .8, .8);
  check(three.a_b.proportion, .2, 1);   // (1−u, u) against (.8, .2): best at u = .2
  check(three.b_c.proportion, 0, 1);    // (1−u, u) against (1, 0)
  check(three.a_c.proportion, .8, .8);  // whatever the hours are, all go to the farms

  // All three bring what retail weighs; no practice here works by matching.
  check(most_helpful(picture), {{ChangeKind::carry, .2, Control::by_hand, 1, 1, none},
                                {ChangeKind::meet, .2, Control::by_hand, 1, none, none},
                                {ChangeKind::address, .2, Control::influence, 1, 0, none}});

  const auto leans = profile(picture);
  check(leans.demands, 0, .2, .8);
  check(leans.instruments, 0, 0, 1, {.unsized = 1});  // the table's cost is not known, the other's is
  check(leans.practices, 0, 0, 1, {.by_count = true});
  CHECK(distance(leans.demands, leans.instruments) == Distance::near);
  CHECK(distance(leans.instruments, leans.practices) == Distance::together);
  CHECK(distance(leans.demands, leans.practices) == Distance::near);  // ½(.2 + .2)

  // Said in percent, the table is at most the fifth that is left.
  picture.whole = 100;
  const auto bounded = sides(picture);
  check(bounded.a_b.reach, 1, 1);
  check(bounded.a_c.reach, .8, .8);
  check(bounded.a_c.proportion, .8, .8);
  check(bounded.b_c.reach, .8, 1);
  check(bounded.a_b.proportion, .8, 1);
  check(bounded.b_c.proportion, .8, 1);

  // Everything rests on evidence, two kinds of players worked it out, and between them they bring all there is to
  // bring.
  const MiddleFacts facts{.cluster = {{"A1", false, Ground::evidence}, {"A3", false, Ground::evidence}},
                          .gained = {{{Resource::money}},                     // region
                                     {{Resource::skills, Resource::people}},  // university
                                     {{Resource::energy}}},                   // food firms
                          .not_gained = 0,
                          .designers = {"regional_government", "research_or_education"},
                          .introductions = 0,
                          .introductions_that_went_on = 0};
  check(middle(facts, all), {.answered = 2,
                             .grounds = {{Ground::evidence, 2}},
                             .ground_unsaid = 0,
                             .not_known = {},
                             .gained = 3,
                             .not_gained = 0,
                             .combined = {Resource::people, Resource::skills, Resource::money, Resource::energy},
                             .missing = {},
                             .of_one_kind = false,
                             .demands = 2,
                             .carried = 1,
                             .introductions = 0,
                             .introductions_that_went_on = 0});
}

// Life sciences as in Coimbra and Cantanhede: no policy, and what three managers do together. Three demands of one
// weight.
TEST_CASE("a cluster without a policy: two sides say that nothing is there, the third is carried from below") {
  Picture picture;
  picture.demands = {demand("beds for start-ups", 1, {sharing}), demand("partners", 1, {matching}),
                     demand("licences", 1, {})};
  picture.demands[2].scale = Scale::national;
  picture.out_of_reach = Scale::national;
  picture.practices = {practice("broker", 5.0, {matching}), practice("visits", 5.0, {learning}),
                       practice("lunch", 0.0, {learning})};
  picture.meets = {{0, 0, 1}, {1, 0, .5}, {2, 1, .5}};

  const auto all = chains(picture);
  check(all, {{0, 1, Standing::from_below, none, 0},
              {1, .5, Standing::from_below, none, 2},
              {2, 0, Standing::unanswered, none, none}});
  const double third = 1.0 / 3;
  check(breaks(picture, all),
        {{BreakKind::unanswered, Control::lobby, third, 2, none, none},  // a lever of the nation's
         {BreakKind::from_below, Control::influence, third, 0, none, 0},
         {BreakKind::from_below, Control::influence, third, 1, none, 2},
         {BreakKind::unstaffed, Control::by_hand, third, 1, none, 2},
         {BreakKind::wrong_scale, Control::lobby, third, 2, none, none}});

  const auto three = sides(picture);
  CHECK(three.a_b.why_no_reach == Unsaid::no_instrument);
  CHECK(three.b_c.why_no_reach == Unsaid::no_instrument);
  check(three.a_c.reach, .5, .5);             // (1 + ½ + 0) / 3
  check(three.a_c.proportion, third, third);  // all effort arrives at the first

  // The partners have half of what they need; the broker, who works by matching, could be the one.
  check(most_helpful(picture), {{ChangeKind::meet, third, Control::by_hand, 2, none, none},
                                {ChangeKind::meet, third / 2, Control::by_hand, 1, none, 0}});

  const auto leans = profile(picture);
  check(leans.demands, .5, .5, 0, {.share = 2 * third});  // licences name no mechanism
  CHECK_FALSE(leans.instruments.placed);
  check(leans.practices, 0, .5, .5);  // the lunch takes no time
  CHECK_FALSE(distance(leans.demands, leans.instruments));
  CHECK(distance(leans.demands, leans.practices) == Distance::apart);  // ½(.5 + 0 + .5)

  // Nobody was asked to stand behind anything, and nobody designed it; of three introductions two went on.
  const MiddleFacts facts{.cluster = {{"A1", false, Ground::experience}, {"A8", false, Ground::experience}},
                          .gained = {},
                          .not_gained = 2,  // ministry, investors
                          .designers = {},
                          .introductions = 3,
                          .introductions_that_went_on = 2};
  check(middle(facts, all), {.answered = 2,
                             .grounds = {{Ground::experience, 2}},
                             .ground_unsaid = 0,
                             .not_known = {},
                             .gained = 0,
                             .not_gained = 2,
                             .combined = {},
                             .missing = {Resource::people, Resource::skills, Resource::money, Resource::energy},
                             .of_one_kind = false,
                             .demands = 3,
                             .carried = 0,  // what is met from below is not carried through
                             .introductions = 3,
                             .introductions_that_went_on = 2});
}

TEST_CASE("nothing at all, one demand, links in a circle: words instead of numbers, and no trouble") {
  const Picture nothing;
  CHECK(chains(nothing).empty());
  CHECK(breaks(nothing, {}).empty());
  CHECK(most_helpful(nothing).empty());
  CHECK(sides(nothing).a_b.why_no_reach == Unsaid::no_demand);
  CHECK(sides(nothing).b_c.why_no_reach == Unsaid::no_instrument);
  CHECK(sides(nothing).a_c.why_no_proportion == Unsaid::no_demand);

  Picture one;
  one.demands = {demand("alone", 3, {})};
  one.instruments = {instrument("i", 0.0, {}), instrument("unknown", std::nullopt, {})};
  one.practices = {practice("p", 0.0, {})};
  one.addresses = {{0, 0, 1}, {0, 0, .5}};
  one.carries = {{0, 0, .5}, {0, 1, 1}};
  one.meets = {{0, 0, 1}};
  const auto three = sides(one);
  CHECK(three.a_b.why_no_proportion == Unsaid::one_demand);
  check(three.a_b.reach, 1, 1);
  check(three.b_c.reach, 1, 1);  // nothing known is above zero: the unknown one is everything
  CHECK(three.b_c.why_no_proportion == Unsaid::nothing_done);
  CHECK(chains(one).front().strength == 1);
}

}  // namespace trivium::fit
