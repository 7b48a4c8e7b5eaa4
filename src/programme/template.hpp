// The programme a network starts from: content in data/programme/template.yaml, read strictly.
//
// Source: reference framework, section 5. It names days without a year, and at most four managers of a city.
#pragma once

#include "framework/framework.hpp"
#include "programme/step.hpp"

#include <array>
#include <expected>
#include <filesystem>
#include <vector>

namespace trivium::programme {

struct StepTemplate {
  int month = 1;
  int day = 1;
  Due due = Due::by;
  Deliverable deliverable = Deliverable::none;
};

struct Template {
  std::string section;    // of the reference framework
  int most_managers = 0;  // of one city
  std::array<StepTemplate, kSteps> steps;
};

// A step that is due earlier in the year than the one before it, a day no month has, an unknown key: each is named with
// file and line.
std::expected<Template, std::vector<framework::Fault>> load_template(const std::filesystem::path& file);

// The day in a year; the last of February stands for a 29th that a year does not have.
shape::Date day_in(int year, const StepTemplate& step);

}  // namespace trivium::programme
