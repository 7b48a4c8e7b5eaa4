// Facets as a form gave them, put into the shape of stored ones without judging them, so that a page can show again
// what was typed.
#pragma once

#include "framework/framework.hpp"
#include "shape/json.hpp"

namespace trivium::api {

shape::Json typed_facets(const framework::Task& task, const shape::Json& typed);

}  // namespace trivium::api
