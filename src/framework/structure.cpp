#include "framework/structure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <map>
#include <set>

namespace trivium::framework {
namespace {

constexpr std::array kKinds{Kind::one,  Kind::many, Kind::ranked, Kind::number,
                            Kind::year, Kind::text, Kind::lines,  Kind::rows};

// Words that have a meaning of their own where an answer comes from a form (facets.hpp).
constexpr std::array<std::string_view, 3> kTakenCodes{"own", "own_rank", "code"};
constexpr std::string_view kTakenColumn = "id";  // a row's own

struct VertexSize {
  std::string_view id;
  int questions;
};
constexpr std::array kVertices{VertexSize{"A", 8}, VertexSize{"B", 9}, VertexSize{"C", 12}};

bool chosen_from_list(Kind kind) { return kind == Kind::one || kind == Kind::many || kind == Kind::ranked; }

class Structure {
 public:
  explicit Structure(const StrictYaml& yaml) : yaml_(yaml) {}

  Framework read() {
    const auto document = yaml_.document();
    if (!document) return std::move(framework_);
    const auto& root = *document;
    if (!yaml_.keys(root, "tasks.yaml", {"version", "lists", "tasks"})) return std::move(framework_);
    framework_.version = yaml_.whole_if_any(root, "version").value_or(0);
    if (framework_.version == 0) yaml_.note(root, "\"version\" should be a whole number from 1");
    yaml_.each(root["lists"], "lists", [&](const std::string& id, const YAML::Node& codes) { read_list(id, codes); });
    read_tasks(root["tasks"]);
    return std::move(framework_);
  }

 private:
  void read_list(const std::string& id, const YAML::Node& node) {
    yaml_.id(node, id);
    CodeList list{id, {}};
    for (auto& code : yaml_.texts(node, fmt::format("list \"{}\"", id))) {
      yaml_.id(node, code);
      if (std::ranges::find(kTakenCodes, code) != kTakenCodes.end()) {
        yaml_.note(node, fmt::format("\"{}\" cannot be a code, it has a meaning of its own in forms", code));
      } else if (std::ranges::find(list.codes, code) != list.codes.end()) {
        yaml_.note(node, fmt::format("code \"{}\" stands twice in list \"{}\"", code, id));
      } else {
        list.codes.push_back(std::move(code));
      }
    }
    if (list.codes.empty()) yaml_.note(node, fmt::format("list \"{}\" is empty", id));
    framework_.lists.push_back(std::move(list));
  }

  void read_tasks(const YAML::Node& node) {
    if (!node.IsDefined() || !node.IsSequence()) {
      yaml_.note(node, "tasks should be a list");
      return;
    }
    std::set<std::string> seen;
    std::map<std::string, int, std::less<>> numbers;
    for (const auto& one : node) {
      auto task = read_task(one);
      if (!seen.insert(task.id).second) yaml_.note(one, fmt::format("task \"{}\" is there twice", task.id));
      task.number = ++numbers[task.vertex];
      framework_.tasks.push_back(std::move(task));
    }
    count(node);
  }

  Task read_task(const YAML::Node& node) {
    Task task;
    if (!yaml_.keys(node, "a task", {"id", "vertex", "sum_up", "section", "facets"})) return task;
    task.id = yaml_.text(node, "id");
    task.vertex = yaml_.text(node, "vertex");
    task.sum_up = yaml_.yes_if_any(node, "sum_up");
    task.section = yaml_.section(node);
    check_name(node, task);
    std::set<std::string> seen;
    if (!node["facets"].IsDefined() || !node["facets"].IsSequence()) {
      yaml_.note(node, fmt::format("task \"{}\" needs a list of facets", task.id));
      return task;
    }
    for (const auto& one : node["facets"]) {
      auto facet = read_facet(one);
      if (!seen.insert(facet.id).second) {
        yaml_.note(one, fmt::format("facet \"{}\" is there twice in task \"{}\"", facet.id, task.id));
      }
      task.facets.push_back(std::move(facet));
    }
    return task;
  }

  void check_name(const YAML::Node& node, const Task& task) const {
    if (std::ranges::find(kVertices, task.vertex, &VertexSize::id) == kVertices.end()) {
      yaml_.note(node, fmt::format("unknown vertex \"{}\"; known are A, B, C", task.vertex));
      return;
    }
    const auto rest = std::string_view{task.id}.substr(std::min(task.id.size(), task.vertex.size()));
    const bool numbered = !rest.empty() && rest.find_first_not_of("0123456789") == std::string_view::npos;
    const bool fits = task.id.starts_with(task.vertex) && (task.sum_up ? rest == "_sum" : numbered);
    if (!fits) {
      yaml_.note(node, fmt::format("\"{}\" is no id for this task: {}1, {}2 … for a question, {}_sum for the sum-up",
                                   task.id, task.vertex, task.vertex, task.vertex));
    }
  }

  Facet read_facet(const YAML::Node& node) {
    Facet facet;
    if (!yaml_.keys(node, "a facet",
                    {"id", "kind", "list", "unit", "min", "max", "step", "long", "suggested", "columns"})) {
      return facet;
    }
    static_cast<Column&>(facet) = read_column(node);
    const bool rows = facet.kind == Kind::rows;
    if (!rows && (node["columns"].IsDefined() || node["suggested"].IsDefined())) {
      yaml_.note(node, fmt::format("\"{}\": only rows have columns and suggested rows", facet.id));
    }
    if (rows) read_rows(node, facet);
    return facet;
  }

