// Each analysis of networks on a table small enough to work by hand.
#include "analysis/answer_rows.hpp"

using namespace trivium;
using namespace trivium::analysis;
using evidence::ScratchFolder;

TEST_CASE("network-structure: three in a triangle and one who hangs on have 4 of 6 ties, 3 of 5 open pairs closed") {
  const ScratchFolder folder;
  const auto ties = folder.file("ties.csv", "from,to\na,b\nb,c\nc,a\nc,d\n");
  // Pairs of partners: a 1, b 1, c 3; closed 1, 1, 1.
  CHECK(rows(asked("network-structure", {{"ties", ties}})).starts_with("4,4,0.666666667,,0.6,"));
}

TEST_CASE("network-positions: in a chain of three the middle one stands between the others, and nobody else does") {
  const ScratchFolder folder;
  const Files files{{"ties", folder.file("ties.csv", "from,to\na,b\nb,c\n")},
                    {"actors", folder.file("actors.csv", "actor,group\na,firm\nalone,firm\n")}};
  const auto found = rows(asked("network-positions", files));
  CHECK(found.find("\nalone,0,0,0,0,,0,0,0,,,,\n") != std::string::npos);
  CHECK(found.find("\nb,2,2,2,1,0.5,1,") != std::string::npos);
  CHECK(found.starts_with("a,1,1,1,1,1,0,0,2,0.666666667,,,\n"));
}

TEST_CASE("communities: two triangles with one tie between them are two") {
  const ScratchFolder folder;
  const auto ties = folder.file("ties.csv", "from,to\na,b\nb,c\nc,a\nd,e\ne,f\nf,d\nc,d\n");
  // 6 of 7 ties are within; both have half of the ends: 6/7 − 1/2.
  CHECK(rows(asked("communities", {{"ties", ties}})) ==
        "a,1,0.357142857\nb,1,0.357142857\nc,1,0.357142857\nd,2,0.357142857\ne,2,0.357142857\nf,2,0.357142857\n");
}

TEST_CASE("brokerage: a firm to a school to a school makes the first school a gatekeeper") {
  const ScratchFolder folder;
  const Files files{{"ties", folder.file("ties.csv", "from,to\na,b\nb,c\n")},
                    {"actors", folder.file("actors.csv", "actor,group\na,firm\nb,school\nc,school\n")}};
  CHECK(rows(asked("brokerage", files, {{"direction", "directed"}})) ==
        "a,firm,0,0,0,0,0\nb,school,0,0,1,0,0\nc,school,0,0,0,0,0\n");
}

TEST_CASE("network-positions: weights count in strength and constraint, and steps stay steps, which is said") {
  const ScratchFolder folder;
  const auto ties = folder.file("ties.csv", "from,to,weight\na,b,3\nb,c,1\nb,c,2\n");
  const auto found = rows(asked("network-positions", {{"ties", ties}}));
  CHECK(found.starts_with("a,1,1,1,1,1,0,0,2,0.666666667,3,3,3\n"));
  CHECK(found.find("\nb,2,2,2,1,0.5,1,1,2,1,6,6,6\n") != std::string::npos);
  const auto finding = run(asked("network-positions", {{"ties", ties}}));
  REQUIRE(finding);
  CHECK(remark(finding->account, "weighed_but_ways"));
  CHECK(remark(finding->account, "one_tie")->codes == std::vector<std::string>{"b c"});
  const auto alike = rows(asked("network-positions", {{"ties", ties}}, {{"weights", "alike"}}));
  CHECK(alike.starts_with("a,1,1,1,1,1,0,0,2,0.666666667,,,\n"));
}

TEST_CASE("network-positions: a constraint follows the weights, worked by hand") {
  const ScratchFolder folder;
  // b gives 3/4 to a and 1/4 to c, who do not know each other: 9/16 + 1/16.
  const auto ties = folder.file("ties.csv", "from,to,weight\na,b,3\nb,c,1\n");
  CHECK(rows(asked("network-positions", {{"ties", ties}})).find("\nb,2,2,2,1,0.625,") != std::string::npos);
}

TEST_CASE("communities: in a ring of four, the strong ties draw the border, and without weights they do not") {
  const ScratchFolder folder;
  const auto ties = folder.file("ties.csv", "from,to,weight\na,b,10\nb,c,1\nc,d,10\nd,a,1\n");
  // 20 of 22 are within, both halves have half of the ends: 20/22 − 1/2.
  CHECK(rows(asked("communities", {{"ties", ties}})) ==
        "a,1,0.409090909\nb,1,0.409090909\nc,2,0.409090909\nd,2,0.409090909\n");
  CHECK(rows(asked("communities", {{"ties", ties}}, {{"weights", "alike"}})).find("0.409") == std::string::npos);
}

TEST_CASE("weights are refused where they have no part, or where there are none, and never left out unseen") {
  const ScratchFolder folder;
  const auto weighed = folder.file("weighed.csv", "from,to,weight\na,b,3\nb,c,1\n");
  const auto plain = folder.file("plain.csv", "from,to\na,b\nb,c\n");
  const auto actors = folder.file("actors.csv", "actor,group\na,firm\n");
  for (const auto* name : {"network-structure", "brokerage"}) {
    CAPTURE(name);
    const auto refused = run(asked(name, {{"ties", weighed}, {"actors", actors}}));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().flaws.at(0) == shape::Flaw{"/weights", "flaw.weights_no_part", {}});
    CHECK(rows(asked(name, {{"ties", weighed}, {"actors", actors}}, {{"weights", "alike"}})) ==
          rows(asked(name, {{"ties", plain}, {"actors", actors}})));
  }
  const auto none = run(asked("communities", {{"ties", plain}}, {{"weights", "weighed"}}));
  REQUIRE_FALSE(none);
  CHECK(none.error().flaws.at(0).key == "flaw.no_weights");
  const auto zero = run(asked("communities", {{"ties", folder.file("zero.csv", "from,to,weight\na,b,0\nb,c,\n")}}));
  REQUIRE_FALSE(zero);
  CHECK(zero.error().flaws.at(0).key == "evidence.out_of_range");
  CHECK(zero.error().flaws.at(1).key == "evidence.empty");
  auto named = asked("communities", {{"ties", plain}});
  named.reading.headers = {{"weight", "strength"}};
  const auto missing = run(named);
  REQUIRE_FALSE(missing);
  CHECK(missing.error().flaws.at(0).key == "evidence.no_column");
}
