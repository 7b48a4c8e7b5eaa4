// What a table says of its manager's situation, as library/choice.hpp looks at it.
#pragma once

#include "api/picture_of.hpp"
#include "framework/framework.hpp"
#include "library/choice.hpp"

namespace trivium::api {

library::Situation situation_of(const framework::Framework& framework, const AnswersByTask& answers,
                                const TablePicture& table);

}  // namespace trivium::api
