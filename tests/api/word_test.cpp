// What comes back from Word, held against what was written: no document is made here, only what one would say.
#include "api/fields.hpp"
#include "api/text_changes.hpp"
#include "api/word_answer.hpp"
#include "api/word_edits.hpp"
#include "api/word_rows.hpp"
#include "api/word_value.hpp"
#include "document/marks.hpp"
#include "document/passages.hpp"
#include "lund.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

using shape::Json;

WordTask word_task(const std::string& id, const std::string& language = "en") {
  const auto& framework = our_questions().newest();
  return {*framework.task(id), framework, *framework.in(language), our_words(), language};
}

triangle::Answer answer_to(const std::string& task, Json facets, const std::string& notes = "") {
  auto read = framework::read_facets(*our_questions().newest().task(task), facets);
  REQUIRE(read.has_value());
  return {.assessment = {},
          .task = task,
          .standing = triangle::Standing::answered,
          .confidence = {},
          .notes = notes,
          .evidence = {},
          .facets = *read,
          .language = "en",
          .revision = 1,
          .written_by = {},
          .written_at = {}};
}

// The row as our document says it, text in the form it has on paper.
document::ReturnedRow as_written(const WordTask& task, const triangle::Answer& answer) {
  const auto& words = task.texts.task(task.task.id);
  document::ReturnedRow row{.key = task.task.id,
                            .named = task.task.vertex + task.task.mark(),
                            .beside = task.task.vertex + task.task.mark() + "\n" + words.question,
                            .opening = {},
                            .parts = {}};
  for (const auto& hint : words.hints) row.beside += "\n" + hint;
  const auto said = InWords{task.task, task.texts, task.words, task.language}(answer);
  const auto keys = part_keys(task.task, answer);
  for (std::size_t i = 0; i < keys.size(); ++i)
    row.parts.push_back({keys[i], said.parts[i].label, document::as_on_paper(said.parts[i].text)});
  return row;
}

document::ReturnedPart& part(document::ReturnedRow& row, const std::string& key) {
  const auto found = std::ranges::find(row.parts, key, &document::ReturnedPart::key);
  REQUIRE(found != row.parts.end());
  return *found;
}

void replace(std::string& text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, from << " in " << text);
  text.replace(at, from.size(), to);
}

const Json kDemands = Json::parse(R"({"demands": [
    {"id": "r1", "text": "Rents rise", "weight": 4, "mechanisms": ["sharing"], "scale": "city"},
    {"id": "r2", "text": "Nobody teaches CNC", "weight": 2, "cause": "missing_providers"}]})");

