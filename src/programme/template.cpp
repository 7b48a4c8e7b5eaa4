#include "programme/template.hpp"

#include "framework/strict_yaml.hpp"
#include "shape/names.hpp"

#include <fmt/format.h>

namespace trivium::programme {
namespace {

using framework::StrictYaml;
namespace chr = std::chrono;

bool is_a_day(int month, int day) {
  constexpr chr::year kLeap{2024};
  return month > 0 && day > 0 &&
         chr::year_month_day{kLeap, chr::month{static_cast<unsigned>(month)}, chr::day{static_cast<unsigned>(day)}}
             .ok();
}

template <class Named>
void read_name(const StrictYaml& yaml, const YAML::Node& node, const char* key, Named& into) {
  const auto given = yaml.text(node, key);
  if (given.empty()) return;
  const auto known = shape::named<Named>(given);
  if (known) into = *known;
  else yaml.note(node[key], fmt::format("\"{}\" is no \"{}\"", given, key));
}

StepTemplate read_step(const StrictYaml& yaml, const YAML::Node& node) {
  StepTemplate step;
  if (!yaml.keys(node, "a step", {"month", "day", "due", "deliverable"})) return step;
  step.month = yaml.whole_if_any(node, "month").value_or(0);
  step.day = yaml.whole_if_any(node, "day").value_or(0);
  if (!is_a_day(step.month, step.day)) yaml.note(node, "\"month\" and \"day\" name no day of a year");
  read_name(yaml, node, "due", step.due);
  read_name(yaml, node, "deliverable", step.deliverable);
  return step;
}

}  // namespace

std::expected<Template, std::vector<framework::Fault>> load_template(const std::filesystem::path& file) {
  std::vector<framework::Fault> faults;
  const StrictYaml yaml{file, faults};
  Template read;
  const auto document = yaml.document();
  if (!document || !yaml.keys(*document, "the programme", {"section", "most_managers", "steps"}))
    return std::unexpected{std::move(faults)};
  read.section = yaml.text(*document, "section");
  read.most_managers = yaml.whole_if_any(*document, "most_managers").value_or(0);
  if (read.most_managers < 1) yaml.note((*document)["most_managers"], "\"most_managers\" has to be 1 at least");
  const auto steps = (*document)["steps"];
  if (!steps.IsDefined() || !steps.IsSequence() || steps.size() != kSteps) {
    yaml.note(*document, fmt::format("there have to be {} steps", kSteps));
    return std::unexpected{std::move(faults)};
  }
  for (std::size_t at = 0; at < kSteps; ++at) {
    auto& step = read.steps[at];
    step = read_step(yaml, steps[at]);
    if (at == 0) continue;
    const auto& before = read.steps[at - 1];
    if (std::pair{step.month, step.day} < std::pair{before.month, before.day})
      yaml.note(steps[at], "a step is due earlier than the one before it");
  }
  if (!faults.empty()) return std::unexpected{std::move(faults)};
  return read;
}

shape::Date day_in(int year, const StepTemplate& step) {
  const chr::year_month month{chr::year{year}, chr::month{static_cast<unsigned>(step.month)}};
  const chr::year_month_day wanted{month / chr::day{static_cast<unsigned>(step.day)}};
  const chr::year_month_day day = wanted.ok() ? wanted : chr::year_month_day{month / chr::last};
  return shape::date_of(shape::instant(chr::sys_days{day}));
}

}  // namespace trivium::programme
