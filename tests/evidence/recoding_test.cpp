#include "evidence/recoding.hpp"

#include "evidence/scratch_folder.hpp"
#include "measure/shared_files.hpp"
#include "shape/by_chance.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <ostream>
#include <set>

namespace trivium::evidence {
namespace {

Correspondence small(std::vector<Link> links) {
  return {.from = {"A", "1"}, .to = {"B", "1"}, .links = std::move(links)};
}

std::filesystem::path shipped(const char* name) {
  return std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data/classifications" / name;
}

std::size_t at_level(const Classification& list, std::size_t letters) {
  std::size_t count = 0;
  for (const auto& [code, entry] : list.entries) count += code.size() == letters ? 1U : 0U;
  return count;
}

std::string key(const std::expected<Correspondence, shape::Flaws>& read) {
  return read ? std::string{} : read.error().front().key;
}

}  // namespace

TEST_CASE("the lists we ship are whole: every parent is there, and the levels have the sizes their makers publish") {
  const auto nace2 = classification({"NACE", "2"}, shipped("nace-2.csv"));
  REQUIRE(nace2.has_value());
  CHECK(at_level(*nace2, 1) == 21);
  CHECK(at_level(*nace2, 2) == 88);
  CHECK(at_level(*nace2, 4) == 272);
  CHECK(at_level(*nace2, 5) == 615);
  const auto nace21 = classification({"NACE", "2.1"}, shipped("nace-2.1.csv"));
  REQUIRE(nace21.has_value());
  CHECK(at_level(*nace21, 1) == 22);
  CHECK(at_level(*nace21, 2) == 87);
  CHECK(at_level(*nace21, 4) == 287);
  CHECK(at_level(*nace21, 5) == 651);
  const auto isic = classification({"ISIC", "4"}, shipped("isic-4.csv"));
  REQUIRE(isic.has_value());
  CHECK(isic->entries.size() == 766);
  const auto links = correspondence({"NAICS", "2017"}, {"NACE", "2"}, shipped("naics-2017-to-nace-2.csv"));
  REQUIRE(links.has_value());
  for (const auto& link : links->links) CHECK(nace2->entries.contains(link.to));
}

TEST_CASE("a code that became two is shared out by its weights, worked by hand") {
  const auto made = recoded({{"R1", "a", 100}, {"R1", "b", 7}, {"R2", "a", 10}},
                            small({{"a", "x", 0.7}, {"a", "y", 0.3}, {"b", "y", std::nullopt}}));
  REQUIRE(made.values.size() == 4);
  CHECK(made.values[0].value == doctest::Approx(70));
  CHECK(made.values[1].value == doctest::Approx(37));  // 30 of a, 7 of b
  CHECK(made.values[1].guessed == 0);
  CHECK(made.values[3] == Recoded{.of = "R2", .code = "y", .value = 10 - 10 * 0.7});
  REQUIRE(made.splits.size() == 1);
  CHECK(made.splits[0].how == SharedOut::by_weights);
  CHECK(made.splits[0].value == 110);
  CHECK(made.merged == std::vector<Merge>{{.code = "y", .from = {"a", "b"}}});
  CHECK(made.total_after == doctest::Approx(117));
}

TEST_CASE("without weights the parts are equal, and told as a guess") {
  const auto made =
      recoded({{"R", "a", 9}, {"R", "b", 1}}, small({{"a", "x", {}}, {"a", "y", {}}, {"a", "z", {}}, {"b", "z", {}}}));
  CHECK(made.splits.at(0).how == SharedOut::in_equal_parts);
  CHECK(made.values.at(2) == Recoded{.of = "R", .code = "z", .value = 4, .guessed = 3});
}

TEST_CASE("a suppressed value makes what it goes into suppressed, never 0, and the rest its least") {
  const auto made = recoded({{"R", "a", 0, Mark::suppressed},
                             {"R", "b", 5},
                             {"R", "c", 0, Mark::missing},
                             {"R", "d", 0, Mark::not_applicable}},
                            small({{"a", "x", {}}, {"a", "y", {}}, {"b", "y", {}}, {"c", "y", {}}, {"d", "z", {}}}));
  REQUIRE(made.values.size() == 3);
  CHECK(made.values[0] == Recoded{.of = "R", .code = "x", .mark = Mark::suppressed});
  CHECK(made.values[1] == Recoded{.of = "R", .code = "y", .value = 5, .mark = Mark::suppressed});
  CHECK(made.values[2].mark == Mark::not_applicable);
}

TEST_CASE("a code the correspondence has not is told with its value, and is not lost") {
  const auto made = recoded({{"R", "a", 3}, {"R", "?", 4}, {"S", "?", 0, Mark::suppressed}}, small({{"a", "x", {}}}));
  CHECK(made.unmatched == std::vector<Unmatched>{{.code = "?", .value = 4, .values = 2, .unstated = 1}});
  CHECK(made.total_before == 7);
  CHECK(made.total_after == 3);
}

TEST_CASE("totals are kept whatever the values and links") {
  for (unsigned seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    by_chance::Chance chance{seed};
    const auto code = [&] { return std::string(1, static_cast<char>('a' + by_chance::below(chance, 6))); };
    std::set<std::pair<std::string, std::string>> pairs;
    for (auto i = by_chance::below(chance, 12); i > 0; --i) pairs.emplace(code(), code());
    std::vector<Link> links;
    for (const auto& [from, to] : pairs) links.push_back({from, to, {}});
    std::vector<Coded> values;
    for (auto i = by_chance::below(chance, 12); i > 0; --i)
      values.push_back({.of = "R", .code = code(), .value = static_cast<double>(by_chance::below(chance, 1'000))});
    const auto made = recoded(values, small(links));
    double lost = 0;
    for (const auto& one : made.unmatched) lost += one.value;
    CHECK(std::abs(made.total_before - made.total_after - lost) <= 1e-9 * (1 + made.total_before));
  }
}

TEST_CASE("weights that are no shares, not all there or do not add up are refused") {
  const ScratchFolder folder;
  const auto read = [&](std::string_view content) {
    return correspondence({"A", "1"}, {"B", "1"}, folder.file("c.csv", content), {.weight = "weight"});
  };
  CHECK(read("from,to,weight\na,x,0.4\na,y,0.6\nb,y,\n").has_value());
  CHECK(key(read("from,to,weight\na,x,1.4\na,y,-0.4\n")) == "evidence.weight");
  CHECK(key(read("from,to,weight\na,x,0.4\na,y,0.5\n")) == "evidence.weights");
  CHECK(key(read("from,to,weight\na,x,1\na,y,\n")) == "evidence.weights");
  CHECK(key(read("from,to,weight\na,x,some\n")) == "evidence.weight");
  CHECK(key(read("from,to,weight\na,x,1\na,x,\n")) == "evidence.code_twice");
  CHECK(key(read("from,to,weight\n84200.0,x,1\n")) == "evidence.code_spoiled");
  CHECK(key(read("from,to\na,x\n")) == "evidence.no_column");
}

TEST_CASE("a chain over a list between multiplies weights, and one guess makes it a guess") {
  const auto first = small({{"a", "x", 0.5}, {"a", "y", 0.5}, {"b", "y", {}}, {"c", "w", {}}});
  const Correspondence second{
      .from = {"B", "1"}, .to = {"C", "1"}, .links = {{"x", "p", {}}, {"y", "p", 0.2}, {"y", "q", 0.8}}};
  const auto made = chained(first, second);
  REQUIRE(made.has_value());
  REQUIRE(made->links.size() == 4);  // c leads nowhere
  CHECK(made->links[0].to == "p");
  CHECK(made->links[0].weight.value() == doctest::Approx(0.6));
  CHECK(made->links[1].weight.value() == doctest::Approx(0.4));
  const auto guessed = chained(small({{"a", "x", {}}, {"a", "y", {}}}), second);
  CHECK_FALSE(guessed.value().links[0].weight.has_value());
  Correspondence other = second;
  other.from.version = "2";
  CHECK(key(chained(first, other)) == "evidence.other_list");
}

TEST_CASE("NACE 2 to 2.1: 17 of 615 classes are split, 86.90 into 8") {
  const auto file = shared_files::file("data/01-codes/pkd2007_to_pkd2025.csv");
  if (!file) return;
  const auto links =
      correspondence({"NACE", "2"}, {"NACE", "2.1"}, *file, {.from = "symbol_2007", .to = "symbol_2025"});
  REQUIRE(links.has_value());
  const auto nace2 = classification({"NACE", "2"}, shipped("nace-2.csv")).value();
  std::vector<Coded> jobs;
  for (const auto& [code, entry] : nace2.entries) {
    if (code.size() == 5) jobs.push_back({.of = "R", .code = code, .value = 8});
  }
  REQUIRE(jobs.size() == 615);
  const auto made = recoded(jobs, *links);
  CHECK(made.unmatched.empty());
  CHECK(made.total_after == doctest::Approx(615 * 8));
  CHECK(made.splits.size() == 17);
  const auto human_health = std::ranges::find(made.splits, "86.90", &Split::code);
  REQUIRE(human_health != made.splits.end());
  CHECK(human_health->links.size() == 8);
  CHECK(human_health->how == SharedOut::in_equal_parts);
}

}  // namespace trivium::evidence
