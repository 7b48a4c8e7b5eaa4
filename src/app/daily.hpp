// What the server does by itself: at its start and with each new day it removes what is past its days.
#pragma once

#include "store/store.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace trivium::app {

class Daily {
 public:
  explicit Daily(store::Store& store);
  ~Daily();
  Daily(const Daily&) = delete;
  Daily& operator=(const Daily&) = delete;
  Daily(Daily&&) = delete;
  Daily& operator=(Daily&&) = delete;

 private:
  void run(store::Store& store);

  std::mutex mutex_;
  std::condition_variable over_;
  bool closing_ = false;
  std::thread thread_;
};

}  // namespace trivium::app
