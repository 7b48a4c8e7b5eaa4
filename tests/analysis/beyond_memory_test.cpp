// What does not fit into the memory that was given.
#include "analysis/tables.hpp"
#include "measure/random.hpp"

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
