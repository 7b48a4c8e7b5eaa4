#include "mail/smtp.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <csignal>
#include <cstring>
#include <memory>
#include <mutex>

namespace trivium::mail {
namespace {

constexpr long kSecondsToConnect = 10;
constexpr long kSecondsInAll = 30;

struct Freed {
  void operator()(CURL* line) const { curl_easy_cleanup(line); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

struct Unread {
  std::string_view text;
};

std::size_t give(char* into, std::size_t size, std::size_t count, void* from) {
  auto& unread = *static_cast<Unread*>(from);
  const auto given = std::min(size * count, unread.text.size());
  std::memcpy(into, unread.text.data(), given);
  unread.text.remove_prefix(given);
  return given;
}

void start_once() {
  static std::once_flag started;
  std::call_once(started, [] {
    curl_global_init(CURL_GLOBAL_DEFAULT);
    // A mail server that hangs up while TLS is written to would otherwise end the program.
    static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
  });
}

// A server that answered and said no to this letter is still there for the next.
Undelivered kind_of(CURLcode code, CURL* line) {
  long said = 0;
  curl_easy_getinfo(line, CURLINFO_RESPONSE_CODE, &said);
  const bool about_the_letter =
      code == CURLE_SEND_ERROR || code == CURLE_WEIRD_SERVER_REPLY || code == CURLE_RECV_ERROR;
  constexpr long kClosing = 421;  // the server goes away: said of no letter
  if (!about_the_letter || said < 400 || said >= 600 || said == kClosing) return Undelivered::unreachable;
  return said < 500 ? Undelivered::put_off : Undelivered::refused;
}

void set_up(CURL* line, const Server& server) {
  curl_easy_setopt(line, CURLOPT_URL, server.address.c_str());
  curl_easy_setopt(line, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(line, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(line, CURLOPT_CONNECTTIMEOUT, kSecondsToConnect);
  curl_easy_setopt(line, CURLOPT_TIMEOUT, kSecondsInAll);
  curl_easy_setopt(line, CURLOPT_USE_SSL, static_cast<long>(server.user.empty() ? CURLUSESSL_TRY : CURLUSESSL_ALL));
  curl_easy_setopt(line, CURLOPT_MAIL_FROM, server.from.c_str());
  if (server.user.empty()) return;
  curl_easy_setopt(line, CURLOPT_USERNAME, server.user.c_str());
  curl_easy_setopt(line, CURLOPT_PASSWORD, server.password.c_str());
}

}  // namespace

std::expected<void, NotSent> send(const Server& server, const Letter& letter, const shape::Instant& now) {
  const auto text = written(letter, server.from, now);
  if (!text) return std::unexpected{NotSent{.why = Undelivered::refused, .reason = text.error()}};
  start_once();
  const std::unique_ptr<CURL, Freed> line{curl_easy_init()};
  const std::unique_ptr<curl_slist, Freed> to{curl_slist_append(nullptr, letter.to.c_str())};
  Unread unread{*text};
  set_up(line.get(), server);
  curl_easy_setopt(line.get(), CURLOPT_MAIL_RCPT, to.get());
  curl_easy_setopt(line.get(), CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(line.get(), CURLOPT_READFUNCTION, give);
  curl_easy_setopt(line.get(), CURLOPT_READDATA, &unread);
  const auto code = curl_easy_perform(line.get());
  if (code == CURLE_OK) return {};
  return std::unexpected{NotSent{.why = kind_of(code, line.get()), .reason = curl_easy_strerror(code)}};
}

}  // namespace trivium::mail
