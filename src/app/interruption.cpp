#include "app/interruption.hpp"

#include <csignal>
#include <ctime>

namespace trivium::app {
namespace {

constexpr timespec kBetweenLooks{.tv_sec = 0, .tv_nsec = 100'000'000};

sigset_t waited_for() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

}  // namespace

Interruption::Interruption() {
  const auto signals = waited_for();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  waiting_ = std::jthread{[this](const std::stop_token& over) {
    const auto waited = waited_for();
    while (!over.stop_requested()) {
      if (sigtimedwait(&waited, nullptr, &kBetweenLooks) > 0) asked_.request_stop();
    }
  }};
}

Interruption::~Interruption() {
  waiting_.request_stop();
  waiting_.join();
  const auto signals = waited_for();
  pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

}  // namespace trivium::app
