// Everybody is in one group: who is in two is refused, who is in none is named.
#include "analysis/tables.hpp"

using namespace trivium;
using namespace trivium::analysis;
using evidence::ScratchFolder;

namespace {

constexpr auto kTies = "from,to\na,b\nb,c\nc,d\n";

}  // namespace

TEST_CASE("an actor in two groups is refused by name, where groups matter; twice in the same group is once") {
  const ScratchFolder folder;
  const auto ties = folder.file("ties.csv", kTies);
  const auto twice =
      folder.file("twice.csv", "actor,group\na,firm\nb,school\nb,firm\nc,firm\nd,school\nd,school\nd,office\nd,firm\n");
  const auto same = folder.file("same.csv", "actor,group\na,firm\nb,school\nb,school\nc,firm\nd,school\n");
  const auto once = folder.file("once.csv", "actor,group\na,firm\nb,school\nc,firm\nd,school\n");
  for (const auto* name : {"network-structure", "brokerage"}) {
    CAPTURE(name);
    const auto refused = run(asked(name, {{"ties", ties}, {"actors", twice}}));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().flaws ==
          shape::Flaws{{.pointer = "/actors",
                        .key = "flaw.several_groups",
                        .args = {{"values", "2"}, {"actors", "b (firm, school), d (firm, office, school)"}}}});
    CHECK(csv_of(asked(name, {{"ties", ties}, {"actors", same}}), folder.path) ==
          csv_of(asked(name, {{"ties", ties}, {"actors", once}}), folder.path));
  }
  for (const auto* name : {"network-positions", "communities"})
    CHECK(run(asked(name, {{"ties", ties}, {"actors", twice}})));
}

TEST_CASE(
    "who has no group is named where others have one: it leaves alike_by_group blank, and brokers stand beside it") {
  const ScratchFolder folder;
  const auto ties = folder.file("ties.csv", kTies);
  const auto some = folder.file("some.csv", "actor,group\na,firm\nb,school\nc,firm\n");
  const auto all = folder.file("all.csv", "actor,group\na,firm\nb,school\nc,firm\nd,firm\n");
  for (const auto& [name, remarked] : std::map<const char*, const char*>{{"network-structure", "without_group"},
                                                                         {"brokerage", "group_of_their_own"}}) {
    CAPTURE(name);
    const auto met = remark(account_of(asked(name, {{"ties", ties}, {"actors", some}})), remarked);
    REQUIRE(met);
    CHECK(met->codes == std::vector<std::string>{"d"});
    CHECK(met->values == 1);
    CHECK(met->value == 4);
    CHECK(account_of(asked(name, {{"ties", ties}, {"actors", all}})).remarks.empty());
  }
  CHECK(account_of(asked("network-structure", {{"ties", ties}})).remarks.empty());
}
