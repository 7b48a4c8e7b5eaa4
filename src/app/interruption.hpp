// Ctrl-C and a polite kill as a wish to stop, which long work looks at.
#pragma once

#include <stop_token>
#include <thread>

namespace trivium::app {

// What a command that was stopped ends with, as shells tell of a Ctrl-C.
inline constexpr int kStopped = 130;

// One at a time, and before the first other thread: threads take over which signals are held back.
class Interruption {
 public:
  Interruption();
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

  std::stop_token wish() const { return asked_.get_token(); }

 private:
  std::stop_source asked_;
  std::jthread waiting_;
};

}  // namespace trivium::app
