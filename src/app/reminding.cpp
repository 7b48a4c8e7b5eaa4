#include "app/reminding.hpp"

#include <spdlog/spdlog.h>

namespace trivium::app {
namespace {

constexpr std::chrono::hours kUsually{1};

}  // namespace

Reminding::Reminding(const api::House& house, std::string public_address, mail::Server server)
    : house_{house},
      public_address_{std::move(public_address)},
      server_{std::move(server)},
      thread_{[this](const std::stop_token& ending) { run(ending); }} {}

void Reminding::run(const std::stop_token& ending) const {
  std::mutex mutex;
  std::condition_variable_any ended;
  mail::Gaps gaps;
  while (!ending.stop_requested()) {
    const auto gap = remind(gaps);
    std::unique_lock lock{mutex};
    ended.wait_for(lock, ending, gap, [] { return false; });
  }
}

std::chrono::seconds Reminding::remind(mail::Gaps& gaps) const try {
  const auto send = [this](const mail::Letter& letter) { return mail::send(server_, letter, shape::now()); };
  const auto done = api::remind(house_, public_address_, send, shape::date_of(shape::now()));
  if (done.sent > 0) spdlog::info("reminders sent: {}", done.sent);
  if (done.not_sent > 0) spdlog::warn("reminders not sent, tried again later: {} ({})", done.not_sent, done.reason);
  if (done.unreachable) return gaps.next();
  gaps.start_anew();
  return kUsually;
} catch (const std::exception& trouble) {
  spdlog::error("reminders: {}", trouble.what());
  return gaps.next();
}

}  // namespace trivium::app
