// What a person is to a cluster, to a city in a network, or to a network.
#pragma once

#include "shape/names.hpp"

namespace trivium::access {

enum class Role { manager, coach, coordinator, lead, observer };
TRIVIUM_NAMES(Role, manager, coach, coordinator, lead, observer)

}  // namespace trivium::access
