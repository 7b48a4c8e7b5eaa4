#include "mail/outbox.hpp"

namespace trivium::mail {

Outbox::Outbox(Send send, Trouble trouble)
    : send_{std::move(send)},
      trouble_{std::move(trouble)},
      thread_{[this](const std::stop_token& ending) { run(ending); }} {}

Outbox::~Outbox() = default;

void Outbox::post(Letter letter) {
  {
    const std::lock_guard lock{mutex_};
    waiting_.push_back(std::move(letter));
  }
  filled_.notify_one();
}

bool Outbox::wait(const std::stop_token& ending, std::chrono::seconds gap) {
  std::unique_lock lock{mutex_};
  filled_.wait_for(lock, ending, gap, [] { return false; });
  return !ending.stop_requested();
}

void Outbox::run(const std::stop_token& ending) {
  Gaps gaps;
  while (true) {
    Letter next;
    {
      std::unique_lock lock{mutex_};
      if (!filled_.wait(lock, ending, [this] { return !waiting_.empty(); })) return;
      next = waiting_.front();
    }
    const auto sent = send_(next);
    if (!sent) trouble_(sent.error());
    if (!sent && sent.error().why == Undelivered::unreachable) {
      if (!wait(ending, gaps.next())) return;
      continue;
    }
    gaps.start_anew();
    const std::lock_guard lock{mutex_};
    waiting_.pop_front();
  }
}

}  // namespace trivium::mail
