#include "access/roles_in.hpp"

#include <algorithm>

namespace trivium::access {

bool reaches(const RoleHeld& held, const ClusterId& cluster, const std::optional<NetworkId>& network) {
  return held.cluster == cluster && (!held.network || held.network == network);
}

std::vector<Role> roles_in(const Asker& asker, const ClusterId& cluster, const std::optional<NetworkId>& network) {
  std::vector<Role> roles;
  for (const RoleHeld& held : asker.roles) {
    if (reaches(held, cluster, network) && std::ranges::find(roles, held.role) == roles.end())
      roles.push_back(held.role);
  }
  return roles;
}

}  // namespace trivium::access
