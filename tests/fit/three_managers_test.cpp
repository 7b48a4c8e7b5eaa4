// A life-science cluster without a policy, as in Coimbra and Cantanhede: a professor, the director of a park and
// somebody who mentors new firms each manage a part of it. What each of them says and does, and how far they are apart,
// by hand.
//
//   demands    professor  beds 1, partners 1, licences 1 (the state's)      director  beds 2, partners 2
//              mentor     partners 1, investors 3
//   practices  professor  finds partners, 5 h: beds, direct                 director  visits, 5 h: beds, partly
//              mentor     lunch, takes no time: partners, partly
#include "fit/by_hand.hpp"
#include "fit/difference.hpp"

namespace trivium::fit {
namespace {

using enum Mechanism;

Picture professor() {
  Picture picture;
  picture.demands = {demand("beds", 1, {sharing}), demand("partners", 1, {matching}), demand("licences", 1, {})};
  picture.demands[2].scale = Scale::national;
  picture.practices = {practice("finding partners", 5.0, {matching})};
  picture.meets = {{0, 0, 1}};
  return picture;
}

Picture director() {
  Picture picture;
  picture.demands = {demand("beds", 2, {sharing}), demand("partners", 2, {matching})};
  picture.practices = {practice("visits", 5.0, {learning})};
  picture.meets = {{0, 0, .5}};
  return picture;
}

Picture mentor() {
  Picture picture;
  picture.demands = {demand("partners", 1, {matching}), demand("investors", 3, {matching})};
  picture.practices = {practice("lunch", 0.0, {learning})};
  picture.meets = {{0, 0, .5}};
  return picture;
}

// What they say to the task of the key problems.
Said problems_of(const Picture& picture) {
  Part part{.facet = "demands", .by = Compared::rows};
  for (const auto& demand : picture.demands)
    part.rows.push_back({.text = demand.text, .coding = "", .weight = demand.weight});
  return {.anything = true, .stance = Stance::answers, .parts = {part}};
}

Said chosen(const char* code) {
  return {.anything = true,
          .stance = Stance::answers,
          .parts = {{.facet = "policy_type", .by = Compared::choice, .items = {code}}}};
}
Said several(std::vector<std::string> codes) {
  return {.anything = true,
          .stance = Stance::answers,
          .parts = {{.facet = "outside", .by = Compared::choices, .items = std::move(codes)}}};
}
Said in_order(std::vector<std::string> codes) {
  return {.anything = true,
          .stance = Stance::answers,
          .parts = {{.facet = "sources", .by = Compared::order, .items = std::move(codes)}}};
}
Said counted(double number) {
  return {.anything = true,
          .stance = Stance::answers,
          .parts = {{.facet = "newcomers", .by = Compared::number, .number = number}}};
}
Said waved_off() { return {.anything = true, .stance = Stance::does_not_apply}; }
Said not_known() { return {.anything = true, .stance = Stance::not_known_yet}; }

void check(const Divergence& found, Apart apart, double difference) {
  CHECK(shape::name_of(found.apart) == shape::name_of(apart));
  CHECK(found.difference == doctest::Approx(difference));
}

}  // namespace

TEST_CASE(
    "three managers without a policy: each carries another part, and for each two sides say why they are silent") {
  const double third = 1.0 / 3;
  for (const auto& picture : {professor(), director(), mentor()}) {
    const auto three = sides(picture);
    CHECK(three.a_b.why_no_reach == Unsaid::no_instrument);
    CHECK(three.b_c.why_no_reach == Unsaid::no_instrument);
    CHECK(three.a_b.why_no_proportion == Unsaid::no_instrument);
    CHECK(three.b_c.why_no_proportion == Unsaid::no_instrument);
  }

  check(chains(professor()), {{0, 1, Standing::from_below, none, 0},
                              {1, 0, Standing::unanswered, none, none},
                              {2, 0, Standing::unanswered, none, none}});
  check(breaks(professor(), chains(professor())), {{BreakKind::unanswered, Control::influence, third, 1, none, none},
                                                   {BreakKind::unanswered, Control::lobby, third, 2, none, none},
                                                   {BreakKind::from_below, Control::influence, third, 0, none, 0}});
  check(sides(professor()).a_c.reach, third, third);       // (1 + 0 + 0) / 3
  check(sides(professor()).a_c.proportion, third, third);  // all hours arrive at the beds, which weigh a third

  check(chains(director()), {{0, .5, Standing::from_below, none, 0}, {1, 0, Standing::unanswered, none, none}});
  check(breaks(director(), chains(director())), {{BreakKind::unanswered, Control::influence, .5, 1, none, none},
                                                 {BreakKind::from_below, Control::influence, .5, 0, none, 0}});
  check(sides(director()).a_c.reach, .25, .25);  // ½ · ½
  check(sides(director()).a_c.proportion, .5, .5);

  check(chains(mentor()), {{0, .5, Standing::from_below, none, 0}, {1, 0, Standing::unanswered, none, none}});
  check(breaks(mentor(), chains(mentor())), {{BreakKind::unanswered, Control::influence, .75, 1, none, none},
                                             {BreakKind::from_below, Control::influence, .25, 0, none, 0},
                                             {BreakKind::unstaffed, Control::by_hand, .25, 0, none, 0}});
  check(sides(mentor()).a_c.reach, .125, .125);  // ¼ · ½
  CHECK(sides(mentor()).a_c.why_no_proportion == Unsaid::nothing_done);
}

TEST_CASE("three managers without a policy: how far they are apart is the mean over their three pairs") {
  // Shares of weight in common: professor and director ⅓ + ⅓, professor and mentor ¼, director and mentor ¼.
  check(divergence({problems_of(professor()), problems_of(director()), problems_of(mentor())}), Apart::far,
        (1.0 / 3 + 3.0 / 4 + 3.0 / 4) / 3);
  // Two say that there is no policy to speak of, the third takes the park for one that is open to all: 0, 1, 1.
  check(divergence({waved_off(), waved_off(), chosen("open_to_all")}), Apart::far, 2.0 / 3);
  // Two say so and the third does not know: nobody contradicts.
  check(divergence({waved_off(), waved_off(), not_known()}), Apart::close, 0);
  // One says so and two do not know: too few to compare.
  check(divergence({waved_off(), not_known(), not_known()}), Apart::not_known, 0);
  // Of two ways of promoting the cluster the director uses one: ½, 0, ½.
  check(divergence({several({"fairs", "press"}), several({"fairs"}), several({"fairs", "press"})}), Apart::partly,
        1.0 / 3);
  // Newcomers among those they meet: |40 − 20| / 40, |40 − 10| / 40, |20 − 10| / 20.
  check(divergence({counted(40), counted(20), counted(10)}), Apart::far, (0.5 + 0.75 + 0.5) / 3);
  // Where knowledge comes from: the mentor has the two the other way round, so of three pairs two differ in all.
  check(divergence({in_order({"universities", "users"}), in_order({"universities", "users"}),
                    in_order({"users", "universities"})}),
        Apart::far, 2.0 / 3);
  // On the stage they agree.
  check(divergence({chosen("take_off"), chosen("take_off"), chosen("take_off")}), Apart::close, 0);
}

}  // namespace trivium::fit
