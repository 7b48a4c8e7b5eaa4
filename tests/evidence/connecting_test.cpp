// A server that takes a connection and then says nothing, which PostgreSQL's library and its ODBC driver both wait for.
#include "evidence/connecting.hpp"
#include "evidence/fault.hpp"
#include "evidence/flows.hpp"
#include "evidence/stopped.hpp"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>

using namespace trivium;
using namespace trivium::evidence;

namespace {

// It hangs up after five seconds, so that a test of who waits for it ends.
class Silent {
 public:
  Silent() : listening_{::socket(AF_INET, SOCK_STREAM, 0)} {
    sockaddr_in here{};
    here.sin_family = AF_INET;
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof here;
    if (::bind(listening_, reinterpret_cast<sockaddr*>(&here), length) != 0 || ::listen(listening_, 4) != 0 ||
        ::getsockname(listening_, reinterpret_cast<sockaddr*>(&here), &length) != 0)
      throw std::runtime_error{"no port to be silent on"};
    port_ = ntohs(here.sin_port);
    hanging_up_ = std::jthread{[this](const std::stop_token& over) {
      for (int waits = 0; waits < 500 && !over.stop_requested(); ++waits)
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
      ::close(listening_);  // and with it what was taken
    }};
  }
  std::uint16_t port() const { return port_; }

 private:
  int listening_;
  std::uint16_t port_ = 0;
  std::jthread hanging_up_;
};

const PanelTable kPanel{.table = {"panel"}};

}  // namespace

TEST_CASE("connecting to a server that stays silent is given up within a second") {
  const Silent server;
  stopped_within_a_second([&](const measure::Work& work) {
    (void)flows_in_postgres(fmt::format("host=127.0.0.1 port={} user=nobody dbname=nothing", server.port()), kPanel, {},
                            work);
  });
}

TEST_CASE("connecting over ODBC to a server that stays silent is given up within a second") {
  const Silent server;
  stopped_within_a_second([&](const measure::Work& work) {
    (void)flows_over_odbc(
        fmt::format("Driver={{PostgreSQL Unicode}};Server=127.0.0.1;Port={};Database=nothing;Uid=nobody",
                    server.port()),
        kPanel, {}, Dialect::postgresql, work);
  });
}

TEST_CASE("what connecting makes or throws is given on, and what was stopped before it began is not begun") {
  std::stop_source wanted;
  CHECK(connected<int>([] { return 7; }, wanted.get_token()) == 7);
  CHECK_THROWS_AS(connected<int>([]() -> int { throw Fault{"nobody there"}; }, wanted.get_token()), Fault);
  wanted.request_stop();
  std::atomic<bool> begun = false;
  CHECK_THROWS_AS(connected<int>(
                      [&] {
                        begun = true;
                        return 7;
                      },
                      wanted.get_token()),
                  measure::Cancelled);
  CHECK_FALSE(begun);
}
