// The same answers wherever they are shown: page by page, as a whole table, as a list, out of the house and back.
#include "api/import.hpp"
#include "api/lund.hpp"

namespace trivium::api {
namespace {

triangle::AssessmentId any_table(Lund& lund, unsigned seed) {
  by_chance::Chance chance{seed};
  const auto table = lund.table(lund.ana, static_cast<triangle::Vertex>(seed % 3));
  const auto asking = lund.asking(lund.ana, seed % 2 == 0 ? "en" : "es");
  for (const auto& task : our_questions().newest().tasks) {
    if (by_chance::one_in(chance, 5)) continue;
    REQUIRE(SaveOneAnswer{lund.house}(any_answer(table, task, chance), asking));
  }
  return table;
}

// An element of the whole table carries its task's name in front.
void without_anchors(shape::Json& json) {
  if (json.is_object()) json.erase("anchor");
  if (!json.is_structured()) return;
  for (auto& part : json) without_anchors(part);
}

// What the two pages differ in on purpose: where Continue leads, the neighbours, last round's answer, the words on
// paper.
shape::Json as_filled_in(const QuestionPage& page) {
  auto json = shape::to_json(page);
  for (const char* member : {"back_to", "before", "after", "last_round", "in_words"}) json.erase(member);
  without_anchors(json);
  return json;
}

// Words, without the counting that begins anew in another table.
shape::Json said(const ExportedTable& table) {
  auto answers = shape::Json::array();
  for (const auto& answer : table.answers) {
    auto json = shape::to_json(answer);
    json.erase("revision");
    json.erase("written_at");
    answers.push_back(std::move(json));
  }
  return answers;
}

}  // namespace

TEST_CASE("the whole table and the single pages show the same in 50 random tables") {
  for (const auto& database : databases()) {
    const auto fresh = database.fresh();
    Lund lund{fresh.url};
    const unsigned tables = database.server ? 10 : 50;
    for (unsigned seed = 0; seed < tables; ++seed) {
      CAPTURE(database.name);
      CAPTURE(seed);
      const auto table = any_table(lund, seed);
      const auto asking = lund.asking(lund.ana);
      const auto whole = ShowTable{lund.house}({.assessment = table}, asking);
      REQUIRE(whole);
      int rows = 0;
      for (const auto& group : whole->groups) {
        for (const auto& row : group.rows) {
          CAPTURE(row.task);
          const auto page =
              ShowQuestion{lund.house}({.assessment = table, .task = row.task, .back = {}, .more = {}}, asking);
          REQUIRE(page);
          CHECK(as_filled_in(row) == as_filled_in(*page));
          ++rows;
        }
      }
      CHECK(rows == 32);
    }
  }
}

TEST_CASE("a table taken out as JSON and brought into an empty one says the same, word for word") {
  const Database sqlite{"SQLite"};
  const auto fresh = sqlite.fresh();
  Lund lund{fresh.url};
  for (unsigned seed = 0; seed < 30; ++seed) {
    CAPTURE(seed);
    const auto table = any_table(lund, seed);
    const auto exported = ExportTable{lund.house}({.assessment = table}, lund.asking(lund.ana));
    REQUIRE(exported);
    const auto other = lund.table(lund.bo);
    const auto asking = lund.asking(lund.bo);
    const auto file = shape::Json::parse(shape::to_json(*exported).dump());
    const auto brought = ImportIntoTable{lund.house}({.assessment = other, .table = file}, asking);
    REQUIRE(brought);
    const auto again = ExportTable{lund.house}({.assessment = other}, asking);
    REQUIRE(again);
    CHECK(said(*again) == said(*exported));
    // A second time there is nothing to change.
    const auto twice = ImportIntoTable{lund.house}({.assessment = other, .table = file}, asking);
    REQUIRE(twice);
    CHECK(twice->record.changed == 0);
  }
}

TEST_CASE("an exported table with anything wrong in it changes nothing") {
  const Database sqlite{"SQLite"};
  const auto fresh = sqlite.fresh();
  Lund lund{fresh.url};
  const auto table = any_table(lund, 3);
  const auto good = shape::to_json(ExportTable{lund.house}({.assessment = table}, lund.asking(lund.ana)).value());
  const auto other = lund.table(lund.bo);
  const auto asking = lund.asking(lund.bo);
  std::vector<shape::Json> wrong{shape::Json::object(), shape::Json::array(), "x", 7, nullptr};
  for (const auto& [member, value] : good.items()) {
    auto lacking = good;
    lacking.erase(member);
    // A table need not be sent, and older files have less.
    const bool may_lack = member == "sent_at" || member == "links" || member == "reasons" || member == "translations" ||
                          member == "outcomes";
    if (!may_lack) wrong.push_back(std::move(lacking));
    auto odd = good;
    odd[member] = shape::Json{{"x", 1}};
    wrong.push_back(std::move(odd));
  }
  auto unknown_task = good;
  unknown_task["answers"][0]["task"] = "Z9";
  wrong.push_back(unknown_task);
  auto twice = good;
  twice["answers"].push_back(twice["answers"][0]);
  wrong.push_back(twice);
  auto unknown_facet = good;
  unknown_facet["answers"].back()["facets"] = {{"no such", 1}};
  wrong.push_back(unknown_facet);
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    CAPTURE(i);
    CAPTURE(wrong[i].dump().substr(0, 200));
    CHECK_FALSE(ImportIntoTable{lund.house}({.assessment = other, .table = wrong[i]}, asking));
  }
  lund.store.read([&](store::Session& session) {
    CHECK(triangle::answers_of(session, other).empty());
    return true;
  });
}

TEST_CASE("the list has 32 lines whatever was answered") {
  const Database sqlite{"SQLite"};
  const auto fresh = sqlite.fresh();
  Lund lund{fresh.url};
  for (const auto& table : {lund.table(lund.ana), any_table(lund, 8)}) {
    for (const char* language : {"en", "es"}) {
      const auto list = ListAnswers{lund.house}({.assessment = table}, lund.asking(lund.ana, language));
      REQUIRE(list);
      CHECK(list->answers.size() == 32);
    }
  }
}

}  // namespace trivium::api
