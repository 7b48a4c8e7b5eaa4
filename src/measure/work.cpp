#include "measure/work.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace trivium::measure {

void in_blocks(const Work& work, std::size_t count, const std::function<void(std::size_t)>& block) {
  std::atomic<std::size_t> next{0};
  std::mutex telling;
  std::size_t done = 0;
  std::exception_ptr failed;
  const auto run = [&] {
    try {
      for (std::size_t i = next++; i < count; i = next++) {
        if (work.stop.stop_requested()) throw Cancelled{};
        block(i);
        const std::scoped_lock lock{telling};
        ++done;
        if (work.progress) work.progress(done, count);
      }
    } catch (...) {
      next = count;  // the others need not begin another block
      const std::scoped_lock lock{telling};
      if (!failed) failed = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> others;
    const auto useful = std::min<std::size_t>(work.threads, count);
    for (std::size_t i = 1; i < useful; ++i) others.emplace_back(run);
    run();
  }
  if (failed) std::rethrow_exception(failed);
}

}  // namespace trivium::measure
