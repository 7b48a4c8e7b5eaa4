// What was read waits here for at most half a second and goes into the chain many rows at a time: a page that is read
// does not wait for the disk. What waits is lost when the program is killed, not when it is stopped. A change never
// waits here; its row is written with it.
#pragma once

#include "store/store.hpp"
#include "trail/entry.hpp"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace trivium::trail {

class Gathering {
 public:
  // said: told when rows cannot be written just now; they are kept and tried again.
  Gathering(store::Store& store, std::function<void(const std::string&)> said);
  ~Gathering();
  Gathering(const Gathering&) = delete;
  Gathering& operator=(const Gathering&) = delete;
  Gathering(Gathering&&) = delete;
  Gathering& operator=(Gathering&&) = delete;

  // Throws Fault where so many wait that more cannot be kept: then nothing more is shown either.
  void add(std::vector<Entry> entries);

  // Everything that waits, at once; throws Fault.
  void write_now();

 private:
  void run();

  store::Store& store_;
  std::function<void(const std::string&)> said_;
  std::mutex writing_;  // held while rows are written, so that they stay in their order
  std::mutex mutex_;
  std::condition_variable filled_;
  std::vector<Entry> waiting_;
  bool closing_ = false;
  std::thread thread_;
};

}  // namespace trivium::trail
