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

// Not longer than until there is another letter beside those.
bool Outbox::wait_or_more(const std::stop_token& ending, std::chrono::seconds gap, std::size_t there) {
  std::unique_lock lock{mutex_};
  filled_.wait_for(lock, ending, gap, [this, there] { return waiting_.size() > there; });
  return !ending.stop_requested();
}

void Outbox::run(const std::stop_token& ending) {
  Gaps gaps;
  std::size_t put_off = 0;  // letters, one after the other
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
    if (!sent && sent.error().why == Undelivered::put_off) {
      std::size_t there = 0;
      {
        const std::lock_guard lock{mutex_};
        waiting_.push_back(std::move(waiting_.front()));
        waiting_.pop_front();
        there = waiting_.size();
      }
      if (++put_off < there) continue;
      put_off = 0;
      if (!wait_or_more(ending, gaps.next(), there)) return;
      continue;
    }
    put_off = 0;
    gaps.start_anew();
    const std::lock_guard lock{mutex_};
    waiting_.pop_front();
  }
}

}  // namespace trivium::mail
