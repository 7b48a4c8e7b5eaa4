// The sockets: connections, limits and time limits, and nothing of what is said over them.
#pragma once

#include "server/exchange.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace trivium::server {

struct SocketSettings {
  std::string listen = "127.0.0.1";
  std::uint16_t port = 8080;
  std::size_t threads = 32;  // answering
  std::size_t most_connections = 2'000;
  std::uint64_t most_body = 64U << 20U;  // bytes; most routes want far less
  std::vector<std::string> proxies;      // addresses of web servers in front, which say who asks
};

// Answers until a signal (SIGTERM, SIGINT) asks to stop; what was taken is answered first. Calls `started` once the
// port is open. Throws std::exception where it cannot be opened.
void serve(const SocketSettings& settings, const std::function<Response(const Request&)>& answer,
           const std::function<void()>& started);

}  // namespace trivium::server
