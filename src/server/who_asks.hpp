// From which address a request comes, where a web server stands in front of the house.
#pragma once

#include "server/exchange.hpp"

#include <string>
#include <vector>

namespace trivium::server {

// The other end of the line, or, where that is one of these proxies, whom it names last in X-Forwarded-For: what stands
// before was written by whoever asked. Without it everybody behind a proxy would share the tries of one address.
std::string who_asks(const Request& request, const std::vector<std::string>& proxies);

}  // namespace trivium::server
