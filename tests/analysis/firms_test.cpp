// Years that cannot be: a firm that ends before it begins, days in place of years, years that end before they begin.
#include "analysis/tables.hpp"

using namespace trivium;
using namespace trivium::analysis;
using evidence::ScratchFolder;

TEST_CASE("a firm's last year before its first, and what is no year, are refused with row, column, value and reason") {
  const ScratchFolder folder;
  const auto firms = folder.file("firms.csv",
                                 "type,first,last\nfilm,2018,2018\nfilm,2020,2018\nfilm,20190101,\n"
                                 "film,4294969312,\nfilm,2019,9999\nfilm,19,20\n");
  for (const auto* name : {"entries-and-exits", "survival"}) {
    CAPTURE(name);
    const auto refused = run(asked(name, {{"firms", firms}}));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().rows == 5);
    std::string all;
    for (const auto& flaw : refused.error().flaws)
      all += flaw.args.at("row") + " " + flaw.args.at("column") + " " + flaw.args.at("value") + " " + flaw.key + "\n";
    CHECK(all ==
          "3 last 2018 evidence.too_early\n4 first 20190101 evidence.out_of_range\n"
          "5 first 4294969312 evidence.out_of_range\n6 last 9999 evidence.out_of_range\n"
          "7 first 19 evidence.out_of_range\n7 last 20 evidence.out_of_range\n");
  }
}

TEST_CASE("firms that can be are counted without those that cannot, which the account holds by their reasons") {
  const ScratchFolder folder;
  auto request =
      asked("entries-and-exits",
            {{"firms", folder.file("firms.csv", "type,from,to\nfilm,2018,2018\nfilm,2020,2018\nfilm,2019,\n")}},
            {{"from", "2018"}, {"to", "2019"}});
  request.reading.headers = {{"first", "from"}, {"last", "to"}};
  request.refused_rows = RefusedRows::are_left_out;
  const auto account = account_of(request);
  REQUIRE(account.sources.at(0).refused_rows.size() == 1);
  CHECK(account.sources[0].refused_rows[0].column == "to");
  CHECK(account.sources[0].refused_rows[0].reason == "evidence.too_early");
  CHECK(csv_of(request, folder.path).find("film,2018,1,1,1,0,1,1") != std::string::npos);
}

TEST_CASE("years that end before they begin are refused at their setting, and one year is a period") {
  const ScratchFolder folder;
  const auto firms = folder.file("firms.csv", "type,first,last\nfilm,2018,\n");
  for (const auto* name : {"entries-and-exits", "survival"}) {
    CAPTURE(name);
    const auto refused = run(asked(name, {{"firms", firms}}, {{"from", "2021"}, {"to", "2017"}}));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().flaws ==
          shape::Flaws{{.pointer = "/to", .key = "flaw.years_backwards", .args = {{"from", "2021"}, {"to", "2017"}}}});
    CHECK(run(asked(name, {{"firms", firms}}, {{"from", "2018"}, {"to", "2018"}})));
  }
}

TEST_CASE("a last year that stands for never is said to be missing: the firm lives, and nothing is remarked") {
  const ScratchFolder folder;
  auto request = asked("entries-and-exits",
                       {{"firms", folder.file("firms.csv", "type,first,last\nfilm,2018,9999\nfilm,2018,2019\n")}},
                       {{"from", "2019"}, {"to", "2020"}});
  CHECK_FALSE(run(request));
  request.reading.markers = {{"9999", evidence::Marker::Means::missing}};
  CHECK(csv_of(request, folder.path).ends_with("film,2019,2,0,1,-1,0,0.5,,,,\r\nfilm,2020,1,0,0,0,0,0,-0.5,,,\r\n"));
  CHECK(account_of(request).remarks.empty());
  CHECK(account_of(request).sources.at(0).missing == 0);
}

TEST_CASE("firms beside those of the larger area: rates, growth and survival of each, and a type it has not is named") {
  const ScratchFolder folder;
  const auto firms = folder.file("firms.csv", "type,first,last\nfilm,2018,\nfilm,2019,\nfood,2018,2019\n");
  const auto larger = folder.file(
      "larger.csv", "type,first,last\nfilm,2018,2018\nfilm,2018,2019\nfilm,2018,\nfilm,2019,\nother,2018,\n");
  const Files files{{"firms", firms}, {"larger-firms", larger}};
  const Typed years{{"from", "2018"}, {"to", "2019"}};
  const auto turnover = csv_of(asked("entries-and-exits", files, years), folder.path);
  // Two firms after one; in the larger area three after three, one of them new, one gone.
  CHECK(turnover.find("film,2018,1,1,0,1,1,0,,1,0.3333333333333333,") != std::string::npos);
  CHECK(turnover.find("film,2019,2,1,0,1,0.5,0,1,0.3333333333333333,0.3333333333333333,0") != std::string::npos);
  CHECK(turnover.find("food,2019,1,0,1,-1,0,1,0,,,") != std::string::npos);
  const auto survival = csv_of(asked("survival", files, years), folder.path);
  CHECK(survival.find("film,2018,1,1,1,1,0.6666666666666666") != std::string::npos);
  const auto met = remark(account_of(asked("survival", files, years)), "not_in_larger");
  REQUIRE(met);
  CHECK(met->codes == std::vector<std::string>{"food"});
  const auto alone = asked("entries-and-exits", {{"firms", firms}}, years);
  CHECK(csv_of(alone, folder.path).find("film,2019,2,1,0,1,0.5,0,1,,,") != std::string::npos);
  CHECK(account_of(alone).remarks.empty());
}

TEST_CASE("a larger area with fewer firms than the region is named") {
  const ScratchFolder folder;
  const Files files{{"firms", folder.file("firms.csv", "type,first,last\nfilm,2018,\nfilm,2019,\nfood,2018,\n")},
                    {"larger-firms", folder.file("larger.csv", "type,first,last\nfilm,2018,\nfood,2018,\n")}};
  for (const auto* name : {"entries-and-exits", "survival"}) {
    CAPTURE(name);
    const auto met = remark(account_of(asked(name, files)), "larger_is_smaller");
    REQUIRE(met);
    CHECK(met->codes == std::vector<std::string>{"film"});
  }
}
