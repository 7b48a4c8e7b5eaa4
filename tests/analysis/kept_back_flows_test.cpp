// A count of moves that is kept back, or missing, is not nobody: nothing is said that would need it.
#include "analysis/tables.hpp"

using namespace trivium;
using namespace trivium::analysis;
using evidence::Cell;
using evidence::ScratchFolder;

namespace {

constexpr auto kFlows = "from,to,count\na,b,40\nb,a,*\nc,d,30\nd,c,20\na,c,*\nc,a,:\ne,a,7\n";

bool blank(const Cell& cell) { return std::holds_alternative<std::monostate>(cell); }

std::vector<std::vector<Cell>> rows_of(const Request& request, const std::string& columns) {
  const auto finding = run(request);
  REQUIRE(finding);
  return finding->tables->rows("select " + columns + " from answer order by 1, 2", {}, {});
}

}  // namespace

TEST_CASE(
    "skill-relatedness: of a pair seen one way, the other kept back, back and related are blank, and it is said") {
  const ScratchFolder folder;
  const auto flows = folder.file("flows.csv", kFlows);
  const auto request = asked("skill-relatedness", {{"flows", flows}});
  const auto rows = rows_of(request, "\"from\", \"to\", there, back, related");
  REQUIRE(rows.size() == 3);  // a and c were seen neither way
  CHECK(std::get<std::int64_t>(rows[0][2]) == 40);
  CHECK(blank(rows[0][3]));
  CHECK(blank(rows[0][4]));
  // Nobody is known to have gone from a to e: that has no row, and counts as it did.
  CHECK(std::get<std::int64_t>(rows[1][2]) == 0);
  CHECK_FALSE(blank(rows[1][4]));
  CHECK_FALSE(blank(rows[2][4]));
  const auto account = account_of(request);
  REQUIRE(remark(account, "way_kept_back"));
  CHECK(remark(account, "way_kept_back")->values == 1);
  CHECK(remark(account, "seen_one_way")->values == 1);
  const auto assumed = asked("skill-relatedness", {{"flows", flows}}, {{"unseen", "5"}});
  CHECK(std::get<std::int64_t>(rows_of(assumed, "\"from\", \"to\", back, related")[0][2]) == 5);
  CHECK_FALSE(remark(account_of(assumed), "way_kept_back"));
}

TEST_CASE("skill-relatedness: a way of which one row is kept back has no count, and no sum of both ways") {
  const ScratchFolder folder;
  const auto flows = folder.file("flows.csv", "from,to,count\na,b,40\na,b,*\nb,a,30\nc,d,30\nd,c,20\n");
  const auto each = rows_of(asked("skill-relatedness", {{"flows", flows}}, {{"ways", "each"}}),
                            "\"from\", \"to\", there, ratio, related");
  REQUIRE(each.size() == 4);
  for (const std::size_t column : {2, 3, 4}) {
    CHECK(blank(each[0][column]));
    CHECK_FALSE(blank(each[1][column]));
  }
  const auto request = asked("skill-relatedness", {{"flows", flows}}, {{"ways", "together"}});
  const auto together = rows_of(request, "\"from\", \"to\", there, ratio, related");
  REQUIRE(together.size() == 2);
  for (const std::size_t column : {2, 3, 4}) CHECK(blank(together[0][column]));
  CHECK(std::get<std::int64_t>(together[1][2]) == 50);
  CHECK(remark(account_of(request), "pair_kept_back")->values == 1);
}

TEST_CASE("functional-boundary: who cannot be told at one of the times has neither joined nor left") {
  const ScratchFolder folder;
  const auto core = folder.file("core.csv", "industry\na\n");
  const auto seen = folder.file("seen.csv", "from,to,count\na,b,40\nb,a,40\nc,d,80\nd,c,80\n");
  const auto kept = folder.file("kept.csv", "from,to,count\na,b,40\nb,a,*\nc,d,80\nd,c,80\n");
  const auto moved = [&](const auto& before, const auto& now) {
    return asked("functional-boundary", {{"flows", now}, {"core", core}, {"flows-before", before}});
  };
  for (const auto& request : {moved(seen, kept), moved(kept, seen)}) {
    const auto rows = rows_of(request, "industry, moved");
    REQUIRE(rows.size() == 1);
    CHECK(std::get<std::string>(rows[0][0]) == "b");
    CHECK(blank(rows[0][1]));
    CHECK(remark(account_of(request), "way_kept_back_left_out")->values == 1);
  }
  CHECK(remark(account_of(moved(kept, seen)), "way_kept_back_left_out")->code == "flows-before");
}

TEST_CASE("policy-targets: a pair whose moves are kept back is not called unrelated, and is named") {
  const ScratchFolder folder;
  const auto targeted = folder.file("targeted.csv", "industry\na\nc\nd\n");
  const auto flows = folder.file("flows.csv", "from,to,count\na,b,40\nb,a,40\nc,d,*\nd,c,30\na,c,*\nc,a,*\n");
  const auto request = asked("policy-targets", {{"flows", flows}, {"targeted", targeted}});
  const auto finding = run(request);
  REQUIRE(finding);
  const auto unrelated =
      finding->tables->rows("select industry || other from answer where finding = 'unrelated' order by 1");
  REQUIRE(unrelated.size() == 1);
  CHECK(std::get<std::string>(unrelated[0][0]) == "ad");
  CHECK(remark(finding->account, "pairs_not_known")->codes == std::vector<std::string>{"a – c", "c – d"});
}
