// Tables at the edge: nothing of policy, one problem, nothing known, links in a circle. Words throughout, no number
// that is none.
#include "api/agenda_of.hpp"
#include "api/answered.hpp"
#include "api/lund.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace trivium::api {
namespace {

using shape::Json;

class Table {
 public:
  Table& says(const std::string& task, Json facets) {
    answers_[task] = answered(task, std::move(facets));
    return *this;
  }
  Table& links(triangle::LinkKind kind, const std::string& from, const std::string& to) {
    triangle::DrawnLink link{};
    link.id = triangle::LinkId::fresh();
    link.kind = kind;
    link.from_row = from;
    link.to_row = to;
    links_.push_back(std::move(link));
    return *this;
  }

  // The map, after every sentence of map and agenda was looked at in both languages.
  FitPage map() const {
    for (const std::string language : {"es", "en"}) {
      look_at(shape::to_json(fit(language)), "");
      look_at(shape::to_json(agenda_of(sources(language))), "");
    }
    return fit("en");
  }

 private:
  FitSources sources(const std::string& language) const {
    language_ = language;
    const auto& framework = our_questions().newest();
    return {.words = our_words(),
            .framework = framework,
            .texts = *framework.in(language),
            .guidance = our_guidance(),
            .language = language_,
            .answers = answers_,
            .links = links_};
  }
  FitPage fit(const std::string& language) const { return fit_of(sources(language)); }

  // No key without words, no argument left open, no number that is none.
  static void look_at(const Json& shown, const std::string& where) {
    if (shown.is_structured()) {
      for (const auto& [key, part] : shown.items()) look_at(part, where + "/" + key);
      return;
    }
    CAPTURE(where);
    if (shown.is_number_float()) CHECK(std::isfinite(shown.get<double>()));
    if (!shown.is_string()) return;
    const auto& text = shown.get_ref<const std::string&>();
    CAPTURE(text);
    CHECK_FALSE((" " + text).contains(" nan"));
    CHECK_FALSE(text.contains("{"));
    CHECK_FALSE(text.contains("[fit."));
    CHECK_FALSE(text.contains("[middle."));
  }

  AnswersByTask answers_;
  std::vector<triangle::DrawnLink> links_;
  mutable std::string language_;
};

Json demands(int count) {
  auto rows = Json::array();
  for (int i = 0; i < count; ++i)
    rows.push_back({{"id", fmt::format("d{}", i)}, {"text", fmt::format("Problem number {}", i)}, {"weight", 3}});
  return {{"demands", rows}};
}

}  // namespace

TEST_CASE("an empty table has no chart, and says what to begin with") {
  const auto page = Table{}.map();
  CHECK(page.chains.empty());
  CHECK(page.findings.empty());
  CHECK(page.helpful.empty());
  for (const auto& side : page.sides) {
    CHECK_FALSE(side.said);
    CHECK_FALSE(side.sentence.empty());
  }
  for (const auto& point : page.points) {
    CHECK_FALSE(point.placed);
    CHECK_FALSE(point.sentence.empty());
  }
  for (const auto& capacity : page.middle) CHECK_FALSE(capacity.sentences.empty());
}

TEST_CASE("without a policy the practice still counts, and the sides of B say why they are silent") {
  const auto page = Table{}
                        .says("A_sum", demands(2))
                        .says("B3", Json::object())
                        .says("C8", {{"practices", Json::array({{{"id", "p"}, {"text", "Lunch"}, {"hours", 4}}})}})
                        .links(triangle::LinkKind::meets, "p", "d0")
                        .map();
  CHECK(page.chains[0].standing == fit::Standing::from_below);
  CHECK(page.chains[1].standing == fit::Standing::unanswered);
  CHECK_FALSE(page.sides[0].said);
  CHECK(page.sides[0].sentence == "Nothing can be said: no strategy or service is named. That can be a policy too.");
  CHECK_FALSE(page.sides[1].said);
  CHECK(page.sides[2].reach == fit::Interval{0.5, 0.5});
}

