// Reminders of what is due, to whom it is due and who has not delivered yet: each once, some days before.
#pragma once

#include "api/house.hpp"
#include "mail/smtp.hpp"

#include <functional>

namespace trivium::api {

struct Reminded {
  int sent = 0;
  int not_sent = 0;
  bool unreachable = false;  // the mail server: the rest is left for the next time
  std::string reason{};      // of the last that was not sent, for the log
};

using SendLetter = std::function<std::expected<void, mail::NotSent>(const mail::Letter&)>;

// Those whose time has come on this day.
Reminded remind(const House& house, const std::string& public_address, const SendLetter& send, const shape::Date& day);

}  // namespace trivium::api
