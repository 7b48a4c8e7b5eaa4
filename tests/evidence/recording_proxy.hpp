// Stands between a program and a server on this machine, and keeps every byte that the server sends.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <thread>

namespace trivium::evidence {

class RecordingProxy {
 public:
  explicit RecordingProxy(std::uint16_t server) : server_{server}, listening_{::socket(AF_INET, SOCK_STREAM, 0)} {
    auto here = address(0);
    socklen_t length = sizeof here;
    if (::bind(listening_, reinterpret_cast<sockaddr*>(&here), length) != 0 || ::listen(listening_, 4) != 0 ||
        ::getsockname(listening_, reinterpret_cast<sockaddr*>(&here), &length) != 0)
      throw std::runtime_error{"no port for the proxy"};
    port_ = ntohs(here.sin_port);
    serving_ = std::jthread{[this](const std::stop_token& stop) { serve(stop); }};
  }
  RecordingProxy(const RecordingProxy&) = delete;
  RecordingProxy& operator=(const RecordingProxy&) = delete;
  ~RecordingProxy() {
    end();
    ::close(listening_);
  }

  std::uint16_t port() const { return port_; }
  // No more connections; what was sent until then.
  const std::string& end() {
    serving_.request_stop();
    if (serving_.joinable()) serving_.join();
    return sent_;
  }

 private:
  static sockaddr_in address(std::uint16_t port) {
    sockaddr_in made{};
    made.sin_family = AF_INET;
    made.sin_port = htons(port);
    made.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return made;
  }
  static bool ready(int socket) {
    pollfd one{.fd = socket, .events = POLLIN, .revents = 0};
    return ::poll(&one, 1, 5) > 0;
  }
  // One connection after the other.
  void serve(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      if (!ready(listening_)) continue;
      const int client = ::accept(listening_, nullptr, nullptr);
      const int server = ::socket(AF_INET, SOCK_STREAM, 0);
      const auto there = address(server_);
      if (::connect(server, reinterpret_cast<const sockaddr*>(&there), sizeof there) == 0) {
        while (!stop.stop_requested() && pass(client, server, nullptr) && pass(server, client, &sent_)) {
        }
      }
      ::close(client);
      ::close(server);
    }
  }
  static bool pass(int from, int to, std::string* keep) {
    std::array<char, 65'536> bytes{};
    if (!ready(from)) return true;
    const auto got = ::recv(from, bytes.data(), bytes.size(), 0);
    if (got <= 0) return false;
    if (keep != nullptr) keep->append(bytes.data(), static_cast<std::size_t>(got));
    return ::send(to, bytes.data(), static_cast<std::size_t>(got), MSG_NOSIGNAL) == got;
  }

  std::uint16_t server_;
  int listening_;
  std::uint16_t port_ = 0;
  std::string sent_;
  std::jthread serving_;
};

}  // namespace trivium::evidence
