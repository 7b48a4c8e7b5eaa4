// Which route an address belongs to.
#pragma once

#include "server/route.hpp"

namespace trivium::server {

struct Match {
  const Route* route = nullptr;
  std::vector<std::pair<std::string, std::string>> named;  // {assessment} → its text
  bool other_method = false;                               // the address exists, not with this method
};

std::vector<std::string> segments_of(const std::string& path);
Match match(const std::vector<Route>& routes, const std::string& method, const std::string& path);

}  // namespace trivium::server
