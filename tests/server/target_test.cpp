#include "server/target.hpp"

#include <doctest/doctest.h>

namespace trivium::server {

TEST_CASE("a whole address as target asks for its path, whatever host it names") {
  CHECK(path_of_target("http://strange.example/clusters") == "/clusters");
  CHECK(path_of_target("HTTPS://strange.example:8443/about") == "/about");
  CHECK(path_of_target("http://strange.example") == "/");
  CHECK(path_of_target("http://strange.example//about") == "//about");
}

TEST_CASE("any other target is left as it is") {
  for (const auto* target : {"/", "/clusters", "/http://strange.example/", "*", "httpx://strange.example/", ""})
    CHECK(path_of_target(target) == target);
}

}  // namespace trivium::server
