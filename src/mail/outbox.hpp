// Letters on their way: handed over at once, sent in a thread of its own, tried again with growing gaps while the mail
// server cannot be reached.
//
// They wait in memory and nowhere else: an invitation's key may not lie in the records. What has not gone when the
// program ends is lost, which is why the page shows the invitation's link too.
#pragma once

#include "mail/gaps.hpp"
#include "mail/smtp.hpp"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace trivium::mail {

class Outbox {
 public:
  using Send = std::function<std::expected<void, NotSent>(const Letter&)>;
  using Trouble = std::function<void(const NotSent&)>;

  Outbox(Send send, Trouble trouble);
  ~Outbox();
  Outbox(const Outbox&) = delete;
  Outbox& operator=(const Outbox&) = delete;
  Outbox(Outbox&&) = delete;
  Outbox& operator=(Outbox&&) = delete;

  // Does not wait.
  void post(Letter letter);

 private:
  void run(const std::stop_token& ending);
  bool wait(const std::stop_token& ending, std::chrono::seconds gap);
  bool wait_or_more(const std::stop_token& ending, std::chrono::seconds gap, std::size_t there);

  Send send_;
  Trouble trouble_;
  std::mutex mutex_;
  std::condition_variable_any filled_;
  std::deque<Letter> waiting_;
  std::jthread thread_;  // last: it uses what stands above
};

}  // namespace trivium::mail
