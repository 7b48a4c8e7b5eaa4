#include "app/fit_command.hpp"

#include "api/agenda_of.hpp"
#include "api/cases_beside.hpp"
#include "api/contradictions.hpp"
#include "api/exported_answers.hpp"
#include "api/fit_text.hpp"
#include "api/numbers_reading.hpp"
#include "app/contents.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <sstream>

namespace trivium::app {
namespace {

void tell(const Contents& contents, const std::string& language, const std::string& file, const shape::Flaws& flaws) {
  for (const auto& flaw : flaws)
    fmt::print(stderr, "{}{}{}: {}\n", file, flaw.pointer.empty() ? "" : " ", flaw.pointer,
               contents.words.say(language, flaw.key, flaw.args));
}

std::string whole(const std::string& file) {
  std::ifstream stream{file, std::ios::binary};
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

int print_table(const Contents& contents, const std::string& language, const std::string& file,
                const api::ExportedTable& table, const std::vector<stage::YearOf>& years) {
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
  api::FitSources from{.words = contents.words,
                       .framework = framework,
                       .texts = *framework.in(language),
                       .guidance = contents.guidance,
                       .language = language,
                       .answers = std::move(by_task),
                       .links = std::move(links)};
  from.contradictions = api::contradictions(from, contents.thresholds, years);
  auto page = api::fit_of(from);
  api::put_cases_beside(page.findings, api::cases_of(contents.library, contents.words, language), table.city, from);
  fmt::print("{} · {} · {} · {}\n{}{}", table.city, table.cluster, table.round, table.manager,
             api::fit_as_text(contents.words, language, page),
             api::agenda_as_text(contents.words, language, api::agenda_of(from)));
  return 0;
}

}  // namespace

int print_fit(const FitOptions& options) {
  const auto& [file, language, numbers, decimal] = options;
  const auto contents = load_contents();
  if (!contents) return 2;
  if (!contents->words.speaks(language)) {
    fmt::print(stderr, "{}\n", contents->words.say("en", "flaw.unknown_choice", {{"given", language}}));
    return 1;
  }
  std::vector<stage::YearOf> years;
  if (!numbers.empty()) {
    auto read = api::years_in(whole(numbers), shape::named<triangle::DecimalMark>(decimal).value());
    if (!read) return tell(*contents, language, numbers, read.error()), 1;
    years = std::move(*read);
  }
  const auto document = shape::parse(whole(file));
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
    const bool known = table->format_version == 1;
    if (!known || !contents->questions.knows(table->question_set))
      return tell(*contents, language, file, {{known ? "/question_set" : "/format_version", "flaw.newer_export", {}}}),
             1;
    if (const int ended = print_table(*contents, language, file, *table, years); ended != 0) return ended;
  }
  return 0;
}

}  // namespace trivium::app
