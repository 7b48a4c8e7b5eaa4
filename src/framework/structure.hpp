// tasks.yaml: which tasks there are, what each asks for, and the code lists. No words.
#pragma once

#include "framework/framework.hpp"
#include "framework/strict_yaml.hpp"

namespace trivium::framework {

// Whatever is wrong has been noted; the framework is worth using only where nothing was.
Framework read_structure(const StrictYaml& yaml);

}  // namespace trivium::framework
