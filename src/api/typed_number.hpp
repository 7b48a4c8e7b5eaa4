// A whole number as a form gives it.
#pragma once

#include "shape/json.hpp"

#include <optional>

namespace trivium::api {

// None where the member is missing or no whole number. A form that comes back to be put right keeps the revision it was
// typed on: where somebody saved another text since, sending it once more says so instead of writing over it.
std::optional<int> typed_number(const shape::Json& typed, const char* member);

}  // namespace trivium::api
