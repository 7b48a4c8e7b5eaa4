#include "analysis/tables.hpp"

using namespace trivium;
using namespace trivium::analysis;
using evidence::ScratchFolder;

TEST_CASE("firm-concentration: 50, 30 and 20 of 100 jobs are 0.38, as if 2.63 firms, the largest half, gini 0.2") {
  const ScratchFolder folder;
  const auto sizes = folder.file("sizes.csv",
                                 "firm,industry,jobs\na,film,50\nb,film,30\nc,film,12\nc,film,8\nd,hidden,5\n"
                                 "e,hidden,*\nf,none,0\ng,one,7\na,one,0\n");
  const auto finding = run(asked("firm-concentration", {{"firm-sizes", sizes}}));
  REQUIRE(finding);
  const auto rows = finding->tables->rows(
      "select industry, firms, jobs, herfindahl, as_if, largest, gini from answer order by industry");
  REQUIRE(rows.size() == 2);  // one firm that is kept back hides its industry; nobody's jobs are nobody's share
  CHECK(std::get<std::string>(rows[0][0]) == "film");
  CHECK(std::get<std::int64_t>(rows[0][1]) == 3);
  CHECK(std::get<double>(rows[0][2]) == 100);
  CHECK(std::get<double>(rows[0][3]) == doctest::Approx(0.38));
  CHECK(std::get<double>(rows[0][4]) == doctest::Approx(1 / 0.38));
  CHECK(std::get<double>(rows[0][5]) == doctest::Approx(0.5));
  CHECK(std::get<double>(rows[0][6]) == doctest::Approx(0.2));
  CHECK(std::get<std::string>(rows[1][0]) == "one");
  CHECK(std::get<double>(rows[1][3]) == 1);
  CHECK(std::get<double>(rows[1][5]) == 1);
  CHECK(remark(finding->account, "has_no_answer")->values == 1);
  CHECK(remark(finding->account, "added_up")->codes == std::vector<std::string>{"c film"});
}
