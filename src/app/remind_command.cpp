#include "app/remind_command.hpp"

#include "api/remind.hpp"
#include "app/contents.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace trivium::app {

int remind(const RemindOptions& options) {
  const auto server = mail_server(options.mail);
  if (!server || !*server) {
    fmt::print(stderr, "{}\n", server ? "Where mail is handed over is said with --mail." : server.error());
    return 2;
  }
  const auto day = options.day.empty() ? std::optional{shape::date_of(shape::now())} : shape::read_date(options.day);
  if (!day) {
    fmt::print(stderr, "--day is a day, like 2026-09-06.\n");
    return 2;
  }
  const auto contents = load_contents();
  if (!contents) return 2;
  store::Store store{{.url = url_of(options.records), .readers = 1}};
  const api::House house = house_of(store, *contents);
  const auto send = [&](const mail::Letter& letter) { return mail::send(**server, letter, shape::now()); };
  const auto done = api::remind(house, options.public_address, send, *day);
  fmt::print("Reminders sent: {}\n", done.sent);
  if (done.not_sent == 0) return 0;
  fmt::print(stderr, "Not sent, to be tried again: {} ({})\n", done.not_sent, done.reason);
  return 1;
}

}  // namespace trivium::app
