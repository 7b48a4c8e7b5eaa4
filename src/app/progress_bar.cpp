#include "app/progress_bar.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace trivium::app {
namespace {

constexpr int kWidth = 30;
constexpr std::chrono::milliseconds kBetween{100};
constexpr const char* kEmptyLine = "\r\x1b[K";

}  // namespace

ProgressBar::ProgressBar() : shown_{isatty(STDERR_FILENO) == 1} {}

ProgressBar::~ProgressBar() { end(); }

void ProgressBar::end() const {
  if (shown_) fmt::print(stderr, "{}", kEmptyLine);
}

void ProgressBar::begin(const std::string& step) {
  step_ = step;
  draw(0);
}

void ProgressBar::reached(std::size_t done, std::size_t of) {
  if (of == 0 || std::chrono::steady_clock::now() - drawn_ < kBetween) return;
  draw(static_cast<double>(done) / static_cast<double>(of));
}

void ProgressBar::draw(double share) {
  if (!shown_) return;
  drawn_ = std::chrono::steady_clock::now();
  const int filled = static_cast<int>(share * kWidth);
  fmt::print(stderr, "{}{:█<{}}{:░<{}} {:3.0f} %  {}", kEmptyLine, "", filled, "", kWidth - filled, 100 * share, step_);
  std::fflush(stderr);
}

}  // namespace trivium::app
