// Everything the program reads at start, checked: a typing mistake in a question stops it with file, line and reason.
#pragma once

#include "api/house.hpp"
#include "framework/question_sets.hpp"
#include "guidance/guidance.hpp"
#include "library/library.hpp"
#include "programme/template.hpp"
#include "sample/sample_city.hpp"
#include "server/pages.hpp"
#include "stage/thresholds.hpp"

#include <memory>
#include <optional>

namespace trivium::app {

struct Contents {
  framework::QuestionSets questions;
  words::Words words;
  guidance::Guidance guidance;
  library::Library library;
  stage::Thresholds thresholds;
  programme::Template programme;
  sample::SampleCity sample;
};

// Prints what is wrong and gives nothing.
std::unique_ptr<Contents> load_contents();
std::optional<words::Words> load_words();  // alone, the same way

// What the endpoints share; lives no longer than both.
api::House house_of(store::Store& store, const Contents& contents);

}  // namespace trivium::app
