#include "app/fit_command.hpp"

#include "api/agenda_of.hpp"
#include "api/exported_answers.hpp"
#include "app/contents.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <sstream>

namespace trivium::app {
namespace {

struct Printed {
  const words::Words& words;
  const std::string& language;

  std::string say(const std::string& key, const words::Args& args = {}) const { return words.say(language, key, args); }

  static void heading(const std::string& text) { fmt::print("\n{}\n\n", text); }

  static std::string titles(const std::vector<api::FitRecord>& records) {
    std::string all;
    for (const auto& record : records)
      all += fmt::format("{}{} {}", all.empty() ? "" : "; ", record.task, record.title);
    return all;
  }

  void chains(const api::FitPage& page) const {
    heading(say("fit.demands"));
    if (page.chains.empty()) fmt::print("{}\n", say("fit.no_demands"));
    for (const auto& chain : page.chains) {
      fmt::print("{}. {}\n   {}{}\n", chain.number, chain.text,
                 say("fit.standing." + std::string{shape::name_of(chain.standing)}),
                 chain.partly ? " (" + say("fit.partly") + ")" : "");
      fmt::print("   B {}\n", chain.instrument ? say("fit.by_instrument", {{"instrument", *chain.instrument}})
                                               : say("fit.no_instrument"));
      fmt::print("   C {}\n",
                 chain.practice ? say("fit.by_practice", {{"practice", *chain.practice}}) : say("fit.no_practice"));
    }
  }

  void links(const api::FitPage& page) const {
    heading(say("fit.links"));
    if (page.lines.empty()) fmt::print("{}\n", say("fit.no_links"));
    for (const auto& line : page.lines) {
      fmt::print("- {}{}\n",
                 say("fit.link." + std::string{shape::name_of(line.kind)}, {{"from", line.from}, {"to", line.to}}),
                 line.strength == triangle::LinkStrength::partly ? " (" + say("fit.partly") + ")" : "");
    }
  }

  void rest(const api::FitPage& page) const {
    heading(say("fit.sides"));
    for (const auto& side : page.sides)
      fmt::print("{}: {}{}\n", side.name, side.sentence, side.agreement.empty() ? "" : " " + side.agreement);
    heading(say("middle.heading"));
    for (const auto& capacity : page.middle) {
      fmt::print("{}:", capacity.name);
      for (const auto& sentence : capacity.sentences) fmt::print(" {}", sentence);
      fmt::print("\n");
    }
    heading(say("fit.lean"));
    for (const auto& point : page.points) fmt::print("{}  {}\n", point.mark, point.sentence);
    for (const auto& distance : page.distances) fmt::print("   {}\n", distance.sentence);
    if (!page.helpful.empty()) heading(say("fit.helpful"));
    for (const auto& help : page.helpful)
      fmt::print("- {} ({})\n", help.question, say("control." + std::string{shape::name_of(help.control)}));
  }

  void item(const api::AgendaItem& item) const {
    fmt::print("- {}\n  {}\n", item.title, item.finding);
    if (!item.reason.empty()) fmt::print("  {}\n", item.reason);
    fmt::print("  {}\n", item.question);
    if (!item.step.empty()) fmt::print("  {}\n", item.step);
    fmt::print("  ({}{}{})\n", say("control." + std::string{shape::name_of(item.control)}),
               item.records.empty() ? "" : ": ", titles(item.records));
  }

  void agenda(const api::AgendaPage& page) const {
    heading(say("title.agenda"));
    if (page.first.empty()) fmt::print("{}\n", say("agenda.nothing"));
    for (const auto& one : page.first) item(one);
    for (const auto& group : page.groups) {
      for (const auto& one : group.items) {
        if (!one.to_begin_with) item(one);
      }
    }
  }
};

void tell(const Contents& contents, const std::string& language, const std::string& file, const shape::Flaws& flaws) {
  for (const auto& flaw : flaws)
    fmt::print(stderr, "{}{}{}: {}\n", file, flaw.pointer.empty() ? "" : " ", flaw.pointer,
               contents.words.say(language, flaw.key, flaw.args));
}

int print_table(const Contents& contents, const std::string& language, const std::string& file,
                const api::ExportedTable& table) {
  const auto& framework = contents.questions.version(table.question_set);
  auto answers = api::answers_in(table, framework, "");
  if (!answers) return tell(contents, language, file, answers.error()), 1;
  api::AnswersByTask by_task;
  for (auto& answer : *answers) by_task[answer.task] = std::move(answer);
  std::vector<triangle::DrawnLink> links;
  for (const auto& link : table.links.value_or(std::vector<api::ExportedLink>{})) {
    triangle::DrawnLink drawn{};
    drawn.kind = link.kind;
    drawn.from_row = link.from_row;
    drawn.to_row = link.to_row;
    drawn.strength = link.strength;
    links.push_back(std::move(drawn));
  }
  const api::FitSources from{.words = contents.words,
                             .framework = framework,
                             .texts = *framework.in(language),
                             .guidance = contents.guidance,
                             .language = language,
                             .answers = std::move(by_task),
                             .links = std::move(links)};
  const Printed out{contents.words, language};
  fmt::print("{} · {} · {} · {}\n", table.city, table.cluster, table.round, table.manager);
  const auto page = api::fit_of(from);
  out.chains(page);
  out.links(page);
  out.rest(page);
  out.agenda(api::agenda_of(from));
  return 0;
}

}  // namespace

int print_fit(const std::string& file, const std::string& language) {
  const auto contents = load_contents();
  if (!contents) return 2;
  if (!contents->words.speaks(language)) {
    fmt::print(stderr, "{}\n", contents->words.say("en", "flaw.unknown_choice", {{"given", language}}));
    return 1;
  }
  std::ifstream stream{file, std::ios::binary};
  std::ostringstream text;
  text << stream.rdbuf();
  const auto document = shape::parse(text.str());
  if (!document) return tell(*contents, language, file, document.error()), 1;
  std::vector<shape::Json> tables{*document};
  if (document->is_object() && document->value("format", shape::Json{}) == "trivium.tables" &&
      document->value("tables", shape::Json{}).is_array())
    tables = (*document)["tables"].get<std::vector<shape::Json>>();
  for (const auto& one : tables) {
    if (!one.is_object() || one.value("format", shape::Json{}) != "trivium.table")
      return tell(*contents, language, file, {{"", "flaw.not_an_export", {}}}), 1;
    const auto table = shape::read<api::ExportedTable>(one);
    if (!table) return tell(*contents, language, file, table.error()), 1;
    if (table->format_version != 1 || !contents->questions.knows(table->question_set))
      return tell(*contents, language, file, {{"/format_version", "flaw.newer_export", {}}}), 1;
    if (const int ended = print_table(*contents, language, file, *table); ended != 0) return ended;
  }
  return 0;
}

}  // namespace trivium::app
