#include "sample/story.hpp"

#include "framework/facets.hpp"
#include "sample/told_network.hpp"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>

namespace trivium::sample {
namespace {

using shape::Json;

Json json_of(const YAML::Node& node) {
  if (node.IsScalar()) return node.Scalar();
  if (node.IsSequence()) {
    Json list = Json::array();
    for (const auto& item : node) list.push_back(json_of(item));
    return list;
  }
  if (node.IsMap()) {
    Json object = Json::object();
    for (const auto& entry : node) object[entry.first.Scalar()] = json_of(entry.second);
    return object;
  }
  return {};
}

// Reading one file: what is wrong is collected, with the place it stands at.
class Reader {
 public:
  Reader(std::filesystem::path file, std::string language, const framework::Framework& framework)
      : file_{std::move(file)}, language_{std::move(language)}, framework_{framework} {}

  SampleCity::Story story() {
    const YAML::Node root = YAML::LoadFile(file_.string());
    SampleCity::Story told{.language = language_,
                           .city = text(root["city"], "name"),
                           .country = text(root["city"], "country"),
                           .zone = text(root["city"], "zone"),
                           .cluster = text(root["cluster"], "name"),
                           .initiatives = {},
                           .managers = {},
                           .network = told_network(root["network"]),
                           .numbers = {},
                           .rounds = {}};
    for (const auto& node : root["initiatives"]) add_initiative(told, node);
    for (const auto& node : root["managers"]) {
      told.managers.push_back(told_manager(node));
      for (const auto& key : told.managers.back().stands_for) check_told(told, key, node);
    }
    if (root["numbers"]) told.numbers = numbers(root["numbers"]);
    for (const auto& node : root["rounds"]) told.rounds.push_back(round(node));
    return told;
  }

  std::vector<std::string> faults;

 private:
  void add_initiative(SampleCity::Story& told, const YAML::Node& node) {
    auto one = told_initiative(node);
    if (!one.within.empty()) check_told(told, one.within, node);
    told.initiatives.push_back(std::move(one));
  }

  void check_told(const SampleCity::Story& told, const std::string& key, const YAML::Node& node) {
    if (std::ranges::find(told.initiatives, key, &ToldInitiative::key) == told.initiatives.end())
      faults.push_back(
          fmt::format("{}:{}: no initiative {} is told before", file_.string(), node.Mark().line + 1, key));
  }

  static ToldNumbers numbers(const YAML::Node& node) {
    return {.given_by = text(node, "given_by"),
            .as_given = {.cluster = {},
                         .source = text(node, "source"),
                         .numbers = text(node, "table"),
                         .decimal = shape::named<triangle::DecimalMark>(text(node, "decimal")).value(),
                         .revision = 0,
                         .written_by = {},
                         .written_at = {text(node, "given_on") + "T09:00:00.000Z"}}};
  }

  ToldRound round(const YAML::Node& node) {
    ToldRound told{.title = text(node, "title"),
                   .opened_on = {text(node, "opened_on")},
                   .send_by = {},
                   .tables = {},
                   .programme = text(node, "programme"),
                   .visit = {},
                   .conversations = {}};
    if (node["send_by"]) told.send_by = shape::Date{text(node, "send_by")};
    if (node["visit"]) told.visit = told_visit(node["visit"]);
    for (const auto& conversation : node["conversations"])
      told.conversations.push_back(told_conversation(conversation));
    for (const auto& assessment : node["assessments"]) {
      ToldTable table{.manager = text(assessment, "manager"),
                      .started_from = shape::named<triangle::Vertex>(text(assessment, "started_from")).value(),
                      .sent_on = {},
                      .answers = {},
                      .translations = {},
                      .notes = {},
                      .closing = {}};
      if (assessment["sent_on"]) table.sent_on = shape::Date{text(assessment, "sent_on")};
      const std::string written = table.sent_on.value_or(told.opened_on).text;
      for (const auto& entry : assessment["answers"])
        table.answers.push_back(answer(entry.first.Scalar(), entry.second, written));
      for (const auto& entry : assessment["translations"])
        table.translations.push_back(translation(entry.first.Scalar(), entry.second, written));
      for (const auto& entry : assessment["coach_notes"])
        table.notes.push_back({entry.first.Scalar(), told_remark(entry.second)});
      if (assessment["closing"]) table.closing = told_closing(assessment["closing"], language_);
      told.tables.push_back(std::move(table));
    }
    return told;
  }

  triangle::Translation translation(const std::string& told_case, const YAML::Node& node,
                                    const std::string& written_on) {
    triangle::Translation told{};
    told.told_case = told_case;
    told.title = text(node, "title");
    told.same = text(node, "same");
    told.different = text(node, "different");
    told.would_have_to_be_true = text(node, "would_have_to_be_true");
    told.language = language_;
    told.written_at = {written_on + "T15:00:00.000Z"};
    if (told.title.empty() || (told.same + told.different + told.would_have_to_be_true).empty())
      faults.push_back(fmt::format("{}:{}: a translation of {} needs a title and a text", file_.string(),
                                   node.Mark().line + 1, told_case));
    return told;
  }

  triangle::Answer answer(const std::string& task_id, const YAML::Node& node, const std::string& written_on) {
    triangle::Answer told{};
    told.task = task_id;
    told.standing = shape::named<triangle::Standing>(text(node, "standing"));
    told.confidence = shape::named<triangle::Confidence>(text(node, "confidence"));
    told.notes = text(node, "notes");
    told.evidence = text(node, "evidence");
    told.facets = Json::object();
    told.language = language_;
    // Of a table that is filled in over weeks, an answer may say its own day.
    told.written_at = {(node["written_on"] ? text(node, "written_on") : written_on) + "T10:00:00.000Z"};
    const auto* task = framework_.task(task_id);
    if (task == nullptr) {
      faults.push_back(fmt::format("{}:{}: there is no task {}", file_.string(), node.Mark().line + 1, task_id));
      return told;
    }
    auto facets = framework::read_facets(*task, node["facets"] ? json_of(node["facets"]) : Json::object());
    if (facets) told.facets = std::move(*facets);
    else
      for (const auto& flaw : facets.error())
        faults.push_back(
            fmt::format("{}:{}: {}{}: {}", file_.string(), node.Mark().line + 1, task_id, flaw.pointer, flaw.key));
    for (auto& facet : told.facets) {
      if (!facet.is_array()) continue;
      for (auto& row : facet) {
        if (row.is_object() && !row.contains("own") && !row.contains("id")) row["id"] = shape::new_uuid();
      }
    }
    return told;
  }

  std::filesystem::path file_;
  std::string language_;
  const framework::Framework& framework_;
};

}  // namespace

std::expected<SampleCity::Story, std::vector<std::string>> read_story(const std::filesystem::path& file,
                                                                      const std::string& language,
                                                                      const framework::Framework& framework) {
  Reader reader{file, language, framework};
  try {
    auto story = reader.story();
    if (!reader.faults.empty()) return std::unexpected{std::move(reader.faults)};
    return story;
  } catch (const std::exception& trouble) {
    return std::unexpected{std::vector{fmt::format("{}: {}", file.string(), trouble.what())}};
  }
}

}  // namespace trivium::sample
