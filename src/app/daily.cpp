#include "app/daily.hpp"

#include "personal/erase.hpp"
#include "personal/retention.hpp"

#include <spdlog/spdlog.h>

#include <chrono>

namespace trivium::app {
namespace {

constexpr std::chrono::minutes kLooksEvery{10};

void of_today(store::Store& store, const shape::Instant& now) {
  const auto removed = personal::remove_what_is_due(store, now);
  if (removed.tables > 0) spdlog::info("{} tables were past their days and are removed", removed.tables);
  // Once more where somebody held the log while a person was erased yesterday or today.
  const auto yesterday = shape::date_of(shape::later(now, -std::chrono::hours{24}));
  const auto all = store.read([](store::Session& session) { return personal::erasures(session); });
  if (!all.empty() && all.back().day >= yesterday) store.wipe();
}

}  // namespace

Daily::Daily(store::Store& store) : thread_{[this, &store] { run(store); }} {}

Daily::~Daily() {
  {
    const std::lock_guard lock{mutex_};
    closing_ = true;
  }
  over_.notify_one();
  thread_.join();
}

void Daily::run(store::Store& store) {
  shape::Date done{};
  std::unique_lock lock{mutex_};
  while (!closing_) {
    const auto now = shape::now();
    if (shape::date_of(now) != done) {
      lock.unlock();
      try {
        of_today(store, now);
        done = shape::date_of(now);
      } catch (const std::exception& trouble) {
        spdlog::error("what is past its days could not be removed, and is tried again: {}", trouble.what());
      }
      lock.lock();
    }
    over_.wait_for(lock, kLooksEvery, [&] { return closing_; });
  }
}

}  // namespace trivium::app