TEST_CASE("whatever is filled in, a document that was not touched changes nothing, in any language") {
  by_chance::Chance chance{20261129};
  int fields = 0;
  for (int round = 0; round < 30; ++round) {
    for (const auto& task : our_questions().newest().tasks) {
      const std::string language = round % 2 == 0 ? "en" : "es";
      CAPTURE(round);
      CAPTURE(task.id);
      const auto answer =
          answer_to(task.id, framework::any_facets(task, chance), round % 3 == 0 ? "" : "- x\n\n\tand y");
      const auto words = word_task(task.id, language);
      const auto read = read_row(words, as_written(words, answer), &answer);
      CHECK(read.edits == std::vector<WordEdit>{});
      CHECK(read.untaken.empty());
      fields += read.same;
    }
  }
  CHECK(fields > 1'000);
}

TEST_CASE("a cell that was changed comes back by itself, and its row keeps its id") {
  const auto words = word_task("A_sum");
  auto answer = answer_to("A_sum", kDemands);
  auto row = as_written(words, answer);
  replace(part(row, "demands").text, "Rents rise", "Rents rise and rise");
  replace(part(row, "demands").text, ": 2", ": 3");
  const auto read = read_row(words, row, &answer);
  REQUIRE(read.edits.size() == 2);
  CHECK(read.edits[0] == WordEdit{"demands/r1/text", "Rents rise and rise"});
  CHECK(read.edits[1] == WordEdit{"demands/r2/weight", "3"});
  CHECK(read.untaken.empty());
  for (const auto& edit : read.edits)
    CHECK_FALSE(put_into(answer, words, word_key(words.task, edit.key).value(), edit.text).has_value());
  CHECK(answer.facets["demands"][0]["text"] == "Rents rise and rise");
  CHECK(answer.facets["demands"][0]["id"] == "r1");
  CHECK(answer.facets["demands"][1]["weight"] == 3);
}

TEST_CASE("a line more is a row more, a line that is gone takes its row out, one that moved is named") {
  const auto words = word_task("A_sum");
  const auto answer = answer_to("A_sum", kDemands);
  auto row = as_written(words, answer);
  auto& text = part(row, "demands").text;
  const auto first = text.substr(0, text.find('\n'));
  const auto second = text.substr(text.find('\n') + 1);
  const auto edits = [&](const std::string& lines) {
    text = lines;
    return read_row(words, row, &answer);
  };
  CHECK(edits(first).edits == std::vector<WordEdit>{{"demands/r2", ""}});
  const auto more = edits(first + "\n" + second + "\n- Nobody lends; Weight, 1 to 5: 1");
  REQUIRE(more.edits.size() == 1);
  CHECK(more.edits[0] == WordEdit{"demands/+2", "Nobody lends; Weight, 1 to 5: 1"});
  const auto moved = edits(second + "\n" + first);
  CHECK(moved.edits.empty());
  REQUIRE(moved.untaken.size() == 1);
  CHECK(moved.untaken[0].why == "word.untaken.order");
}

TEST_CASE("a choice is known in every language, anything else is an entry of one's own") {
  const auto words = word_task("A5");
  auto answer = answer_to("A5", {{"reach", {"local", "national"}}});
  const auto key = word_key(words.task, "reach").value();
  const auto& spanish = *words.framework.in("es");
  const std::string text = spanish.code("reach", "local") + "\nOn the moon";
  CHECK_FALSE(put_into(answer, words, key, text).has_value());
  CHECK(answer.facets["reach"] == Json::parse(R"(["local", {"own": "On the moon"}])"));
}

TEST_CASE("said in another language a choice is the same, and no change") {
  const auto words = word_task("A5");
  const auto answer = answer_to("A5", {{"reach", {"local", "national"}}});
  auto row = as_written(words, answer);
  const auto& spanish = *words.framework.in("es");
  part(row, "reach").text = spanish.code("reach", "local") + "\n" + spanish.code("reach", "national");
  CHECK(read_row(words, row, &answer).edits.empty());
}

TEST_CASE("what is no number is refused for that field, and the answer stays as it is") {
  const auto words = word_task("C5");
  auto answer = answer_to("C5", {{"reports", 3}});
  const auto key = word_key(words.task, "reports").value();
  CHECK_FALSE(put_into(answer, words, key, "4 " + words.texts.unit("per_week")).has_value());
  CHECK(answer.facets["reports"] == 4);
  const auto flaw = put_into(answer, words, key, "hardly any");
  REQUIRE(flaw.has_value());
  CHECK(flaw->key == "flaw.not_a_number");
  CHECK(answer.facets["reports"] == 4);
}

TEST_CASE("a cell whose words look like another cell is named and not taken over") {
  const auto words = word_task("A_sum");
  const auto answer = answer_to(
      "A_sum", Json::parse(R"({"demands": [{"id": "r1", "text": "Rents; Weight, 1 to 5: heavy", "weight": 4}]})"));
  auto row = as_written(words, answer);
  replace(part(row, "demands").text, "Rents", "Rent");
  const auto read = read_row(words, row, &answer);
  CHECK(read.edits.empty());
  REQUIRE(read.untaken.size() == 1);
  CHECK(read.untaken[0].why == "word.untaken.mixed");
}

TEST_CASE("what is typed where nothing was provided are words of one's own") {
  const auto words = word_task("A1");
  auto row = as_written(words, answer_to("A1", Json::object()));
  row.opening = "Not provided";
  CHECK(read_row(words, row, nullptr).edits.empty());
  row.opening = "We build boats.";
  CHECK(read_row(words, row, nullptr).edits == std::vector<WordEdit>{{"notes", "We build boats."}});
  row.opening = "Not provided We build boats.";
  CHECK(read_row(words, row, nullptr).edits == std::vector<WordEdit>{{"notes", "We build boats."}});
}

TEST_CASE("written in the place of I do not know yet, an answer stands as written") {
  const auto words = word_task("A1");
  auto answer = answer_to("A1", Json::object());
  answer.standing = triangle::Standing::not_known_yet;
  auto row = as_written(words, answer);
  row.parts = {{"standing", "I do not know yet", ""}};
  CHECK(read_row(words, row, &answer).edits.empty());
  row.parts.clear();
  row.opening = "We build boats.";
  CHECK(read_row(words, row, &answer).edits ==
        std::vector<WordEdit>{{"notes", "We build boats."}, {"standing", "It stands as written"}});
  row.parts = {{"standing", "Does not apply here", ""}};
  row.opening = "";
  CHECK(read_row(words, row, &answer).edits == std::vector<WordEdit>{{"standing", "Does not apply here"}});
}

TEST_CASE("a label that is gone, a label that was changed and a question that was changed are named") {
  const auto words = word_task("A1");
  const auto answer = answer_to("A1", {{"products", {"boats"}}}, "notes");
  auto row = as_written(words, answer);
  row.parts.pop_back();
  auto read = read_row(words, row, &answer);
  REQUIRE(read.untaken.size() == 1);
  CHECK(read.untaken[0].key == "notes");
  row = as_written(words, answer);
  row.parts[0].label = "Something else";
  row.beside += " and more";
  read = read_row(words, row, &answer);
  REQUIRE(read.untaken.size() == 2);
  CHECK(read.untaken[0].why == "word.untaken.beside");
  CHECK(read.untaken[1].why == "word.untaken.label");
  CHECK(read.edits.empty());
}

TEST_CASE("a label without its mark is known by its words, also in another language") {
  const auto words = word_task("A1");
  const auto answer = answer_to("A1", {{"products", {"boats"}}}, "notes");
  auto row = as_written(words, answer);
  row.parts[1] = {"", "Con tus palabras", "other notes"};
  CHECK(read_row(words, row, &answer).edits == std::vector<WordEdit>{{"notes", "other notes"}});
}

TEST_CASE("lines that were not touched keep the tabs and bullets they were typed with") {
  const auto words = word_task("A1");
  auto answer = answer_to("A1", Json::object(), "* one\ttab\n* two");
  CHECK_FALSE(put_into(answer, words, word_key(words.task, "notes").value(), "- one tab\n- three").has_value());
  CHECK(answer.notes == "* one\ttab\n- three");
}

TEST_CASE("every part of every task has a mark that Word takes") {
  for (const auto& task : our_questions().newest().tasks) {
    document::Row row{};
    row.key = task.id;
    std::vector<std::string> keys{"notes", "evidence", "standing"};
    for (const auto& facet : task.facets) keys.push_back(facet.id);
    for (const auto& key : keys) {
      const std::string bookmark = "_" + document::mark_of(row, key);
      CAPTURE(bookmark);
      CHECK(document::mark_in(bookmark) == document::Mark{.row = task.id, .part = key});
    }
  }
}

TEST_CASE("two texts held against each other give both back, and say what went and what came") {
  const auto pieces = text_changes("Rents rise too fast", "Rents rise slowly\nnow");
  std::string first;
  std::string second;
  for (const auto& piece : pieces) {
    if (piece.kind != PieceKind::added) first += piece.text;
    if (piece.kind != PieceKind::gone) second += piece.text;
  }
  CHECK(first == "Rents rise too fast");
  CHECK(second == "Rents rise slowly\nnow");
  REQUIRE(pieces.size() == 3);
  CHECK(pieces[1].kind == PieceKind::gone);
  CHECK(text_changes("", "").empty());
}

TEST_CASE("one wording that took the place of another is read as a whole, not word by word by turns") {
  const auto pieces = text_changes("from set to set Changed here.", "from set to set This too.");
  REQUIRE(pieces.size() == 3);
  CHECK(pieces[0].text == "from set to set ");
  CHECK(pieces[1].kind == PieceKind::gone);
  CHECK(pieces[1].text == "Changed here.");
  CHECK(pieces[2].kind == PieceKind::added);
  CHECK(pieces[2].text == "This too.");
}

TEST_CASE("words that stayed part two changes") {
  const auto pieces = text_changes("old rents rise old", "new rents rise new");
  REQUIRE(pieces.size() == 5);
  CHECK(pieces[2].kind == PieceKind::same);
  CHECK(pieces[2].text == " rents rise ");
}

TEST_CASE("words that were only added are not said to have taken the place of a blank") {
  const auto pieces = text_changes("a b", "a new b and more");
  CHECK(std::ranges::none_of(pieces, [](const auto& piece) { return piece.kind == PieceKind::gone; }));
}

TEST_CASE("rows are paired by their words, then by their place") {
  using Pairs = std::vector<RowPair>;
  CHECK(paired_rows({"a b c", "d e f"}, {"a b x", "d e f"}) == Pairs{{0, 0}, {1, 1}});
  CHECK(paired_rows({"a b c", "d e f"}, {"quite new", "d e f"}) == Pairs{{0, 0}, {1, 1}});
  CHECK(paired_rows({"a b c", "d e f"}, {"d e f"}) == Pairs{{0, std::nullopt}, {1, 0}});
  CHECK(paired_rows({}, {"a"}) == Pairs{{std::nullopt, 0}});
}

}  // namespace
}  // namespace trivium::api
