#include "library/library.hpp"

#include "framework/strict_yaml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace trivium::library {
namespace {

using framework::StrictYaml;

const std::vector<std::string>& codes_of(const framework::Framework& framework, std::string_view list) {
  static const std::vector<std::string> kNone;
  const auto* found = framework.list(list);
  return found == nullptr ? kNone : found->codes;
}

// A list that may be empty, but not left out: that nothing is known is said on purpose.
std::set<std::string> some_of(const StrictYaml& yaml, const YAML::Node& node, const char* key, std::string_view what,
                              const std::vector<std::string>& known) {
  std::set<std::string> found;
  if (!node[key].IsDefined()) {
    yaml.note(node, fmt::format("missing key \"{}\"", key));
    return found;
  }
  for (const auto& one : yaml.texts(node[key], key)) {
    if (std::ranges::find(known, one) == known.end())
      yaml.note(node[key], fmt::format("there is no {} \"{}\"", what, one));
    else if (!found.insert(one).second) yaml.note(node[key], fmt::format("\"{}\" stands twice in {}", one, key));
  }
  return found;
}

Case read_case(const StrictYaml& yaml, const YAML::Node& node, const framework::Framework& framework) {
  Case told{};
  if (!yaml.keys(
          node, "a case",
          {"id", "kind", "place", "cluster", "section", "stages", "mechanisms", "tasks", "control", "without_policy"}))
    return told;
  std::vector<std::string> tasks;
  for (const auto& task : framework.tasks) tasks.push_back(task.id);
  told.id = yaml.text(node, "id");
  yaml.id(node, told.id);
  told.kind = yaml.one_of(node, "kind", {"practice", "path", "failure"});
  told.place = yaml.text(node, "place");
  told.cluster = yaml.text(node, "cluster");
  told.section = yaml.section(node);
  told.control = yaml.one_of(node, "control", codes_of(framework, "control"));
  told.traits.stages = some_of(yaml, node, "stages", "stage", codes_of(framework, "stage"));
  told.traits.mechanisms = some_of(yaml, node, "mechanisms", "mechanism", codes_of(framework, "mechanism"));
  told.traits.tasks = some_of(yaml, node, "tasks", "task", tasks);
  told.traits.without_policy = yaml.yes_if_any(node, "without_policy");
  return told;
}

CaseText read_text(const StrictYaml& yaml, const YAML::Node& node, const std::string& id) {
  CaseText text{};
  if (!yaml.keys(node, id, {"title", "situation", "what_was_done", "what_it_took", "what_to_watch", "question"}))
    return text;
  text.title = yaml.text(node, "title");
  text.situation = yaml.text(node, "situation");
  text.what_was_done = yaml.text(node, "what_was_done");
  text.what_it_took = yaml.text_if_any(node, "what_it_took");
  text.what_to_watch = yaml.text_if_any(node, "what_to_watch");
  text.question = yaml.text(node, "question");
  return text;
}

}  // namespace

std::expected<Library, std::vector<framework::Fault>> Library::load(const std::filesystem::path& data_library_dir,
                                                                    const framework::Framework& framework) {
  Library library;
  std::vector<framework::Fault> faults;
  std::set<std::string> ids;
  std::map<std::pair<std::string, std::string>, int> lines;  // where a language tells a case
  const StrictYaml cases{data_library_dir / "cases.yaml", faults};
  if (const auto document = cases.document()) {
    if (!document->IsSequence()) cases.note(*document, "should be a list of cases");
    else {
      for (const auto& node : *document) {
        library.cases_.push_back(read_case(cases, node, framework));
        if (!ids.insert(library.cases_.back().id).second)
          cases.note(node, fmt::format("the case \"{}\" stands twice", library.cases_.back().id));
      }
    }
  }
  for (const auto& [language, unused] : framework.texts) {
    const StrictYaml words{data_library_dir / (language + ".yaml"), faults};
    const auto document = words.document();
    if (!document) continue;
    words.covers(*document, "the cases' words", ids);
    words.each(*document, "the cases' words", [&](const std::string& id, const YAML::Node& node) {
      library.texts_[language][id] = read_text(words, node, id);
      lines[{language, id}] = node.Mark().line;  // of the id, above what it tells
    });
  }
  // A part that is told in one language and left out in the other would be a case of its own for half the readers.
  const auto parts = [](const CaseText& text) {
    return std::pair{text.what_it_took.empty(), text.what_to_watch.empty()};
  };
  for (const auto& [language, texts] : library.texts_) {
    for (const auto& [id, text] : texts) {
      const auto& english = library.texts_["en"];
      if (const auto other = english.find(id); other != english.end() && parts(other->second) != parts(text))
        faults.push_back({data_library_dir / (language + ".yaml"), lines[{language, id}],
                          fmt::format("\"{}\" does not tell the same parts as in en.yaml", id)});
    }
  }
  if (!faults.empty()) return std::unexpected{std::move(faults)};
  return library;
}

const Case* Library::find(std::string_view id) const {
  const auto found = std::ranges::find(cases_, id, &Case::id);
  return found == cases_.end() ? nullptr : &*found;
}

const CaseText& Library::text(std::string_view language, std::string_view id) const {
  auto texts = texts_.find(language);
  if (texts == texts_.end()) texts = texts_.find("en");
  return texts->second.find(id)->second;
}

}  // namespace trivium::library
