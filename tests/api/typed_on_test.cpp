// A form that comes back to be put right keeps the revision it was typed on.
#include "api/typed_number.hpp"

#include "api/lund.hpp"
#include "api/numbers_page.hpp"

namespace trivium::api {

TEST_CASE("a number is read from a form only where it is a whole one") {
  const shape::Json typed{{"one", "3"}, {"blank", ""}, {"word", "soon"}, {"part", "3.5"}, {"number", 3}};
  CHECK(typed_number(typed, "one") == 3);
  for (const char* member : {"blank", "word", "part", "number", "missing"}) {
    CAPTURE(member);
    CHECK_FALSE(typed_number(typed, member).has_value());
  }
}

TEST_CASE("what is put right is sent on the revision it was typed on, so that nothing saved since is written over") {
  const auto fresh = databases().front().fresh();
  Lund lund{fresh.url};
  const auto table = lund.table(lund.ana);
  const Refusal to_put_right{.why = Why::put_right};
  const auto asking = lund.asking(lund.ana);
  auto answer = saving(table, "A1");
  for (const char* text : {"First", "Second"}) {
    answer.notes = text;
    const auto saved = SaveOneAnswer{lund.house}(answer, asking);
    REQUIRE(saved);
    answer.revision = saved->record.revision;
  }
  const auto question = ShowQuestionAsTyped{lund.house}(
      {{"assessment", table.text}, {"task", "A1"}, {"revision", "1"}, {"notes", "Mine"}}, to_put_right, asking);
  REQUIRE(question);
  CHECK(question->notes == "Mine");
  CHECK(question->revision == 1);

  GiveNumbers numbers{
      .cluster = lund.cluster, .revision = 0, .source = "Census", .numbers = "year;firms\n2024;40", .decimal = {}};
  REQUIRE(KeepNumbers{lund.house}(numbers, asking));
  const auto counted = ShowNumbersAsTyped{lund.house}(
      {{"cluster", lund.cluster.text}, {"revision", "0"}, {"source", ""}, {"numbers", "x"}}, to_put_right, asking);
  REQUIRE(counted);
  CHECK(counted->revision == 0);
}

}  // namespace trivium::api
