// In which order rows are met depends on threads, and the numbers must not: here it is the file that turns them round.
#include "analysis/tables.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

using namespace trivium;
using namespace trivium::analysis;
using evidence::ScratchFolder;

namespace {

// 0.1 + 0.2 + 0.3 is another number than 0.3 + 0.2 + 0.1, one after the other.
constexpr auto kAmounts = {0.1, 0.2, 0.3, 1e-9, 1e9, 7.7, 1.1};

std::vector<std::string> rows_of(std::string_view row) {
  std::vector<std::string> rows;
  for (const double amount : kAmounts) rows.push_back(fmt::format(fmt::runtime(row), amount));
  return rows;
}

// The answers where the rows stand as they do, and from the last to the first.
void turned_round(std::string_view name, const std::string& table, const std::string& header,
                  std::vector<std::string> rows, Files others = {}, const Typed& typed = {}) {
  const ScratchFolder folder;
  const auto answer = [&] {
    others[table] = folder.file("table.csv", fmt::format("{}\n{}\n", header, fmt::join(rows, "\n")));
    return csv_of(asked(name, others, typed), folder.path, {.threads = 1});
  };
  const auto one = answer();
  CHECK(one.find("\r\n") + 2 < one.size());
  std::ranges::reverse(rows);
  CHECK_MESSAGE(answer() == one, name);
}

}  // namespace

TEST_CASE("jobs that stand in several rows have the same sum in whatever order the rows come") {
  auto rows = rows_of("A,1,{}");
  for (const auto& row : rows_of("A,2,{}")) rows.push_back(row);
  for (const auto& row : {"B,1,0.7", "B,2,0.1", "B,2,0.6"}) rows.emplace_back(row);
  for (const auto* name : {"location-quotient", "specialisation", "concentration"})
    turned_round(name, "employment", "region,industry,jobs", rows);
}

TEST_CASE("published sums that stand in several rows, too") {
  const ScratchFolder folder;
  const auto jobs = folder.file("jobs.csv", "region,industry,jobs\nA,1,0.1\nA,2,0.2\nB,1,0.1\nB,2,0.4\n");
  turned_round("location-quotient", "region-totals", "region,jobs", rows_of("A,{}"), {{"employment", jobs}},
               {{"total", "2e9"}});
}

TEST_CASE("of an area that stands in several rows the mean is the same in whatever order they come") {
  const ScratchFolder folder;
  const auto neighbours = folder.file("neighbours.csv", "one,other\nA,B\nB,C\nC,D\nD,E\n");
  auto rows = rows_of("A,{}");
  for (const auto& row : {"B,3.3", "C,5.1", "D,9", "E,2.5"}) rows.emplace_back(row);
  for (const auto* name : {"autocorrelation", "local-autocorrelation"})
    turned_round(name, "areas", "area,value", rows, {{"neighbours", neighbours}}, {{"draws", "9"}});
}

TEST_CASE("plants are added up in one order, however they stand in the file") {
  auto rows = rows_of("A,film,{}");
  for (const auto& row : rows_of("B,food,{}")) rows.push_back(row);
  for (const auto& row : {"B,film,0.6", "A,food,0.3"}) rows.emplace_back(row);
  turned_round("ellison-glaeser", "plants", "region,industry,jobs", rows);
}
