#include "measure/work.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>
#include <vector>

using namespace trivium::measure;

TEST_CASE("every block is done once, whatever the threads") {
  for (const unsigned threads : {1U, 2U, 7U}) {
    std::vector<int> times(1'000, 0);
    std::size_t last = 0;
    Work work{.threads = threads};
    work.progress = [&](std::size_t done, std::size_t of) {
      CHECK(done == last + 1);
      CHECK(of == times.size());
      last = done;
    };
    in_blocks(work, times.size(), [&](std::size_t i) { ++times[i]; });
    CHECK(times == std::vector<int>(1'000, 1));
    CHECK(last == times.size());
  }
}

TEST_CASE("work that is stopped ends within a second, and says so") {
  std::stop_source wanted;
  const auto began = std::chrono::steady_clock::now();
  const std::jthread stopper{[&] {
    std::this_thread::sleep_for(std::chrono::milliseconds{50});
    wanted.request_stop();
  }};
  CHECK_THROWS_AS(in_blocks({.threads = 2, .stop = wanted.get_token()}, 1'000'000,
                            [](std::size_t) { std::this_thread::sleep_for(std::chrono::milliseconds{1}); }),
                  Cancelled);
  CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds{1});
}

TEST_CASE("what a block throws comes out, and no block begins after it on that thread") {
  CHECK_THROWS_WITH(in_blocks({}, 10,
                              [](std::size_t i) {
                                if (i == 3) throw std::runtime_error{"three"};
                                CHECK(i < 3);
                              }),
                    "three");
}

TEST_CASE("no block at all is done at once") {
  in_blocks({.threads = 4}, 0, [](std::size_t) { FAIL("there is none"); });
}
