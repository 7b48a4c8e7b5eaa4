// Four managers of one cluster who agree on nothing, on every facet of every task.
#include "api/answered.hpp"
#include "api/lund.hpp"
#include "api/said_of.hpp"

#include <array>

namespace trivium::api {
namespace {

using framework::Kind;
using shape::Json;

// A value that no other of the four gives; of a list the code that is theirs, where it has four, else words of their
// own.
Json own_value(const framework::Column& column, std::size_t who) {
  const std::string word = std::array{"ainhoa", "jokin", "maialen", "unai"}[who];
  const Json choice = column.codes.size() >= 4 ? Json(column.codes[who]) : Json{{"own", word}};
  switch (column.kind) {
    case Kind::one: return choice;
    case Kind::many:
    case Kind::ranked: return Json::array({choice});
    case Kind::number: return std::array{1, 2, 4, 5}[who];
    case Kind::year: return 2000 + static_cast<int>(who);
    case Kind::text: return word;
    case Kind::lines: return Json::array({word});
    case Kind::rows: break;
  }
  return nullptr;
}

Json own_facet(const framework::Facet& facet, std::size_t who) {
  if (facet.kind == Kind::number) return std::array{1, 4, 16, 31}[who];
  if (facet.kind != Kind::rows) return own_value(facet, who);
  auto row = Json::object();
  for (const auto& column : facet.columns) row[column.id] = own_value(column, who);
  return Json::array({row});
}

fit::Said said_by(const framework::Task& task, std::size_t who) {
  auto answer = answered(task.id, Json::object());
  for (const auto& facet : task.facets) answer.facets[facet.id] = own_facet(facet, who);
  return said_of(task, &answer);
}

bool in_words_only(const framework::Task& task) {
  return std::ranges::all_of(
      task.facets, [](const framework::Facet& facet) { return facet.kind == Kind::text || facet.kind == Kind::lines; });
}

}  // namespace

TEST_CASE("four managers who agree on nothing are close on none of the 32 tasks") {
  for (const auto& task : our_questions().newest().tasks) {
    CAPTURE(task.id);
    std::vector<fit::Said> people;
    for (std::size_t who = 0; who < 4; ++who) {
      people.push_back(said_by(task, who));
      // Each facet alone, too: one that agrees by mistake would hide among the others.
      for (const auto& part : people.back().parts) {
        CAPTURE(part.facet);
        for (std::size_t other = 0; other < who; ++other) {
          const auto match = std::ranges::find(people[other].parts, part.facet, &fit::Part::facet);
          REQUIRE(match != people[other].parts.end());
          CHECK(fit::difference(part, *match) > 0.15);
        }
      }
    }
    CHECK(fit::divergence(people).apart == (in_words_only(task) ? fit::Apart::not_comparable : fit::Apart::far));
  }
}

TEST_CASE("an answer of words, one not known yet and one that does not apply are told apart") {
  const auto& task = *our_questions().newest().task("A8");
  triangle::Answer answer{};
  const auto said = [&] { return said_of(task, &answer); };
  CHECK_FALSE(said().anything);
  CHECK_FALSE(said_of(task, nullptr).anything);
  answer.standing = triangle::Standing::answered;
  CHECK_FALSE(said().anything);  // nothing stands there
  answer.standing = triangle::Standing::rather_not_say;
  CHECK_FALSE(said().anything);
  answer.standing = triangle::Standing::not_known_yet;
  CHECK(said().anything);
  CHECK(fit::does_not_know(said()));
  answer.facets = {{"stage", "maturity"}};
  CHECK_FALSE(fit::does_not_know(said()));
  answer = {};
  answer.notes = "- since the nineties";
  CHECK(said().anything);
  CHECK(said().parts.empty());
}

}  // namespace trivium::api
