// Threads that answer requests. A save waits in one of them until its text is on disk, so there are more of them than
// cores; what waits in the queue is bounded, and beyond that a request is refused at once instead of being kept.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace trivium::server {

class Workers {
 public:
  Workers(std::size_t threads, std::size_t most_waiting);
  ~Workers();  // finishes what was taken
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;
  Workers(Workers&&) = delete;
  Workers& operator=(Workers&&) = delete;

  // False where too much is waiting already.
  bool take(std::function<void()> work);

 private:
  void run();

  std::mutex mutex_;
  std::condition_variable filled_;
  std::deque<std::function<void()>> waiting_;
  std::size_t most_waiting_;
  bool closing_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace trivium::server
