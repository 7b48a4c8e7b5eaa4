// What a table says of its manager's situation, as library/choice.hpp looks at it.
#pragma once

#include "api/picture_of.hpp"
#include "fit/chains.hpp"
#include "framework/framework.hpp"
#include "library/choice.hpp"

namespace trivium::api {

library::Situation situation_of(const framework::Framework& framework, const AnswersByTask& answers,
                                const TablePicture& table);

// The answers that a break rests on, and those in which what is missing would stand.
std::set<std::string> tasks_behind(const fit::Picture& picture, const fit::Break& found);

}  // namespace trivium::api
