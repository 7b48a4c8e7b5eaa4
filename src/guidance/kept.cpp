#include "guidance/kept.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace trivium::guidance {
namespace {

using nlohmann::json;

constexpr int kDaysOfAYear = 365;

const json* facet_in(const Answers& answers, const std::string& task, const std::string& facet) {
  const auto answer = answers.find(task);
  if (answer == answers.end()) return nullptr;
  const auto found = answer->second.facets.find(facet);
  return found == answer->second.facets.end() || found->empty() ? nullptr : &*found;
}

// The rows with these columns alone. Who said how it stands, and named none, said something: no rows.
std::optional<json> said(const Condition& condition, const Answers& answers) {
  const auto* rows = facet_in(answers, condition.task, condition.facet);
  if (rows == nullptr) {
    const auto answer = answers.find(condition.task);
    const bool stands = answer != answers.end() && !answer->second.standing.empty();
    return stands ? std::optional{json::array()} : std::nullopt;
  }
  auto all = json::array();
  for (const auto& row : *rows) {
    auto part = json::object();
    for (const auto& column : condition.columns) {
      if (row.contains(column)) part[column] = row.at(column);
    }
    all.push_back(std::move(part));
  }
  return all;
}

}  // namespace

void read_kept(const framework::StrictYaml& yaml, const YAML::Node& node, const framework::Framework& framework,
               const framework::Facet& rows, Condition& condition) {
  if (!yaml.keys(node, "kept", {"columns", "years", "while"})) return;
  if (rows.kind != framework::Kind::rows) return yaml.note(node, fmt::format("\"{}\" has no rows", rows.id));
  condition.columns = yaml.texts(node["columns"], "columns");
  if (condition.columns.empty()) yaml.note(node, "names no column: what should have stayed the same?");
  for (const auto& column : condition.columns) {
    if (std::ranges::find(rows.columns, column, &framework::Column::id) == rows.columns.end())
      yaml.note(node["columns"], fmt::format("{} has no \"{}\" in \"{}\"", condition.task, column, rows.id));
  }
  const auto years = yaml.whole_if_any(node, "years");
  if (!years || *years < 1) yaml.note(node, "says for how many years, 1 or more");
  condition.number = years.value_or(1);
  const auto moved = node["while"];
  if (!moved.IsDefined() || !yaml.keys(moved, "while", {"task", "facet"}))
    return yaml.note(node, "says while what has changed: {task: …, facet: …}");
  Condition other{.task = yaml.text(moved, "task"), .facet = yaml.text(moved, "facet")};
  const auto* task = framework.task(other.task);
  if (task == nullptr) yaml.note(moved, fmt::format("there is no task \"{}\"", other.task));
  else if (task->facet(other.facet) == nullptr)
    yaml.note(moved, fmt::format("{} has no facet \"{}\"", other.task, other.facet));
  condition.parts = {std::move(other)};
}

bool kept_while_moved(const Condition& condition, const Answers& answers, const EarlierTables& earlier) {
  const auto& moved = condition.parts.front();
  const auto is = said(condition, answers);
  const auto* other = facet_in(answers, moved.task, moved.facet);
  if (!is || is->empty() || other == nullptr) return false;
  for (const auto& table : earlier) {
    const auto was = said(condition, table.answers);
    if (!was) continue;  // not answered again in it, so it stood
    if (*was != *is) return false;
    const auto* then = facet_in(table.answers, moved.task, moved.facet);
    if (table.days_before >= condition.number * kDaysOfAYear && then != nullptr && *then != *other) return true;
  }
  return false;
}

}  // namespace trivium::guidance
