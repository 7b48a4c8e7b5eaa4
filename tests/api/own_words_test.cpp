// What the table says elsewhere is offered where it is asked for again.
#include "api/own_words.hpp"

#include "api/lund.hpp"

namespace trivium::api {
namespace {

Field column(const QuestionPage& page, std::size_t row, const std::string& id) {
  const auto& columns = page.fields.front().rows.at(row).columns;
  return *std::ranges::find(columns, id, &Field::id);
}

}  // namespace

TEST_CASE("each practice is offered the table's own instruments, and its problems by their words") {
  const auto fresh = databases().front().fresh();
  Lund lund{fresh.url};
  const auto table = lund.table(lund.ana);
  const auto ana = lund.asking(lund.ana);
  const auto says = [&](const std::string& task, const std::string& facets) {
    auto answer = saving(table, task);
    answer.facets = shape::Json::parse(facets);
    REQUIRE(SaveOneAnswer{lund.house}(answer, ana));
  };
  const auto page = [&] {
    return *ShowQuestion{lund.house}({.assessment = table, .task = "C8", .back = {}, .more = {}}, ana);
  };
  CHECK(column(page(), 0, "carries_out").offered.empty());
  CHECK(column(page(), 0, "problems").choices.front().label == "The first");
  says("A_sum", R"({"demands": [{"text": "Nobody buys abroad"}, {"weight": 3}, {"text": " No kitchen "}]})");
  says("B3", R"({"strategies": [{"text": "Sell abroad"}, {"share": 3}]})");
  says("B4", R"({"services": [{"text": "Film fund, <b>small</b>"}]})");
  says("C8", R"({"practices": [{"text": "Lunch"}]})");
  for (const std::size_t row : {0U, 1U}) {
    CAPTURE(row);
    CHECK(column(page(), row, "carries_out").offered ==
          std::vector<std::string>{"Sell abroad", "Film fund, <b>small</b>"});
    std::vector<std::string> labels;
    const auto problems = column(page(), row, "problems");
    for (const auto& choice : problems.choices) labels.push_back(choice.label);
    CHECK(labels == std::vector<std::string>{"The first: Nobody buys abroad", "The second", "The third: No kitchen"});
  }
  // The same in the table view; a field that asks for nothing said elsewhere is offered nothing.
  const auto whole = *ShowTable{lund.house}({.assessment = table}, ana);
  int offered = 0;
  for (const auto& group : whole.groups) {
    for (const auto& question : group.rows) {
      for (const auto& field : question.fields) {
        for (const auto& row : field.rows) {
          for (const auto& one : row.columns) offered += one.offered.empty() ? 0 : 1;
        }
      }
    }
  }
  CHECK(offered == 2);
}

}  // namespace trivium::api