  void read_rows(const YAML::Node& node, Facet& facet) {
    facet.max_rows = static_cast<std::size_t>(yaml_.whole_if_any(node, "max").value_or(0));
    facet.suggested_rows = static_cast<std::size_t>(yaml_.whole_if_any(node, "suggested").value_or(1));
    if (facet.max_rows == 0) yaml_.note(node, fmt::format("\"{}\" needs max, the most rows it may have", facet.id));
    if (facet.suggested_rows > facet.max_rows) {
      yaml_.note(node, fmt::format("\"{}\" suggests more rows than it may have", facet.id));
    }
    if (!node["columns"].IsDefined() || !node["columns"].IsSequence() || node["columns"].size() == 0) {
      yaml_.note(node, fmt::format("\"{}\" needs a list of columns", facet.id));
      return;
    }
    std::set<std::string> seen;
    for (const auto& one : node["columns"]) {
      if (!yaml_.keys(one, "a column", {"id", "kind", "list", "unit", "min", "max", "step", "long"})) continue;
      auto column = read_column(one);
      if (column.id == kTakenColumn) yaml_.note(one, "a column cannot be called \"id\", each row has one of its own");
      if (column.kind == Kind::rows || column.kind == Kind::lines || column.kind == Kind::ranked) {
        yaml_.note(one, fmt::format("column \"{}\" cannot be of kind {}", column.id, name_of(column.kind)));
      }
      if (!seen.insert(column.id).second) {
        yaml_.note(one, fmt::format("column \"{}\" is there twice in \"{}\"", column.id, facet.id));
      }
      facet.columns.push_back(std::move(column));
    }
  }

  Column read_column(const YAML::Node& node) {
    Column column;
    column.id = yaml_.text(node, "id");
    if (!column.id.empty()) yaml_.id(node, column.id);
    const auto kind = yaml_.text(node, "kind");
    const auto known = std::ranges::find(kKinds, kind, name_of);
    if (known == kKinds.end()) {
      yaml_.note(node, fmt::format("unknown kind \"{}\" of \"{}\"", kind, column.id));
      return column;
    }
    column.kind = *known;
    read_list_of(node, column);
    read_bounds(node, column);
    column.long_text = yaml_.yes_if_any(node, "long");
    if (column.long_text && column.kind != Kind::text) {
      yaml_.note(node, fmt::format("\"{}\": only a text can be long", column.id));
    }
    return column;
  }

  void read_list_of(const YAML::Node& node, Column& column) {
    column.list = yaml_.text_if_any(node, "list");
    if (column.list.empty()) {
      if (chosen_from_list(column.kind)) yaml_.note(node, fmt::format("\"{}\" needs a list", column.id));
      return;
    }
    if (!chosen_from_list(column.kind)) {
      yaml_.note(node, fmt::format("\"{}\" is of kind {} and takes no list", column.id, name_of(column.kind)));
    }
    if (const auto* list = framework_.list(column.list)) column.codes = list->codes;
    else yaml_.note(node, fmt::format("\"{}\": there is no list \"{}\"", column.id, column.list));
  }

  void read_bounds(const YAML::Node& node, Column& column) const {
    column.unit = yaml_.text_if_any(node, "unit");
    column.min = yaml_.number_if_any(node, "min");
    if (column.kind != Kind::rows) column.max = yaml_.number_if_any(node, "max");
    column.step = yaml_.number_if_any(node, "step");
    const bool bounded = column.min || column.max || column.step || !column.unit.empty();
    if (bounded && column.kind != Kind::number && column.kind != Kind::year) {
      yaml_.note(node, fmt::format("\"{}\": only a number or a year has min, max, step or unit", column.id));
    }
    if (column.min && column.max && *column.min > *column.max) {
      yaml_.note(node, fmt::format("\"{}\": min is above max", column.id));
    }
    if (column.step && *column.step <= 0) yaml_.note(node, fmt::format("\"{}\": step should be above 0", column.id));
  }

  void count(const YAML::Node& node) const {
    std::size_t in_order = 0;
    for (const auto& [vertex, questions] : kVertices) {
      const auto of_vertex = [&](const Task& task) { return task.vertex == vertex; };
      const auto sum_up_of = [&](const Task& task) { return of_vertex(task) && task.sum_up; };
      const auto all = std::ranges::count_if(framework_.tasks, of_vertex);
      const auto sum_ups = std::ranges::count_if(framework_.tasks, sum_up_of);
      if (sum_ups != 1 || all - sum_ups != questions) {
        yaml_.note(node, fmt::format("vertex {} has {} questions and {} sum-ups; it should have {} and 1", vertex,
                                     all - sum_ups, sum_ups, questions));
        return;
      }
      for (int number = 1; number <= questions + 1 && in_order < framework_.tasks.size(); ++number) {
        const auto& task = framework_.tasks[in_order++];
        if (task.vertex != vertex || task.sum_up != (number > questions)) {
          yaml_.note(node, fmt::format("\"{}\" stands out of order: A, B, C, the sum-up last in each", task.id));
          return;
        }
      }
    }
  }

  const StrictYaml& yaml_;
  Framework framework_;
};

}  // namespace

Framework read_structure(const StrictYaml& yaml) { return Structure{yaml}.read(); }

}  // namespace trivium::framework
