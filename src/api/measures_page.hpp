// The catalogue of measures, as it is on the command line: what each answers, what it needs and what may be set.
#pragma once

#include "api/asking.hpp"
#include "api/outcome.hpp"
#include "words/words.hpp"

namespace trivium::api {

struct MeasureLine {
  std::string name;
  std::string title;
  std::string question;
};
TRIVIUM_SHAPE(MeasureLine, name, title, question)

struct MeasuresPage {  // GET /measures
  std::vector<MeasureLine> measures;
};
TRIVIUM_SHAPE(MeasuresPage, measures)

struct MeasureInput {
  std::string name;
  std::string about;
  std::string columns;  // between commas; one that need not be there is called so
  bool needed;
};
TRIVIUM_SHAPE(MeasureInput, name, about, columns, needed)

struct MeasureSetting {
  std::string name;
  std::string about;
  std::string usual;    // may be empty: it is not set then
  std::string choices;  // between commas; empty: a number
};
TRIVIUM_SHAPE(MeasureSetting, name, about, usual, choices)

struct MeasureColumn {
  std::string name;
  std::string about;  // what it means, with its unit and range
};
TRIVIUM_SHAPE(MeasureColumn, name, about)

struct MeasurePage {  // GET /measures/{measure}
  std::string name;
  std::string title;
  std::string question;
  std::vector<MeasureInput> inputs;
  std::vector<MeasureSetting> settings;
  std::vector<MeasureColumn> answer;
  bool seeded;  // chance has a part
  std::string command;
};
TRIVIUM_SHAPE(MeasurePage, name, title, question, inputs, settings, answer, seeded, command)

struct ShowMeasures {
  const words::Words& words;
  Outcome<MeasuresPage> operator()(const Nothing& nothing, const Asking& asking) const;
};

struct MeasureAddress {
  std::string measure;
};
TRIVIUM_SHAPE(MeasureAddress, measure)

struct ShowMeasure {
  const words::Words& words;
  Outcome<MeasurePage> operator()(const MeasureAddress& given, const Asking& asking) const;
};

}  // namespace trivium::api
