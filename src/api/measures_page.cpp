#include "api/measures_page.hpp"

#include "analysis/catalogue.hpp"
#include "api/measure_words.hpp"

namespace trivium::api {
namespace {

template <class Items, class Name>
std::string listed(const Items& items, Name name) {
  std::string all;
  for (const auto& item : items) all += (all.empty() ? "" : ", ") + std::string{name(item)};
  return all;
}

}  // namespace

Outcome<MeasuresPage> ShowMeasures::operator()(const Nothing& /*nothing*/, const Asking& asking) const {
  MeasuresPage page;
  for (const auto& analysis : analysis::catalogue()) {
    const std::string name{analysis.name};
    page.measures.push_back({.name = name,
                             .title = words.say(asking.language, "measure." + name + ".title"),
                             .question = words.say(asking.language, "measure." + name + ".question")});
  }
  return page;
}

Outcome<MeasurePage> ShowMeasure::operator()(const MeasureAddress& given, const Asking& asking) const {
  const auto* analysis = analysis::analysis(given.measure);
  if (analysis == nullptr) return refuse(Why::not_found);
  const auto say = [&](const std::string& key) { return words.say(asking.language, "measure." + key); };
  const auto about = [&](const std::string& of) {
    return words.say(asking.language, measure_key(words, asking.language, given.measure, of));
  };
  MeasurePage page{.name = given.measure,
                   .title = say(given.measure + ".title"),
                   .question = say(given.measure + ".question"),
                   .inputs = {},
                   .settings = {},
                   .answer = {},
                   .seeded = analysis->chance == analysis::Chance::seeded,
                   .command = "trivium measure " + given.measure};
  for (const auto& input : analysis->inputs) {
    const std::string name{input.name};
    const bool needed = input.needed == analysis::Needed::always;
    page.inputs.push_back(
        {.name = name,
         .about = say("input." + name),
         .columns =
             listed(input.columns, [&](const auto& column) { return column_called(words, asking.language, column); }),
         .needed = needed});
    if (needed) page.command += " --" + name + " " + name + ".csv";
  }
  page.command += " --out answer.csv";
  for (const auto& parameter : analysis->parameters) {
    const std::string name{parameter.name};
    page.settings.push_back({.name = name,
                             .about = sentence(about("setting." + name)),
                             .usual = std::string{parameter.usual},
                             .choices = listed(parameter.choices, [](const auto choice) { return choice; })});
  }
  for (const auto& column : analysis->gives) {
    const std::string name{column.name};
    page.answer.push_back({.name = name, .about = about("gives." + name)});
  }
  return page;
}

}  // namespace trivium::api
