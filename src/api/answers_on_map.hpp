// The answers as the rules of guidance look at them, with what the map says: a link drawn there counts as if the row
// had named the problem itself, so that no rule asks for what is drawn.
#pragma once

#include "api/picture_of.hpp"

namespace trivium::api {

// Rows of B3, B4 and C8 name the problems they are linked to, a practice also those of the instruments it carries out.
// What the table names stays.
guidance::Answers answers_on_map(const AnswersByTask& answers, const TablePicture& table);

}  // namespace trivium::api
