#include "app/mail_options.hpp"

#include "shape/text.hpp"

#include <cstdlib>
#include <fstream>

namespace trivium::app {
namespace {

// Empty where there is none, or where the file cannot be read.
std::string password_of(const MailOptions& mail) {
  if (!mail.password_file.empty()) {
    std::ifstream file{mail.password_file};
    std::string line;
    std::getline(file, line);
    return shape::trimmed(line);
  }
  const char* said = std::getenv("TRIVIUM_MAIL_PASSWORD");
  return said == nullptr ? std::string{} : std::string{said};
}

}  // namespace

void add_mail(CLI::App& command, MailOptions& mail) {
  command.add_option("--mail", mail.server,
                     "Mail server, smtp://host:port or smtps://host:port; without it no mail is sent");
  command.add_option("--mail-from", mail.from, "Address that mail comes from");
  command.add_option("--mail-user", mail.user, "Name to sign in to the mail server with");
  command.add_option("--mail-password-file", mail.password_file,
                     "File with its password; else TRIVIUM_MAIL_PASSWORD in the environment");
}

std::expected<std::optional<mail::Server>, std::string> mail_server(const MailOptions& mail) {
  if (mail.server.empty()) return std::nullopt;
  if (!mail.server.starts_with("smtp://") && !mail.server.starts_with("smtps://"))
    return std::unexpected{"--mail is smtp://host:port or smtps://host:port."};
  if (!mail::can_be_written_to(mail.from))
    return std::unexpected{"--mail-from is an address, like trivium@example.org."};
  mail::Server server{.address = mail.server, .from = mail.from, .user = mail.user, .password = password_of(mail)};
  if (!server.user.empty() && server.password.empty())
    return std::unexpected{"--mail-user needs --mail-password-file or TRIVIUM_MAIL_PASSWORD."};
  return server;
}

}  // namespace trivium::app
