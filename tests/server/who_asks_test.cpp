// Who is believed about where a request comes from.
#include "server/who_asks.hpp"

#include <doctest/doctest.h>

namespace trivium::server {
namespace {

std::string asks(const std::string& from, const std::string& forwarded, const std::vector<std::string>& proxies) {
  Request request;
  request.address = from;
  if (!forwarded.empty()) request.headers["x-forwarded-for"] = forwarded;
  return who_asks(request, proxies);
}

}  // namespace

TEST_CASE("only a proxy that is named is believed, and of what it says only the last, which it added itself") {
  const std::vector<std::string> ours{"127.0.0.1", "10.0.0.2"};
  CHECK(asks("203.0.113.9", "198.51.100.1", ours) == "203.0.113.9");
  CHECK(asks("127.0.0.1", "198.51.100.1", {}) == "127.0.0.1");
  CHECK(asks("127.0.0.1", "198.51.100.1", ours) == "198.51.100.1");
  CHECK(asks("10.0.0.2", "1.2.3.4, 198.51.100.1 ", ours) == "198.51.100.1");
  CHECK(asks("127.0.0.1", "2001:db8::7", ours) == "2001:db8::7");
  for (const char* nothing : {"", " ", "198.51.100.1,", "198.51.100.1, "})
    CHECK(asks("127.0.0.1", nothing, ours) == "127.0.0.1");
  CHECK(asks("127.0.0.1", std::string(46, '1'), ours) == "127.0.0.1");
}

}  // namespace trivium::server
