// What does not fit into the memory that was given.
#include "analysis/tables.hpp"
#include "measure/random.hpp"

#include <fmt/format.h>

using namespace trivium;
using namespace trivium::analysis;
using evidence::ScratchFolder;

namespace {

// 40,000 workers for ten years; numbers go with or without letters before them.
std::string panel(const std::string& worker, const std::string& establishment) {
  std::string text = "worker,year,establishment,industry\n";
  measure::Draw draw{measure::Seed{41}, 0};
  for (int row = 0; row < 400'000; ++row) {
    // All of nine digits, so that their letters are in the order of the numbers.
    const auto place = std::to_string(100'000'000 + draw.below(20'000));
    text += worker + std::to_string(100'000'000 + row / 10) + "," + std::to_string(2010 + row % 10) + "," +
            establishment + place + "," + std::to_string(1000 + draw.below(300)) + "\n";
  }
  return text;
}

std::string flows(const std::filesystem::path& file, const ScratchFolder& folder, const std::string& spill) {
  auto request = asked("job-changes", {{"panel", file}}, {{"least", "1"}});
  request.memory = "64MB";
  request.spill = folder.path / spill;
  std::filesystem::create_directory(request.spill);
  return csv_of(request, folder.path, {.threads = 2});
}

}  // namespace

TEST_CASE("a panel with letters for ids is counted within 64 MB too, and as the same with numbers is") {
  MESSAGE("seed 41");
  const ScratchFolder folder;
  const auto lettered = flows(folder.file("lettered.csv", panel("worker-", "establishment-")), folder, "one");
  CHECK(lettered.size() > 500'000);
  CHECK(lettered == flows(folder.file("numbered.csv", panel("", "")), folder, "two"));
}

TEST_CASE("a table of more pairs than the machine has memory for is refused by its name, with how many there are") {
  const ScratchFolder folder;
  constexpr int kEach = 400'000;
  std::string text = "region,industry,jobs\n";
  for (int row = 0; row < kEach; ++row) text += fmt::format("r{0},i{0},1\n", row);
  const auto refused = run(asked("location-quotient", {{"employment", folder.file("jobs.csv", text)}}));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().input.empty());
  CHECK(refused.error().flaws ==
        shape::Flaws{{.pointer = "/employment",
                      .key = "flaw.pairs_do_not_fit",
                      .args = {{"regions", "400000"}, {"industries", "400000"}, {"pairs", "160000000000"}}}});
}

TEST_CASE(
    "industries that are held against each other, and are too many for the machine, are refused before it begins") {
  const ScratchFolder folder;
  constexpr int kIndustries = 400'000;
  std::string text = "region,industry,jobs\n";
  for (int row = 0; row < kIndustries; ++row) text += fmt::format("r{},i{},1\n", row % 2, row);
  const auto jobs = folder.file("jobs.csv", text);
  for (const auto* name : {"proximity", "relatedness-density"}) {
    CAPTURE(name);
    const auto refused = run(asked(name, {{"employment", jobs}}));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().input.empty());
    CHECK(refused.error().flaws == shape::Flaws{{.pointer = "/employment",
                                                 .key = "flaw.industries_do_not_fit",
                                                 .args = {{"industries", "400000"}, {"pairs", "160000000000"}}}});
  }
}

TEST_CASE(
    "a table that the engine has no memory for is refused by its name, while it is read and while it is counted") {
  const ScratchFolder folder;
  const auto file = folder.file("panel.csv", panel("a-rather-long-name-for-a-worker-", "and-for-where-they-work-"));
  auto request = asked("job-changes", {{"panel", file}}, {{"least", "1"}});
  for (const auto* memory : {"20MB", "64MB"}) {
    request.memory = memory;
    const auto refused = run(request, {.threads = 2});
    REQUIRE_FALSE(refused);
    const auto& flaw = refused.error().flaws.at(0);
    const bool read = !refused.error().input.empty();
    CHECK((read ? refused.error().input : flaw.pointer) == (read ? "panel" : "/panel"));
    CHECK(flaw.key == (read ? "evidence.does_not_fit" : "flaw.does_not_fit"));
    CHECK(flaw.args.at("memory") == memory);
  }
}
