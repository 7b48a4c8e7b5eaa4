// Where mail is handed over, as the command line and the environment say it.
#pragma once

#include "mail/smtp.hpp"

#include <CLI/CLI.hpp>

#include <expected>
#include <optional>
#include <string>

namespace trivium::app {

struct MailOptions {
  std::string server;  // smtp://… or smtps://…; empty: no mail is sent
  std::string from;
  std::string user;
  std::string
      password_file;  // else TRIVIUM_MAIL_PASSWORD; never on the command line, where others of the machine read it
};

void add_mail(CLI::App& command, MailOptions& mail);

// Nothing where no mail is sent; a sentence where something is missing.
std::expected<std::optional<mail::Server>, std::string> mail_server(const MailOptions& mail);

}  // namespace trivium::app
