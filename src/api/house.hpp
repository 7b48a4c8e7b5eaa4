// What the endpoints around a table share: the records, the questions and the words.
#pragma once

#include "framework/question_sets.hpp"
#include "guidance/guidance.hpp"
#include "store/store.hpp"
#include "words/words.hpp"

namespace trivium::api {

struct House {
  store::Store& store;
  const framework::QuestionSets& questions;
  const words::Words& words;
  const guidance::Guidance& guidance;
};

}  // namespace trivium::api
