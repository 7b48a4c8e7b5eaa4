// Names as people type them: "san  sebastian" is San Sebastián.
#pragma once

#include <string>

namespace trivium::api {

// Whatever their capitals, accents and runs of blanks.
bool spelled_alike(const std::string& one, const std::string& other);

}  // namespace trivium::api
