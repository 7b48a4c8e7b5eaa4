// One language's words, held against the structure: nothing missing, nothing left over.
#pragma once

#include "framework/framework.hpp"
#include "framework/strict_yaml.hpp"

namespace trivium::framework {

Texts read_texts(const StrictYaml& yaml, const Framework& framework, std::string language);

}  // namespace trivium::framework
