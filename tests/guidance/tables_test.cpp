// Each rule fires on a table made for it and is silent once its condition is taken away: tables.yaml, beside this file.
// That those tables would notice a condition turned round or a threshold moved is shown by doing so.
#include "guidance/shipped.hpp"

#include <doctest/doctest.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <ranges>

namespace trivium::guidance {
namespace {

using nlohmann::json;
using Is = Condition::Kind;

json as_json(const YAML::Node& node) {
  if (node.IsNull()) return nullptr;
  if (node.IsMap()) {
    auto object = json::object();
    for (const auto& entry : node) object[entry.first.as<std::string>()] = as_json(entry.second);
    return object;
  }
  if (node.IsSequence()) {
    auto list = json::array();
    for (const auto& one : node) list.push_back(as_json(one));
    return list;
  }
  double number = 0;
  std::int64_t whole = 0;
  if (YAML::convert<std::int64_t>::decode(node, whole)) return whole;
  if (YAML::convert<double>::decode(node, number)) return number;
  return node.as<std::string>();
}

struct Claim {
  json table;  // task → facet → value, and "standing"
  bool fires;
  json before;  // tables of earlier rounds, each with the days it lies before
};
using Claims = std::map<std::string, std::vector<Claim>, std::less<>>;

constexpr const char* kBefore = "before";

json changed(json table, const json& patch) {
  for (const auto& [task, facets] : patch.items()) {
    if (task == kBefore) continue;
    for (const auto& [facet, value] : facets.items()) {
      if (!value.is_null()) table[task][facet] = value;
      else if (table.contains(task)) table[task].erase(facet);
    }
  }
  return table;
}

Claims claims() {
  Claims all;
  for (const auto& entry : YAML::LoadFile(std::string{TRIVIUM_SOURCE_DIR} + "/tests/guidance/tables.yaml")) {
    auto& of = all[entry.first.as<std::string>()];
    const json table = as_json(entry.second["table"]);
    const json before = entry.second[kBefore] ? as_json(entry.second[kBefore]) : json::array();
    const auto claim = [&](const json& patch, bool fires) {
      of.push_back({changed(table, patch), fires, patch.contains(kBefore) ? patch.at(kBefore) : before});
    };
    claim(json::object(), true);
    for (const auto& patch : entry.second["also"]) claim(as_json(patch), true);
    for (const auto& patch : entry.second["not"]) claim(as_json(patch), false);
  }
  return all;
}

// As somebody might have typed it: what the table itself would refuse is no claim.
Answers answers_in(const json& table) {
  Answers answers;
  for (const auto& [id, given] : table.items()) {
    const auto* task = framework::shipped().task(id);
    REQUIRE(task != nullptr);
    json facets = given;
    facets.erase("standing");
    const auto read = framework::read_facets(*task, facets);
    CAPTURE(id);
    CAPTURE(facets.dump());
    REQUIRE(read);
    answers[id] = {.standing = given.value("standing", ""), .says = !read->empty(), .facets = *read};
  }
  return answers;
}

EarlierTables earlier_in(const json& before) {
  EarlierTables earlier;
  for (auto table : before) {
    const int days = table.at("days");
    table.erase("days");
    earlier.push_back({days, answers_in(table)});
  }
  return earlier;
}

bool holds(const Condition& condition, const Claim& claim) {
  return holds(condition, answers_in(claim.table), earlier_in(claim.before));
}

// Of a rule's claims those that its condition does not keep.
std::size_t broken(const Condition& condition, const std::vector<Claim>& claims) {
  return static_cast<std::size_t>(
      std::ranges::count_if(claims, [&](const Claim& claim) { return holds(condition, claim) != claim.fires; }));
}

double step_of(const Condition& condition) {
  const auto* facet = framework::shipped().task(condition.task)->facet(condition.facet);
  const framework::Column* slot = facet;
  if (!condition.column.empty()) slot = &*std::ranges::find(facet->columns, condition.column, &framework::Column::id);
  return slot->step == 1.0 ? 1 : 0.1;
}

// Every way in which one thing of a condition is wrong.
std::vector<Condition> wrong_ones(const Condition& condition) {
  std::vector<Condition> all;
  const auto with = [&](auto change) {
    auto one = condition;
    change(one);
    all.push_back(std::move(one));
  };
  if (condition.kind == Is::kept) {
    with([](Condition& one) { one.number += 1; });
    with([](Condition& one) { one.number -= 1; });
    for (const auto& column : condition.columns) with([&](Condition& one) { std::erase(one.columns, column); });
    with([&](Condition& one) { one.parts = {{.task = one.task, .facet = one.facet}}; });
    all.push_back({.kind = Is::negated, .parts = {condition}});
    return all;
  }
  const bool list = condition.kind == Is::all || condition.kind == Is::any || condition.kind == Is::same_row;
  if (condition.kind == Is::all || condition.kind == Is::any) {
    if (condition.parts.size() > 1) with([](Condition& one) { one.kind = one.kind == Is::all ? Is::any : Is::all; });
  }
  for (std::size_t i = 0; i < condition.parts.size(); ++i) {
    if (list && condition.parts.size() > 1)
      with([&](Condition& one) { one.parts.erase(one.parts.begin() + static_cast<std::ptrdiff_t>(i)); });
    for (auto& part : wrong_ones(condition.parts[i])) {
      if (condition.kind == Is::same_row && part.kind == Is::negated) continue;  // a column is not turned round alone
      with([&](Condition& one) { one.parts[i] = std::move(part); });
    }
  }
  if (condition.kind == Is::code && condition.codes.size() > 1) {
    for (const auto& code : condition.codes) with([&](Condition& one) { one.codes.erase(code); });
  }
  if (condition.kind == Is::below || condition.kind == Is::above) {
    for (const double way : {1.0, -1.0}) with([&](Condition& one) { one.number += way * step_of(condition); });
  }
  if (condition.kind == Is::filled) with([](Condition& one) { one.filled = !one.filled; });
  all.push_back({.kind = Is::negated, .parts = {condition}});
  return all;
}

}  // namespace

TEST_CASE("every rule fires on its table, and is silent on the same table with its condition taken away") {
  const auto all = claims();
  for (const auto& rule : shipped_guidance().rules()) {
    CAPTURE(rule.id);
    const auto of = all.find(rule.id);
    REQUIRE(of != all.end());
    CHECK(std::ranges::count(of->second, false, &Claim::fires) > 0);
    for (const auto& claim : of->second) {
      CAPTURE(claim.table.dump());
      CAPTURE(claim.before.dump());
      CHECK(holds(rule.when, claim) == claim.fires);
    }
  }
  for (const auto& id : std::views::keys(all)) {
    CAPTURE(id);
    CHECK(std::ranges::find(shipped_guidance().rules(), id, &Rule::id) != shipped_guidance().rules().end());
  }
}

TEST_CASE("a condition turned round, a code left out, a threshold moved: one of its rule's claims fails") {
  const auto all = claims();
  std::size_t tried = 0;
  for (const auto& rule : shipped_guidance().rules()) {
    for (const auto& wrong : wrong_ones(rule.when)) {
      ++tried;
      CAPTURE(rule.id);
      CHECK(broken(wrong, all.find(rule.id)->second) > 0);
    }
  }
  MESSAGE(tried, " wrong conditions tried");
  CHECK(tried > shipped_guidance().rules().size() * 3);
}

}  // namespace trivium::guidance
