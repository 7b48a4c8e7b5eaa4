// What a person is to a cluster.
#pragma once

#include "shape/names.hpp"

namespace trivium::access {

enum class Role { manager, coach, coordinator };
TRIVIUM_NAMES(Role, manager, coach, coordinator)

}  // namespace trivium::access
