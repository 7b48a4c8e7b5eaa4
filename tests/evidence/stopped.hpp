// A run that is asked to stop after 300 ms ends within a second of it.
#pragma once

#include "measure/work.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

namespace trivium::evidence {

template <class Run>
void stopped_within_a_second(Run run) {
  std::stop_source wanted;
  std::chrono::steady_clock::time_point asked;
  std::jthread stopper{[&] {
    std::this_thread::sleep_for(std::chrono::milliseconds{300});
    asked = std::chrono::steady_clock::now();
    wanted.request_stop();
  }};
  CHECK_THROWS_AS(run(measure::Work{.stop = wanted.get_token()}), measure::Cancelled);
  stopper.join();
  CHECK(std::chrono::steady_clock::now() - asked < std::chrono::seconds{1});
}

}  // namespace trivium::evidence
