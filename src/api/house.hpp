// What the endpoints around a table share: the records, the questions and the words.
#pragma once

#include "framework/question_sets.hpp"
#include "store/store.hpp"
#include "words/words.hpp"

namespace trivium::api {

struct House {
  store::Store& store;
  const framework::QuestionSets& questions;
  const words::Words& words;
};

}  // namespace trivium::api
