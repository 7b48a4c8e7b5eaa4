#include "framework/texts.hpp"

#include <fmt/format.h>

#include <set>
#include <utility>

namespace trivium::framework {
namespace {

using Names = std::set<std::string>;

template <class Items>
Names ids_of(const Items& items) {
  Names ids;
  for (const auto& item : items) ids.insert(item.id);
  return ids;
}

Names units_of(const Framework& framework) {
  Names units;
  for (const auto& task : framework.tasks) {
    for (const auto& facet : task.facets) {
      if (!facet.unit.empty()) units.insert(facet.unit);
      for (const auto& column : facet.columns) {
        if (!column.unit.empty()) units.insert(column.unit);
      }
    }
  }
  return units;
}

class Words {
 public:
  Words(const StrictYaml& yaml, const Framework& framework) : yaml_(yaml), framework_(framework) {}

  Texts read(std::string language) const {
    Texts texts;
    texts.language = std::move(language);
    const auto document = yaml_.document();
    if (!document) return texts;
    const auto& root = *document;
    yaml_.covers(root, "the file", {"vertices", "tasks", "lists", "units"});
    if (!root.IsMap()) return texts;
    read_vertices(root["vertices"], texts);
    read_tasks(root["tasks"], texts);
    if (const auto lists = root["lists"]; lists.IsDefined()) {
      yaml_.covers(lists, "lists", ids_of(framework_.lists));
      for (const auto& list : framework_.lists) read_labels(lists, list, texts);
    }
    if (const auto units = root["units"]; units.IsDefined()) {
      yaml_.covers(units, "units", units_of(framework_));
      texts.units = labels(units, units_of(framework_));
      tell_one_from_many(texts);
    }
    return texts;
  }

 private:
  // "time a week | times a week": of one, and of any other number.
  static void tell_one_from_many(Texts& texts) {
    constexpr std::string_view kBetween = " | ";
    for (auto& [id, unit] : texts.units) {
      const auto bar = unit.find(kBetween);
      if (bar == std::string::npos) continue;
      texts.units_of_one[id] = unit.substr(0, bar);
      unit.erase(0, bar + kBetween.size());
    }
  }

  void read_vertices(const YAML::Node& node, Texts& texts) const {
    if (!node.IsDefined()) return;
    yaml_.covers(node, "vertices", {"A", "B", "C"});
    for (const char* id : {"A", "B", "C"}) {
      const auto vertex = child(node, id);
      if (!vertex || !yaml_.keys(*vertex, fmt::format("vertex {}", id), {"name", "question", "sum_up"})) continue;
      texts.vertices[id] = {yaml_.text(*vertex, "name"), yaml_.text(*vertex, "question"),
                            yaml_.text(*vertex, "sum_up")};
    }
  }

  void read_tasks(const YAML::Node& node, Texts& texts) const {
    if (!node.IsDefined()) return;
    yaml_.covers(node, "tasks", ids_of(framework_.tasks));
    for (const auto& task : framework_.tasks) {
      if (const auto words = child(node, task.id)) texts.tasks[task.id] = read_task(*words, task);
    }
  }

  TaskText read_task(const YAML::Node& node, const Task& task) const {
    TaskText words;
    if (!yaml_.keys(node, task.id, {"title", "question", "why", "hints", "example", "facets"})) return words;
    words.title = yaml_.text(node, "title");
    words.question = yaml_.text(node, "question");
    words.why = yaml_.text(node, "why");
    words.example = yaml_.text(node, "example");
    words.hints = yaml_.texts(node["hints"], fmt::format("hints of {}", task.id));
    const auto facets = child(node, "facets");
    if (!facets) {
      yaml_.note(node, fmt::format("missing key \"facets\" in {}", task.id));
      return words;
    }
    yaml_.covers(*facets, fmt::format("facets of {}", task.id), ids_of(task.facets));
    for (const auto& facet : task.facets) {
      if (const auto labelled = child(*facets, facet.id)) words.facets[facet.id] = read_facet(*labelled, facet);
    }
    return words;
  }

  FacetText read_facet(const YAML::Node& node, const Facet& facet) const {
    FacetText words;
    if (!yaml_.keys(node, fmt::format("facet \"{}\"", facet.id), {"label", "hint", "columns"})) return words;
    words.label = yaml_.text(node, "label");
    words.hint = yaml_.text_if_any(node, "hint");
    const auto columns = child(node, "columns");
    if (columns && facet.columns.empty()) yaml_.note(*columns, fmt::format("\"{}\" has no columns", facet.id));
    if (!columns && !facet.columns.empty()) {
      yaml_.note(node, fmt::format("missing key \"columns\" in facet \"{}\"", facet.id));
    }
    if (columns && !facet.columns.empty()) {
      yaml_.covers(*columns, fmt::format("columns of \"{}\"", facet.id), ids_of(facet.columns));
      words.columns = labels(*columns, ids_of(facet.columns));
    }
    return words;
  }

  void read_labels(const YAML::Node& lists, const CodeList& list, Texts& texts) const {
    const auto node = child(lists, list.id);
    if (!node) return;
    const Names codes{list.codes.begin(), list.codes.end()};
    yaml_.covers(*node, fmt::format("list \"{}\"", list.id), codes);
    texts.lists[list.id] = labels(*node, codes);
  }

  std::map<std::string, std::string, std::less<>> labels(const YAML::Node& node, const Names& names) const {
    std::map<std::string, std::string, std::less<>> found;
    for (const auto& name : names) {
      if (child(node, name)) found[name] = yaml_.text(node, name.c_str());
    }
    return found;
  }

  static std::optional<YAML::Node> child(const YAML::Node& node, const std::string& key) {
    if (!node.IsMap()) return std::nullopt;
    const auto found = node[key];
    return found.IsDefined() ? std::optional{found} : std::nullopt;
  }

  const StrictYaml& yaml_;
  const Framework& framework_;
};

}  // namespace

Texts read_texts(const StrictYaml& yaml, const Framework& framework, std::string language) {
  return Words{yaml, framework}.read(std::move(language));
}

}  // namespace trivium::framework
