// Reading what was given as an answer, for saving one and for importing many.
#pragma once

#include "framework/framework.hpp"
#include "shape/json.hpp"

namespace trivium::api {

// The canonical facets, every row with an id that stays; what is wrong is added to flaws under pointer.
shape::Json facets_of(const framework::Task& task, const shape::Json& given, const std::string& pointer,
                      shape::Flaws& flaws);

// A language as BCP 47 writes it: "es", "pt-BR".
void check_language(const std::string& language, const std::string& pointer, shape::Flaws& flaws);

}  // namespace trivium::api
