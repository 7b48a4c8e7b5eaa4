// What people are told about how each kind of strategy, service and event is counted is what is counted.
#include "api/lund.hpp"

#include <map>
#include <set>

namespace trivium::api {
namespace {

using Mechanisms = std::set<std::string>;

// How a kind is called where the form says how it is counted; what works by nothing is not told of.
struct Kinds {
  const char* task;
  const char* list;
  std::map<std::string, std::string> called;
};

const std::vector<Kinds> kKinds{
    {"B3",
     "strategy_kind",
     {{"skills", "skills"},
      {"infrastructure", "infrastructure"},
      {"entrepreneurship", "new firms"},
      {"research_links", "research"},
      {"internationalisation", "abroad"},
      {"networks", "networks"}}},
    {"B4",
     "service_kind",
     {{"training", "training"},
      {"office_space", "rooms"},
      {"expertise", "advice"},
      {"match_making", "introductions"},
      {"joint_projects", "joint projects"},
      {"mentoring", "mentoring"},
      {"information", "news"}}},
    {"C8",
     "event_kind",
     {{"ceo_meeting", "round tables"},
      {"expert_talk", "talks as"},
      {"one_to_one", "talks for two"},
      {"personal_brokerage", "brokering"},
      {"platform", "a platform"}}},
};

Mechanisms meant_by(const std::string& clause) {
  if (clause.ends_with("as sharing")) return {"sharing"};
  if (clause.ends_with("as matching")) return {"matching"};
  if (clause.ends_with("as learning")) return {"learning"};
  REQUIRE((clause.ends_with("as both") || clause.ends_with("as the last two")));
  return {"matching", "learning"};
}

std::vector<std::string> clauses_of(const framework::Texts& texts, const std::string& task) {
  const std::string begins = "Counted by its kind: ";
  for (const auto& hint : texts.task(task).hints) {
    if (!hint.starts_with(begins)) continue;
    std::vector<std::string> clauses;
    std::string rest = hint.substr(begins.size(), hint.size() - begins.size() - 1);
    for (std::size_t end = 0; (end = rest.find("; ")) != std::string::npos; rest = rest.substr(end + 2))
      clauses.push_back(rest.substr(0, end));
    clauses.push_back(rest);
    return clauses;
  }
  return {};
}

}  // namespace

TEST_CASE("the form says of every kind the mechanisms it is counted by, and of no other") {
  const auto& framework = our_questions().newest();
  const auto& texts = *framework.in("en");
  for (const auto& [task, list, called] : kKinds) {
    CAPTURE(task);
    const auto clauses = clauses_of(texts, task);
    REQUIRE_FALSE(clauses.empty());
    for (const auto& kind : framework.list(list)->codes) {
      CAPTURE(kind);
      const auto& usual = our_guidance().usual_mechanisms(list, kind);
      REQUIRE(called.contains(kind) != usual.empty());
      if (usual.empty()) continue;
      const auto clause =
          std::ranges::find_if(clauses, [&](const std::string& one) { return one.contains(called.at(kind)); });
      REQUIRE(clause != clauses.end());
      CHECK(meant_by(*clause) == Mechanisms(usual.begin(), usual.end()));
    }
  }
}

}  // namespace trivium::api
