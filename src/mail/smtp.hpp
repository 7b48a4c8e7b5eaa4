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

enum class Undelivered { unreachable, refused };  // refused: this letter; another may be taken

struct NotSent {
  Undelivered why;
  std::string reason;  // for the log; names no address
};

std::expected<void, NotSent> send(const Server& server, const Letter& letter, const shape::Instant& now);

}  // namespace trivium::mail
