// What a table says in one place, offered where it is asked for again: the strategies and services a practice may carry
// out, and the key problems beside "the first", "the second", "the third".
#pragma once

#include "api/picture_of.hpp"
#include "api/question_page.hpp"

namespace trivium::api {

// Whether any of the fields asks for what is said elsewhere.
bool ask_for_own_words(const std::vector<Field>& fields);

void offer_own_words(std::vector<Field>& fields, const AnswersByTask& answers);

}  // namespace trivium::api
