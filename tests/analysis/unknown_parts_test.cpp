// One amount that is kept back: whatever does not need it stands as if it had never been asked for.
#include "analysis/tables.hpp"

#include <fmt/format.h>

#include <cmath>

using namespace trivium;
using namespace trivium::analysis;
using evidence::ScratchFolder;

namespace {

constexpr auto kOneKeptBack = "region,industry,jobs\nA,x,10\nA,y,10\nB,x,30\nB,y,*\nC,x,5\nC,y,45\n";

// The same table with its columns in each other's place, for the industries what the other is for the regions.
constexpr auto kTurned = "region,industry,jobs\nx,A,10\ny,A,10\nx,B,30\ny,B,*\nx,C,5\ny,C,45\n";

std::string cells(double jobs, double herfindahl, double gini, double entropy) {
  return fmt::format("{},{},{},{},,", jobs, herfindahl, gini, entropy);
}

}  // namespace

TEST_CASE("regions and industries that are fully known have their own numbers; what compares with a sum is blank") {
  const ScratchFolder folder;
  const auto share = [](double part) { return -part * std::log2(part); };
  const auto even = cells(20, 0.5, 0, 1);
  const auto uneven = cells(50, 0.1 * 0.1 + 0.9 * 0.9, 0.4, share(0.1) + share(0.9));
  const auto specialised =
      csv_of(asked("specialisation", {{"employment", folder.file("jobs.csv", kOneKeptBack)}}), folder.path);
  CHECK(specialised ==
        "region,jobs,herfindahl,gini,entropy,locational_gini,krugman\r\nA," + even + "\r\nC," + uneven + "\r\n");
  const auto concentrated =
      csv_of(asked("concentration", {{"employment", folder.file("turned.csv", kTurned)}}), folder.path);
  CHECK(concentrated ==
        "industry,jobs,herfindahl,gini,entropy,locational_gini,krugman\r\nA," + even + "\r\nC," + uneven + "\r\n");
}

TEST_CASE("it is said which have no row, and for the lack of which sums the comparisons are blank") {
  const ScratchFolder folder;
  const auto regions = account_of(asked("specialisation", {{"employment", folder.file("jobs.csv", kOneKeptBack)}}));
  CHECK(remark(regions, "regions_without_row")->codes == std::vector<std::string>{"B"});
  CHECK(remark(regions, "industries_not_compared")->codes == std::vector<std::string>{"y"});
  const auto industries = account_of(asked("concentration", {{"employment", folder.file("turned.csv", kTurned)}}));
  CHECK(remark(industries, "industries_without_row")->codes == std::vector<std::string>{"B"});
  CHECK(remark(industries, "regions_not_compared")->codes == std::vector<std::string>{"y"});
  const auto whole = folder.file("whole.csv", "region,industry,jobs\nA,x,10\nA,y,10\nB,x,30\nB,y,1\n");
  CHECK(account_of(asked("specialisation", {{"employment", whole}})).remarks.empty());
}
