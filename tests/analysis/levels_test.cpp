// Codes of several levels in one table: told by how they begin and by what they hold.
#include "analysis/tables.hpp"

using namespace trivium;
using namespace trivium::analysis;
using evidence::ScratchFolder;

namespace {

Account of_jobs(const ScratchFolder& folder, const std::string& rows) {
  return account_of(
      asked("location-quotient", {{"employment", folder.file("jobs.csv", "region,industry,jobs\n" + rows)}}));
}

}  // namespace

TEST_CASE(
    "a code that begins others and has at least as much as these is named with them, also where some are kept back") {
  const ScratchFolder folder;
  const auto met = remark(of_jobs(folder,
                                  "A,10,30\nA,101,10\nA,102,20\nA,1021,15\nA,1022,5\nA,11,7\n"
                                  "B,10,9\nB,101,*\nB,102,4\nB,1021,1\nB,1022,3\nB,11,2\n"),
                          "begin_others");
  REQUIRE(met);
  CHECK(met->code == "employment.industry");
  CHECK(met->codes == std::vector<std::string>{"10 (101, 102)", "102 (1021, 1022)"});
  CHECK(met->values == 2);
}

TEST_CASE("regions beside their parts are named in their column") {
  const ScratchFolder folder;
  const auto met =
      remark(of_jobs(folder, "UKC,1,5\nUKC1,1,2\nUKC2,1,3\nUKD,1,4\nUKC,2,50\nUKC1,2,20\nUKC2,2,30\nUKD,2,4\n"),
             "begin_others");
  REQUIRE(met);
  CHECK(met->code == "employment.region");
  CHECK(met->codes == std::vector<std::string>{"UKC (UKC1, UKC2)"});
}

TEST_CASE("codes that only look so are not named: less than their parts, lost zeros, names that begin alike") {
  const ScratchFolder folder;
  // 111 is 0111 without its zero, and no sum of 1110; with nobody in it nothing speaks for it either.
  for (const auto* rows : {"A,111,3\nA,1110,5\nA,12,9\nB,111,7\nB,1110,5\nB,12,1\n",
                           "A,111,0\nA,1110,0\nA,12,9\nB,111,0\nB,1110,0\nB,12,1\n",
                           "A,Film,9\nA,Film schools,5\nA,Food,3\nB,Film,8\nB,Film schools,2\nB,Food,1\n"}) {
    CAPTURE(rows);
    const auto account = of_jobs(folder, rows);
    CHECK_FALSE(remark(account, "begin_others"));
    CHECK_FALSE(remark(account, "several_levels"));
  }
}

TEST_CASE("sections beside divisions are named, by their sums or, where a part is kept back, by their shape") {
  const ScratchFolder folder;
  const std::string known =
      "A,A,10\nA,B,20\nA,C,30\nA,01,4\nA,02,6\nA,05,20\nA,10,30\n"
      "B,A,1\nB,B,2\nB,C,3\nB,01,0\nB,02,1\nB,05,2\nB,10,3\n";
  const std::string kept =
      "A,A,10\nA,B,20\nA,C,30\nA,01,*\nA,02,6\nA,05,20\nB,A,1\nB,B,2\nB,C,3\nB,01,*\nB,05,1\nB,02,1\n";
  for (const auto& rows : {known, kept}) {
    CAPTURE(rows);
    const auto met = remark(of_jobs(folder, rows), "several_levels");
    REQUIRE(met);
    CHECK(met->code == "employment.industry");
    REQUIRE(met->codes.size() == 2);
    CHECK(met->codes[0].starts_with("01 … "));
    CHECK(met->codes[1] == "A … C");
  }
}

TEST_CASE("two shapes of codes with other sums are one level") {
  const ScratchFolder folder;
  const auto account = of_jobs(folder,
                               "A,aa,10\nA,ab,20\nA,ac,30\nA,111,4\nA,112,6\nA,113,20\n"
                               "B,aa,1\nB,ab,2\nB,ac,3\nB,111,0\nB,112,1\nB,113,2\n");
  CHECK(account.remarks.empty());
}

TEST_CASE(
    "rounding that is as large as the amounts says nothing, and one region alone only by an exact sum of several") {
  const ScratchFolder folder;
  for (const auto* rows : {"A,111,100\nA,1110,200\nA,12,900\nB,111,100\nB,1110,200\nB,12,100\n",
                           "A,3,500\nA,30,100\nA,31,100\nA,32,50\nA,33,50\n"}) {
    CAPTURE(rows);
    CHECK_FALSE(remark(of_jobs(folder, rows), "begin_others"));
  }
  CHECK(remark(of_jobs(folder, "A,3,300\nA,30,100\nA,31,100\nA,32,50\nA,33,50\n"), "begin_others"));
}

TEST_CASE("services by section and manufacturing by division are of two shapes and counted once") {
  const ScratchFolder folder;
  CHECK(of_jobs(folder,
                "A,G,100\nA,H,200\nA,I,300\nA,10,4\nA,11,6\nA,12,20\n"
                "B,G,10\nB,H,20\nB,I,30\nB,10,40\nB,11,50\nB,12,60\n")
            .remarks.empty());
}

TEST_CASE("a region in which sections and divisions differ does not silence the others") {
  const ScratchFolder folder;
  std::string rows = "Z,A,10\nZ,B,20\nZ,C,300\nZ,01,4\nZ,02,6\nZ,05,2\n";
  for (const auto* region : {"V", "W", "X", "Y"}) {
    for (const auto* row : {",A,100\n", ",B,200\n", ",C,300\n", ",01,40\n", ",02,60\n", ",05,200\n", ",10,300\n"})
      rows += std::string{region} + row;
  }
  CHECK(remark(of_jobs(folder, rows), "several_levels"));
}