TEST_CASE("one problem only: there is nothing to weigh against it, and reach is still said") {
  const auto page = Table{}
                        .says("A_sum", demands(1))
                        .says("B4", {{"services", Json::array({{{"id", "s"}, {"text", "Fair"}, {"share", 10}}})}})
                        .links(triangle::LinkKind::addresses, "s", "d0")
                        .map();
  CHECK(page.sides[0].reach == fit::Interval{1, 1});
  CHECK_FALSE(page.sides[0].proportion.has_value());
  CHECK(page.sides[0].agreement == "With one problem only, there is nothing to weigh against it.");
}

TEST_CASE("where no amount is known, every amount is possible and the words say so") {
  const auto page =
      Table{}
          .says("A_sum", demands(2))
          .says("B4", {{"services", Json::array({{{"id", "s"}, {"text", "Fair"}}, {{"id", "t"}, {"text", "Course"}}})}})
          .says("C8",
                {{"practices", Json::array({{{"id", "p"}, {"text", "Lunch"}}, {{"id", "q"}, {"text", "Visit"}}})}})
          .links(triangle::LinkKind::addresses, "s", "d0")
          .links(triangle::LinkKind::carries, "p", "s")
          .map();
  CHECK(page.sides[1].reach == fit::Interval{0, 1});
  CHECK(page.sides[1].sentence.contains("not all amounts are known"));
  CHECK(page.sides[0].proportion == fit::Interval{0, 0.5});
}

TEST_CASE("links in a circle, and everything linked with everything, end in words like any other") {
  Table table;
  table.says("A_sum", demands(3))
      .says("B4", {{"services", Json::array({{{"id", "s"}, {"text", "Fair"}, {"share", 0}},
                                             {{"id", "t"}, {"text", "Course"}, {"share", 0}}})}})
      .says("C8", {{"practices", Json::array({{{"id", "p"}, {"text", "Lunch"}, {"hours", 0}},
                                              {{"id", "q"}, {"text", "Visit"}, {"hours", 0}}})}})
      .says("C9", {{"introductions", Json::array({{{"id", "i"}, {"who", "A baker with a buyer"}}})}});
  for (const auto* demand : {"d0", "d1", "d2"}) {
    for (const auto* service : {"s", "t"}) table.links(triangle::LinkKind::addresses, service, demand);
    for (const auto* practice : {"p", "q", "i"}) table.links(triangle::LinkKind::meets, practice, demand);
  }
  for (const auto* service : {"s", "t"}) {
    for (const auto* practice : {"p", "q"}) table.links(triangle::LinkKind::carries, practice, service);
  }
  const auto page = table.map();
  for (const auto& chain : page.chains) CHECK(chain.standing == fit::Standing::carried_through);
  CHECK(page.practices.size() == 3);
  CHECK(page.loose.empty());
  CHECK_FALSE(page.sides[1].said);
  CHECK(page.sides[1].sentence == "The shares of all instruments are zero.");
  CHECK(std::ranges::any_of(page.findings,
                            [](const FitFinding& found) { return found.kind == fit::BreakKind::unfunded; }));
}

TEST_CASE("a link whose end was taken out of the table is not shown") {
  const auto page = Table{}
                        .says("A_sum", demands(1))
                        .links(triangle::LinkKind::meets, "gone", "d0")
                        .links(triangle::LinkKind::addresses, "d0", "d0")
                        .map();
  CHECK(page.lines.empty());
}

TEST_CASE("an introduction nobody linked is missed by nobody; linked, it is a practice") {
  Table table;
  table.says("A_sum", demands(1)).says("C9", {{"introductions", Json::array({{{"id", "i"}, {"who", "A and B"}}})}});
  const auto before = table.map();
  CHECK(before.practices.size() == 1);
  CHECK_FALSE(before.sides[2].said);
  CHECK(std::ranges::none_of(
      before.findings, [](const FitFinding& found) { return found.kind == fit::BreakKind::busy_without_a_reason; }));
  const auto after = table.links(triangle::LinkKind::meets, "i", "d0").map();
  CHECK(after.chains[0].standing == fit::Standing::from_below);
  CHECK(after.chains[0].practice == "A and B");
}

}  // namespace trivium::api
