// trivium remind: the reminders whose time has come, once; for cron, and beside a running server too.
#pragma once

#include "app/commands.hpp"
#include "app/mail_options.hpp"

namespace trivium::app {

struct RemindOptions {
  Records records;
  MailOptions mail;
  std::string public_address = "http://127.0.0.1:8080";  // as people reach it: links lead there
  std::string day;                                       // empty: today
};

int remind(const RemindOptions& options);

}  // namespace trivium::app
