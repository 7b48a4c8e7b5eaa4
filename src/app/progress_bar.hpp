// How far long work is, on a terminal; where the output goes elsewhere, nothing is drawn.
#pragma once

#include "measure/work.hpp"

#include <chrono>
#include <string>

namespace trivium::app {

class ProgressBar {
 public:
  ProgressBar();
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void begin(const std::string& step);
  void reached(std::size_t done, std::size_t of);
  void end() const;  // the line is free for other words

 private:
  void draw(double share);

  bool shown_;
  std::string step_;
  std::chrono::steady_clock::time_point drawn_;
};

}  // namespace trivium::app
