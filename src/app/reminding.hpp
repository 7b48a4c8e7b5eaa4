// Reminders beside the server: once an hour, and sooner again, with growing gaps, while the mail server cannot be
// reached.
#pragma once

#include "api/remind.hpp"
#include "mail/gaps.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace trivium::app {

class Reminding {
 public:
  Reminding(const api::House& house, std::string public_address, mail::Server server);

 private:
  void run(const std::stop_token& ending) const;
  // What to wait until the next time.
  std::chrono::seconds remind(mail::Gaps& gaps) const;

  const api::House& house_;
  std::string public_address_;
  mail::Server server_;
  std::jthread thread_;  // last: it uses what stands above
};

}  // namespace trivium::app
