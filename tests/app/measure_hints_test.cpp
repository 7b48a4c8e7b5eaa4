// What is advised is read when it is followed.
#include "app/measure_hints.hpp"

#include "app/measure_remarks.hpp"

#include "app/house_words.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace trivium;

namespace {

std::vector<std::string> of_a_value(const char* key, const std::string& value, const app::MeasureTyped& typed = {}) {
  shape::Flaw flaw{.pointer = "/2", .key = key, .args = {{"row", "2"}, {"column", "jobs"}, {"value", value}}};
  return app::hints({.input = "employment", .flaws = {std::move(flaw)}, .rows = 1}, typed, house_words(), "en");
}

bool says(const std::vector<std::string>& hints, std::string_view said) {
  return std::ranges::any_of(hints, [&](const std::string& hint) { return hint.contains(said); });
}

}  // namespace

TEST_CASE("a point between thousands is said together with the comma before decimals, which it was taken for") {
  for (const auto* value : {"1.200", "1.200.300", "1.200,5"})
    CHECK(says(of_a_value("evidence.not_whole", value), "say --thousands '.' --decimal ,"));
  CHECK(says(of_a_value("evidence.not_a_number", "1.200.300"), "say --thousands '.' --decimal ,"));
  app::MeasureTyped typed;
  typed.decimal = ",";
  CHECK_FALSE(says(of_a_value("evidence.not_a_number", "1.200,5", typed), "--decimal"));
  CHECK(says(of_a_value("evidence.not_whole", "1,200", typed), "--decimal ."));
  CHECK(says(of_a_value("evidence.not_a_number", "1'200,5"), "say --decimal ,"));
}

TEST_CASE("the remark about three decimals everywhere says both marks, in each language") {
  analysis::Account account{};
  account.remarks = {{.name = "like_thousands", .code = "employment", .codes = {"jobs"}, .values = 4}};
  for (const auto* language : {"en", "es"}) {
    const auto said = app::sentences(account, house_words(), language);
    REQUIRE(said.size() == 1);
    CHECK(said.front().ends_with("--thousands . --decimal ,"));
  }
  account.reading = {{"decimal", ","}};
  CHECK(app::sentences(account, house_words(), "es").front().ends_with("--thousands , --decimal ."));
}

TEST_CASE("where columns are missing in a sheet it is said how the row of the headers is told") {
  const auto met = [](const std::string& file) {
    app::MeasureTyped typed;
    typed.files["employment"] = file;
    shape::Flaw flaw{.pointer = "/1", .key = "evidence.no_column", .args = {{"column", "jobs"}, {"there", "Tabla 3"}}};
    return says(app::hints({.input = "employment", .flaws = {std::move(flaw)}}, typed, house_words(), "en"),
                "--header-row 4");
  };
  CHECK(met("Empleo.XLSX"));
  CHECK(met("empleo.xlsx#Tabla 3"));
  CHECK_FALSE(met("empleo.csv"));
}
