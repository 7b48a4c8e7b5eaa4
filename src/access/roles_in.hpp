// What somebody is in the rounds of a cluster. A role for a network reaches the rounds of that network's programmes
// only.
#pragma once

#include "access/sight.hpp"

namespace trivium::access {

// network: of the programme the round is part of.
bool reaches(const RoleHeld& held, const ClusterId& cluster, const std::optional<NetworkId>& network);

// Each once.
std::vector<Role> roles_in(const Asker& asker, const ClusterId& cluster, const std::optional<NetworkId>& network);

}  // namespace trivium::access
