#include "guidance/condition.hpp"

#include "guidance/kept.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <ranges>

namespace trivium::guidance {
namespace {

using framework::Kind;
using nlohmann::json;

const framework::Column* slot_of(const Condition& condition, const framework::Task& task) {
  const auto* facet = task.facet(condition.facet);
  if (facet == nullptr || condition.column.empty()) return facet;
  const auto column = std::ranges::find(facet->columns, condition.column, &framework::Column::id);
  return column == facet->columns.end() ? nullptr : &*column;
}

// No code of any list: an entry of one's own, whatever it says.
constexpr const char* kOwn = "own";

bool holds_codes(Kind kind) { return kind == Kind::one || kind == Kind::many || kind == Kind::ranked; }
bool holds_numbers(Kind kind) { return kind == Kind::number || kind == Kind::year; }

void check_codes(const framework::StrictYaml& yaml, const YAML::Node& node, const Condition& condition,
                 const framework::Column& slot) {
  if (!holds_codes(slot.kind)) {
    yaml.note(node, fmt::format("\"{}\" holds no codes", slot.id));
    return;
  }
  for (const auto& code : condition.codes) {
    if (code != kOwn && std::ranges::find(slot.codes, code) == slot.codes.end())
      yaml.note(node, fmt::format("\"{}\" is no code of \"{}\"", code, slot.id));
  }
}

// A condition that nothing can meet would be silent for ever, and look like one that is not met.
std::set<std::string> some_codes(const framework::StrictYaml& yaml, const YAML::Node& node, const std::string& what) {
  std::set<std::string> codes;
  for (const auto& code : yaml.texts(node, what)) codes.insert(code);
  if (node.IsDefined() && node.IsSequence() && node.size() == 0)
    yaml.note(node, fmt::format("{} names no code and would never hold", what));
  return codes;
}

// A threshold beyond what can be filled in is never crossed, or always.
void check_range(const framework::StrictYaml& yaml, const YAML::Node& node, const Condition& condition,
                 const framework::Column& slot) {
  if (!slot.min || !slot.max) return;
  const bool below = condition.kind == Condition::Kind::below;
  const bool never = below ? condition.number <= *slot.min : condition.number >= *slot.max;
  const bool always = below ? condition.number > *slot.max : condition.number < *slot.min;
  if (!never && !always) return;
  yaml.note(node, fmt::format("{} {} would {} hold: \"{}\" goes from {} to {}", below ? "below" : "above",
                              condition.number, never ? "never" : "always", slot.id, *slot.min, *slot.max));
}

bool never_both(const Condition& one, const Condition& other) {
  if (one.kind != Condition::Kind::code || other.kind != one.kind || one.task != other.task ||
      one.facet != other.facet || !one.column.empty() || !other.column.empty())
    return false;
  return std::ranges::none_of(one.codes, [&](const auto& code) { return other.codes.contains(code); });
}

// {all: [{stage is take_off}, {stage is maturity}]}: of one choice there is one code.
void check_all(const framework::StrictYaml& yaml, const YAML::Node& node, const std::vector<Condition>& parts,
               const framework::Framework& framework) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto* task = framework.task(parts[i].task);
    const auto* facet = task == nullptr ? nullptr : task->facet(parts[i].facet);
    if (facet == nullptr || facet->kind != Kind::one) continue;
    for (std::size_t j = i + 1; j < parts.size(); ++j) {
      if (never_both(parts[i], parts[j]))
        yaml.note(node[j],
                  fmt::format("would never hold: \"{}\" of {} is one choice, and another part asks for another",
                              facet->id, task->id));
    }
  }
}

// {above: 3}, {below: 25}
void read_number(const framework::StrictYaml& yaml, const YAML::Node& node, Condition& condition,
                 const framework::Column& slot) {
  const bool below = node["below"].IsDefined();
  condition.kind = below ? Condition::Kind::below : Condition::Kind::above;
  if (!holds_numbers(slot.kind)) return yaml.note(node, fmt::format("\"{}\" is no number", slot.id));
  const auto number = yaml.number_if_any(node, below ? "below" : "above");
  if (!number) return;
  condition.number = *number;
  check_range(yaml, node[below ? "below" : "above"], condition, slot);
}

