// What the endpoints around a table share: the records, the questions, the words and other content.
#pragma once

#include "framework/question_sets.hpp"
#include "guidance/guidance.hpp"
#include "library/library.hpp"
#include "programme/template.hpp"
#include "stage/thresholds.hpp"
#include "store/store.hpp"
#include "words/words.hpp"

namespace trivium::api {

struct House {
  store::Store& store;
  const framework::QuestionSets& questions;
  const words::Words& words;
  const guidance::Guidance& guidance;
  const library::Library& library;
  const stage::Thresholds& thresholds;
  const programme::Template& programme;
};

}  // namespace trivium::api
