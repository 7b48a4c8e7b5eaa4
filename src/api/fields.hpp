// A task's facets as fields of a form, filled with what is stored, and as words for somebody who only reads.
#pragma once

#include "api/question_page.hpp"
#include "framework/framework.hpp"
#include "triangle/answer.hpp"
#include "words/words.hpp"

namespace trivium::api {

// more_rows: blank rows wanted beyond the usual number.
std::vector<Field> fields_of(const framework::Task& task, const framework::Texts& texts, const shape::Json& facets,
                             int more_rows = 0);

struct InWords {
  const framework::Task& task;
  const framework::Texts& texts;
  const words::Words& words;
  std::string language;  // the reader's

  AnswerInWords operator()(const triangle::Answer& answer) const;
};

}  // namespace trivium::api
