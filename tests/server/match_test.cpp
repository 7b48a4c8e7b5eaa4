// Which route an address belongs to.
#include "server/match.hpp"

#include <doctest/doctest.h>

namespace trivium::server {
namespace {

std::vector<Route> some_routes() {
  std::vector<Route> routes;
  const auto add = [&](const char* method, const char* path) {
    Route route{};
    route.method = method;
    route.path = path;
    route.segments = segments_of(path);
    routes.push_back(std::move(route));
  };
  add("GET", "/");
  add("GET", "/clusters");
  add("POST", "/clusters");
  add("GET", "/clusters/{cluster}");
  add("POST", "/clusters/{cluster}/rounds");
  return routes;
}

std::string found(const std::string& method, const std::string& path) {
  const auto routes = some_routes();
  const auto match = server::match(routes, method, path);
  return match.route == nullptr ? (match.other_method ? "other method" : "nothing")
                                : match.route->method + " " + match.route->path;
}

}  // namespace

TEST_CASE("an address leads to its route, a wrong method is told from a wrong address") {
  CHECK(found("GET", "/") == "GET /");
  CHECK(found("GET", "/clusters") == "GET /clusters");
  CHECK(found("POST", "/clusters") == "POST /clusters");
  CHECK(found("GET", "/clusters/7") == "GET /clusters/{cluster}");
  CHECK(found("POST", "/clusters/7") == "other method");
  CHECK(found("GET", "/clusters/7/rounds") == "other method");
  CHECK(found("GET", "/clusters/") == "nothing");
  CHECK(found("GET", "/clusters//rounds") == "nothing");
  CHECK(found("GET", "/nothing") == "nothing");
  CHECK(found("GET", "") == "nothing");
}

TEST_CASE("what stands in a named segment is decoded, an escaped slash stays inside it") {
  const auto routes = some_routes();
  const auto named = [&](const std::string& path) { return match(routes, "GET", path).named; };
  using Named = std::vector<std::pair<std::string, std::string>>;
  CHECK(named("/clusters/a%20b") == Named{{"cluster", "a b"}});
  CHECK(named("/clusters/a%2Fb") == Named{{"cluster", "a/b"}});
  CHECK(named("/clusters/%C3%B1") == Named{{"cluster", "ñ"}});
  CHECK(named("/clusters/%zz") == Named{{"cluster", ""}});
}

}  // namespace trivium::server
