// How long to wait before trying again: 10 seconds, then twice as long each time, an hour at most.
#pragma once

#include <algorithm>
#include <chrono>

namespace trivium::mail {

class Gaps {
 public:
  std::chrono::seconds next() {
    const auto gap = next_;
    next_ = std::min<std::chrono::seconds>(2 * next_, kLongest);
    return gap;
  }
  void start_anew() { next_ = kFirst; }

 private:
  static constexpr std::chrono::seconds kFirst{10};
  static constexpr std::chrono::seconds kLongest{3600};
  std::chrono::seconds next_ = kFirst;
};

}  // namespace trivium::mail
