// Handing letters to a mail server, over SMTP.
#pragma once

#include "mail/letter.hpp"

namespace trivium::mail {

struct Server {
  std::string address;  // smtp://host:port, with TLS where the server offers it; smtps://host:port, always
  std::string from;
  std::string user;  // may be empty; with one, nothing is said before the line is encrypted
  std::string password;
};

// refused, put_off: this letter, for good or for now (a mailbox that is full); another may be taken.
enum class Undelivered { unreachable, refused, put_off };

struct NotSent {
  Undelivered why;
  std::string reason;  // for the log; names no address
};

std::expected<void, NotSent> send(const Server& server, const Letter& letter, const shape::Instant& now);

}  // namespace trivium::mail
