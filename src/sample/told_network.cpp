#include "sample/told_network.hpp"

namespace trivium::sample {
namespace {

shape::Date day(const YAML::Node& node, const char* key) { return {node[key].as<std::string>()}; }

// In the middle of the working day: the file says days.
shape::Instant at_noon(const shape::Date& day) { return {day.text + "T12:00:00.000Z"}; }

ToldProgramme programme_of(const YAML::Node& node) {
  ToldProgramme told{.key = text(node, "key"),
                     .title = text(node, "title"),
                     .opened_on = day(node, "opened_on"),
                     .most_managers = node["most_managers"].as<int>(),
                     .steps = {}};
  for (const auto& step : node["steps"]) {
    told.steps.push_back({.programme = {},
                          .step = static_cast<int>(told.steps.size()) + 1,
                          .due = shape::named<programme::Due>(text(step, "due")).value(),
                          .due_on = day(step, "due_on"),
                          .deliverable = shape::named<programme::Deliverable>(text(step, "deliverable")).value(),
                          .title = {},
                          .instructions = {},
                          .revision = 1,
                          .changed_at = at_noon(told.opened_on)});
  }
  return told;
}

}  // namespace

std::string text(const YAML::Node& node, const char* key) {
  return node[key] ? node[key].as<std::string>() : std::string{};
}

ToldPerson told_person(const YAML::Node& node) {
  return {.key = text(node, "key"), .name = text(node, "name"), .email = text(node, "email")};
}

ToldManager told_manager(const YAML::Node& node) {
  ToldManager told{.person = told_person(node), .stands_for = {}};
  for (const auto& key : node["stands_for"]) told.stands_for.push_back(key.as<std::string>());
  return told;
}

ToldInitiative told_initiative(const YAML::Node& node) {
  ToldInitiative told{.key = text(node, "key"),
                      .name = text(node, "name"),
                      .within = text(node, "within"),
                      .since = day(node, "since"),
                      .until = {}};
  if (node["until"]) told.until = day(node, "until");
  return told;
}

ToldNetwork told_network(const YAML::Node& node) {
  ToldNetwork told{.name = text(node, "name"), .people = {}, .programmes = {}};
  for (const auto& person : node["people"])
    told.people.push_back({told_person(person), shape::named<access::Role>(text(person, "role")).value()});
  for (const auto& programme : node["programmes"]) told.programmes.push_back(programme_of(programme));
  return told;
}

ToldRemark told_remark(const YAML::Node& node) {
  return {.by = text(node, "by"), .at = at_noon(day(node, "on")), .text = text(node, "text")};
}

ToldConversation told_conversation(const YAML::Node& node) {
  ToldConversation told{.with = text(node, "with"),
                        .task = text(node, "task"),
                        .resolved = node["resolved"] && node["resolved"].as<bool>(),
                        .remarks = {},
                        .to_all = {}};
  for (const auto& remark : node["remarks"]) told.remarks.push_back(told_remark(remark));
  if (const auto to_all = node["to_all"]) {
    told.to_all = programme::ToldToAll{.conversation = {},
                                       .programme = {},
                                       .question = text(to_all, "question"),
                                       .answer = text(to_all, "answer"),
                                       .told_by = {},
                                       .told_at = told.remarks.back().at,
                                       .revision = 0};
  }
  return told;
}

ToldVisit told_visit(const YAML::Node& node) {
  return {.planned_by = text(node, "planned_by"),
          .plan = {.round = {},
                   .on_day = day(node, "on_day"),
                   .place = text(node, "place"),
                   .timetable = text(node, "timetable"),
                   .revision = 0,
                   .changed_by = {},
                   .changed_at = at_noon(day(node, "planned_on"))}};
}

triangle::Closing told_closing(const YAML::Node& node, const std::string& language) {
  const auto written = at_noon(day(node, "handed_in_on"));
  return {.assessment = {},
          .issues = text(node, "issues"),
          .solutions = text(node, "solutions"),
          .lessons = text(node, "lessons"),
          .language = language,
          .revision = 0,
          .written_at = written,
          .handed_in_at = written};
}

}  // namespace trivium::sample