void read_column(const framework::StrictYaml& yaml, const YAML::Node& node, Condition& one,
                 const framework::Column& slot) {
  if (!node.IsMap()) {
    one.codes = some_codes(yaml, node, one.column);
    check_codes(yaml, node, one, slot);
  } else if (yaml.keys(node, one.column, {"below", "above"}) && node.size() == 1) read_number(yaml, node, one, slot);
  else yaml.note(node, fmt::format("{} should say either below or above", one.column));
}

// same_row: {mechanisms: [matching], cause: [distance, closed_circles], weight: {above: 3}}
std::vector<Condition> columns_of(const framework::StrictYaml& yaml, const YAML::Node& node, const Condition& of,
                                  const framework::Task& task) {
  std::vector<Condition> columns;
  if (!node.IsMap() || node.size() < 2) {
    yaml.note(node, "should name two columns or more, each with a list of codes or a number");
    return columns;
  }
  for (const auto& entry : node) {
    Condition one{.kind = Condition::Kind::code, .task = of.task, .facet = of.facet};
    one.column = entry.first.as<std::string>("");
    const auto* slot = slot_of(one, task);
    if (slot == nullptr)
      yaml.note(entry.first, fmt::format("{} has no \"{}\" in \"{}\"", of.task, one.column, of.facet));
    else read_column(yaml, entry.second, one, *slot);
    columns.push_back(std::move(one));
  }
  return columns;
}

std::vector<Condition> parts_of(const framework::StrictYaml& yaml, const YAML::Node& node,
                                const framework::Framework& framework, const NamedConditions& named) {
  std::vector<Condition> parts;
  if (!node.IsSequence() || node.size() == 0) {
    yaml.note(node, "should be a list of conditions");
    return parts;
  }
  for (const auto& part : node) parts.push_back(read_condition(yaml, part, framework, named));
  return parts;
}

// Everything a facet holds that a condition can look at: the value itself, or the column of each row.
std::vector<json> values_of(const Condition& condition, const Answers& answers) {
  const auto answer = answers.find(condition.task);
  if (answer == answers.end() || !answer->second.facets.contains(condition.facet)) return {};
  const auto& facet = answer->second.facets.at(condition.facet);
  if (condition.column.empty()) return {facet};
  std::vector<json> values;
  for (const auto& row : facet) {
    if (row.contains(condition.column)) values.push_back(row.at(condition.column));
  }
  return values;
}

bool is_one_of(const json& value, const std::set<std::string>& codes) {
  if (value.is_string()) return codes.contains(value.get<std::string>());
  return value.is_object() && value.contains(kOwn) && codes.contains(kOwn);
}

bool has_code(const json& value, const std::set<std::string>& codes) {
  if (!value.is_array()) return is_one_of(value, codes);
  return std::ranges::any_of(value, [&](const json& one) { return is_one_of(one, codes); });
}

bool meets(const Condition& condition, const json& value) {
  using Is = Condition::Kind;
  if (condition.kind == Is::code) return has_code(value, condition.codes);
  if (!value.is_number()) return false;
  const auto number = value.get<double>();
  return condition.kind == Is::below ? number < condition.number : number > condition.number;
}

bool one_row_holds(const Condition& condition, const Answers& answers) {
  const auto answer = answers.find(condition.task);
  if (answer == answers.end() || !answer->second.facets.contains(condition.facet)) return false;
  return std::ranges::any_of(answer->second.facets.at(condition.facet), [&](const json& row) {
    return std::ranges::all_of(condition.parts, [&](const Condition& part) {
      return row.contains(part.column) && meets(part, row.at(part.column));
    });
  });
}

}  // namespace

