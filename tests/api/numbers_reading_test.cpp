// A table of years pasted from a spreadsheet: what is read of it, and what is said of what cannot be.
#include "api/numbers_reading.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace trivium::api {
namespace {

using triangle::DecimalMark;

std::vector<stage::YearOf> read(const std::string& typed, DecimalMark decimal = DecimalMark::point) {
  const auto years = years_in(typed, decimal);
  REQUIRE(years);
  return *years;
}

// "key column value", one for each flaw.
std::vector<std::string> wrong(const std::string& typed, DecimalMark decimal = DecimalMark::point) {
  const auto years = years_in(typed, decimal);
  REQUIRE_FALSE(years);
  std::vector<std::string> lines;
  for (const auto& flaw : years.error()) {
    CHECK(flaw.pointer == "/numbers");
    std::string line = flaw.key;
    for (const auto& [name, value] : flaw.args) line += fmt::format(" {}={}", name, value);
    lines.push_back(line);
  }
  return lines;
}

}  // namespace

TEST_CASE("columns stand in any order, separated as spreadsheets separate them") {
  for (const std::string separator : {"\t", ";", ","}) {
    CAPTURE(separator);
    const auto row = [&](const std::string& one, const std::string& two, const std::string& three) {
      return one + separator + two + separator + three + "\r\n";
    };
    const auto years =
        read(row("firms", "year", "larger_jobs") + row("300", "2024", "61200") + row("290", "2023", "61000"));
    REQUIRE(years.size() == 2);
    CHECK(years[0].year == 2023);
    CHECK(years[0].cluster.firms == 290.0);
    CHECK(years[1].cluster.firms == 300.0);
    CHECK(years[1].larger.jobs == 61200.0);
    CHECK_FALSE(years[1].cluster.jobs);
  }
}

TEST_CASE("what is not known is no number, and never 0") {
  for (const std::string unknown : {"", " ", ":", "..", "-", "*"}) {
    CAPTURE(unknown);
    const auto years = read("year;firms;jobs\n2024;300;" + unknown + "\n");
    CHECK_FALSE(years.at(0).cluster.jobs);
  }
  CHECK(read("year;firms;jobs\n2024;300;0\n").at(0).cluster.jobs == 0.0);
}

TEST_CASE("decimals are read as it was said they are written") {
  CHECK(read("year;firms;one_firm\n2024;300;0.15", DecimalMark::point).at(0).one_firm == 0.15);
  CHECK(read("year;firms;one_firm\n2024;300;0,15", DecimalMark::comma).at(0).one_firm == 0.15);
  CHECK(read("year;firms;one_firm\n2024;300;15 %", DecimalMark::comma).at(0).one_firm == 0.15);
  CHECK(wrong("year;firms;one_firm\n2024;300;0,15", DecimalMark::point).size() == 1);
}

TEST_CASE("each thing wrong is named with its row and column") {
  CHECK(wrong("year;firms\n2024;many") ==
        std::vector<std::string>{"evidence.not_a_number column=firms row=2 value=many"});
  CHECK(wrong("year;firms\n2024;-3") == std::vector<std::string>{"evidence.out_of_range column=firms row=2 value=-3"});
  CHECK(wrong("year;firms\n1066;3") == std::vector<std::string>{"evidence.out_of_range column=year row=2 value=1066"});
  CHECK(wrong("year;firms\n2024;3\n2024;4") == std::vector<std::string>{"flaw.year_twice year=2024"});
  CHECK(wrong("year;firms;profit\n2024;3;1") == std::vector<std::string>{"flaw.no_such_column column=profit"});
  CHECK(wrong("year;firms;firms\n2024;3;1") == std::vector<std::string>{"evidence.column_twice column=firms"});
  CHECK(wrong("year;jobs\n2024;3") == std::vector<std::string>{"evidence.no_column column=firms there=year, jobs"});
  CHECK(wrong("year;firms") == std::vector<std::string>{"flaw.no_years"});
  CHECK(wrong("year;firms;one_buyer\n2024;3;41").front().starts_with("evidence.not_a_share column=one_buyer row=2"));
  CHECK(wrong("year;firms\n2024;3;9").front().starts_with("evidence.fields"));
}

TEST_CASE("two things wrong in one table are both said") {
  CHECK(wrong("year;firms;jobs\n2024;a;b\n20x5;3;4").size() == 3);
}

TEST_CASE("empty rows between and after the years are passed over") {
  CHECK(read("year;firms\n\n2023;290\n;\n2024;300\n\n").size() == 2);
}

}  // namespace trivium::api
