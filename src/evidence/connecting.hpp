// Connecting to another machine, given up when it is no longer wanted.
//
// Looking up a name, knocking and waiting for the first word happen inside the calls of the library or the driver, as
// long as the other side is silent; few drivers know how to be asked to stop there, and looking up a name cannot be
// asked at all. So the connection is made on a thread of its own, which is left to itself when the wish to stop comes.
// What it makes after that, it also closes. Whoever leaves one behind should end the program without undoing what is
// shared by all threads (std::_Exit): the thread may still be within the driver.
#pragma once

#include "measure/work.hpp"

#include <chrono>
#include <functional>
#include <future>
#include <stop_token>
#include <thread>

namespace trivium::evidence {

// What connect gives or throws; Cancelled soon after the stop. What connect uses has to be its own.
template <class Made>
Made connected(std::function<Made()> connect, const std::stop_token& stop) {
  constexpr std::chrono::milliseconds kBetweenLooks{20};
  if (stop.stop_requested()) throw measure::Cancelled{};
  std::packaged_task<Made()> task{std::move(connect)};
  auto made = task.get_future();
  std::thread connecting{std::move(task)};
  while (made.wait_for(kBetweenLooks) != std::future_status::ready) {
    if (!stop.stop_requested()) continue;
    connecting.detach();
    throw measure::Cancelled{};
  }
  connecting.join();
  return made.get();
}

}  // namespace trivium::evidence
