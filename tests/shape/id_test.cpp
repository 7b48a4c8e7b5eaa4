#include "shape/id.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <thread>
#include <vector>

namespace trivium::shape {

TEST_CASE("an id is a UUID of version 7") {
  const std::string id = new_uuid();
  CHECK(is_uuid(id));
  CHECK(id[14] == '7');
  CHECK(std::string{"89ab"}.find(id[19]) != std::string::npos);
}

TEST_CASE("ids made one after the other sort in that order, also within one millisecond") {
  std::string last = new_uuid();
  for (int i = 0; i < 20'000; ++i) {
    auto next = new_uuid();
    REQUIRE(last < next);
    last = std::move(next);
  }
}

TEST_CASE("eight threads never make the same id") {
  std::vector<std::vector<std::string>> made(8);
  {
    std::vector<std::jthread> threads;
    for (auto& ids : made) {
      threads.emplace_back([&ids] {
        for (int i = 0; i < 2'000; ++i) ids.push_back(new_uuid());
      });
    }
  }
  std::set<std::string> all;
  for (const auto& ids : made) all.insert(ids.begin(), ids.end());
  CHECK(all.size() == 16'000);
}

TEST_CASE("only lower-case hexadecimal with dashes in their places is an id") {
  CHECK(is_uuid("01890a5d-ac96-774b-bcce-b302099a8057"));
  CHECK_FALSE(is_uuid(""));
  CHECK_FALSE(is_uuid("01890A5D-AC96-774B-BCCE-B302099A8057"));
  CHECK_FALSE(is_uuid("01890a5dac96774bbcceb302099a8057"));
  CHECK_FALSE(is_uuid("01890a5d-ac96-774b-bcce-b302099a805"));
  CHECK_FALSE(is_uuid("01890a5d-ac96-774b-bcce-b302099a80570"));
  CHECK_FALSE(is_uuid("01890a5d-ac96-774b-bcce-b302099a805g"));
  CHECK_FALSE(is_uuid("01890a5d-ac96-774b-bcce-b302099a805-"));
}

}  // namespace trivium::shape
