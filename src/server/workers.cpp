#include "server/workers.hpp"

namespace trivium::server {

Workers::Workers(std::size_t threads, std::size_t most_waiting) : most_waiting_{most_waiting} {
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
}

Workers::~Workers() {
  {
    const std::lock_guard lock{mutex_};
    closing_ = true;
  }
  filled_.notify_all();
  for (auto& thread : threads_) thread.join();
}

bool Workers::take(std::function<void()> work) {
  {
    const std::lock_guard lock{mutex_};
    if (closing_ || waiting_.size() >= most_waiting_) return false;
    waiting_.push_back(std::move(work));
  }
  filled_.notify_one();
  return true;
}

void Workers::run() {
  while (true) {
    std::function<void()> work;
    {
      std::unique_lock lock{mutex_};
      filled_.wait(lock, [&] { return closing_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      work = std::move(waiting_.front());
      waiting_.pop_front();
    }
    work();
  }
}

}  // namespace trivium::server
