// trivium serve: the program as a server.
#pragma once

#include "app/commands.hpp"
#include "app/mail_options.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace trivium::app {

struct ServeOptions {
  Records records;
  std::string listen = "127.0.0.1";
  std::uint16_t port = 8080;         // 0: any free one
  std::string public_address;        // as people reach it; empty: http://<listen>:<port>
  std::vector<std::string> proxies;  // addresses of web servers in front; empty: this machine's, with an https address
  std::string zone;                  // IANA; empty: the machine's
  MailOptions mail;
  bool sample = false;  // put the sample city in
  std::string sample_language = "en";
};

int serve(const ServeOptions& options);

}  // namespace trivium::app