Condition read_condition(const framework::StrictYaml& yaml, const YAML::Node& node,
                         const framework::Framework& framework, const NamedConditions& named) {
  using Is = Condition::Kind;
  Condition read;
  if (!yaml.keys(node, "a condition",
                 {"all", "any", "not", "task", "facet", "column", "is", "any_of", "below", "above", "filled",
                  "standing", "same_row", "kept", "named"}))
    return read;
  const auto has = [&](const char* key) { return node[key].IsDefined(); };
  if (has("named")) {
    if (node.size() != 1) yaml.note(node, "\"named\" stands alone");
    const auto found = named.find(yaml.text(node, "named"));
    if (found != named.end()) return found->second;
    yaml.note(node["named"], fmt::format("there is no condition of this name; known are {}",
                                         fmt::join(std::views::keys(named), ", ")));
    return read;
  }
  if (has("all") || has("any") || has("not")) {
    if (node.size() != 1) yaml.note(node, "\"all\", \"any\" and \"not\" stand alone");
    read.kind = has("all") ? Is::all : has("any") ? Is::any : Is::negated;
    if (has("not")) read.parts.push_back(read_condition(yaml, node["not"], framework, named));
    else read.parts = parts_of(yaml, node[has("all") ? "all" : "any"], framework, named);
    if (has("all")) check_all(yaml, node["all"], read.parts, framework);
    return read;
  }
  const int questions = has("is") + has("any_of") + has("below") + has("above") + has("filled") + has("standing") +
                        has("same_row") + has("kept");
  if (questions != 1)
    yaml.note(node, "asks for exactly one of is, any_of, below, above, filled, standing, same_row, kept");
  read.task = yaml.text(node, "task");
  read.facet = yaml.text_if_any(node, "facet");
  read.column = yaml.text_if_any(node, "column");
  const auto* task = framework.task(read.task);
  if (task == nullptr) {
    yaml.note(node, fmt::format("there is no task \"{}\"", read.task));
    return read;
  }
  const auto* slot = slot_of(read, *task);
  if (slot == nullptr && !read.facet.empty()) {
    yaml.note(node, read.column.empty()
                        ? fmt::format("{} has no facet \"{}\"", read.task, read.facet)
                        : fmt::format("{} has no \"{}\" in \"{}\"", read.task, read.column, read.facet));
    return read;
  }
  if (!read.column.empty() && read.facet.empty()) yaml.note(node, "\"column\" needs the facet it is in");
  if (has("standing")) {
    if (!read.facet.empty()) yaml.note(node, "\"standing\" is the answer's, it has no facet");
    read.kind = Is::standing;
    read.codes = {yaml.text(node, "standing")};
    const std::set<std::string> known{"answered", "not_known_yet", "does_not_apply", "rather_not_say"};
    if (!known.contains(*read.codes.begin()))
      yaml.note(node, fmt::format("there is no standing \"{}\"", *read.codes.begin()));
    return read;
  }
  if (has("filled")) {
    read.kind = Is::filled;
    read.filled = yaml.yes_if_any(node, "filled");
    return read;
  }
  if (slot == nullptr) {
    yaml.note(node, "needs a facet");
    return read;
  }
  if (has("same_row")) {
    read.kind = Is::same_row;
    if (slot->kind != Kind::rows || !read.column.empty())
      yaml.note(node, fmt::format("\"{}\" has no rows", read.facet));
    else read.parts = columns_of(yaml, node["same_row"], read, *task);
    return read;
  }
  if (has("kept")) {
    read.kind = Is::kept;
    if (!read.column.empty()) yaml.note(node, "\"kept\" names its columns itself");
    read_kept(yaml, node["kept"], framework, *task->facet(read.facet), read);
    return read;
  }
  if (has("below") || has("above")) {
    read_number(yaml, node, read, *slot);
    return read;
  }
  read.kind = Is::code;
  if (has("is")) read.codes = {yaml.text(node, "is")};
  else if (has("any_of")) read.codes = some_codes(yaml, node["any_of"], "any_of");
  check_codes(yaml, node, read, *slot);
  return read;
}

std::set<std::string> tasks_in(const Condition& condition) {
  std::set<std::string> tasks;
  if (!condition.task.empty()) tasks.insert(condition.task);
  for (const auto& part : condition.parts) tasks.merge(tasks_in(part));
  return tasks;
}

bool holds(const Condition& condition, const Answers& answers, const EarlierTables& earlier) {
  using Is = Condition::Kind;
  const auto each = [&](const Condition& part) { return holds(part, answers, earlier); };
  const auto answer = answers.find(condition.task);
  switch (condition.kind) {
    case Is::all: return std::ranges::all_of(condition.parts, each);
    case Is::any: return std::ranges::any_of(condition.parts, each);
    case Is::negated: return std::ranges::none_of(condition.parts, each);
    case Is::standing: return answer != answers.end() && condition.codes.contains(answer->second.standing);
    case Is::filled: {
      const bool filled = condition.facet.empty() ? answer != answers.end() && answer->second.says
                                                  : !values_of(condition, answers).empty();
      return filled == condition.filled;
    }
    case Is::code:
    case Is::below:
    case Is::above:
      return std::ranges::any_of(values_of(condition, answers),
                                 [&](const json& value) { return meets(condition, value); });
    case Is::same_row: return one_row_holds(condition, answers);
    case Is::kept: return kept_while_moved(condition, answers, earlier);
  }
  return false;
}

}  // namespace trivium::guidance
