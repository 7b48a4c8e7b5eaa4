// A fixed number of open connections, lent one at a time.
#pragma once

#include <soci/soci.h>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <vector>

namespace trivium::store {

class Pool {
 public:
  Pool(int size, const std::function<void(soci::session&)>& open) {
    for (int i = 0; i < size; ++i) {
      open(sessions_.emplace_back());
      free_.push_back(&sessions_.back());
    }
  }

  class Loan {
   public:
    explicit Loan(Pool& pool) : pool_{pool}, session_{pool.take()} {}
    ~Loan() { pool_.give_back(session_); }
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    Loan(Loan&&) = delete;
    Loan& operator=(Loan&&) = delete;
    soci::session& operator*() { return *session_; }

   private:
    Pool& pool_;
    soci::session* session_;
  };

 private:
  soci::session* take() {
    std::unique_lock lock{mutex_};
    waiting_.wait(lock, [&] { return !free_.empty(); });
    auto* session = free_.back();
    free_.pop_back();
    return session;
  }

  void give_back(soci::session* session) {
    {
      const std::lock_guard lock{mutex_};
      free_.push_back(session);
    }
    waiting_.notify_one();
  }

  std::mutex mutex_;
  std::condition_variable waiting_;
  std::deque<soci::session> sessions_;
  std::vector<soci::session*> free_;
};

}  // namespace trivium::store
