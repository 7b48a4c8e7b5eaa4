#include "trail/gathering.hpp"

#include "trail/chain.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>

namespace trivium::trail {
namespace {

constexpr std::chrono::milliseconds kWaits{500};
constexpr std::size_t kMostWaiting = 20'000;

}  // namespace

Gathering::Gathering(store::Store& store, std::function<void(const std::string&)> said)
    : store_{store}, said_{std::move(said)}, thread_{[this] { run(); }} {}

Gathering::~Gathering() {
  {
    const std::lock_guard lock{mutex_};
    closing_ = true;
  }
  filled_.notify_one();
  thread_.join();
}

void Gathering::add(std::vector<Entry> entries) {
  if (entries.empty()) return;
  bool full = false;
  {
    const std::lock_guard lock{mutex_};
    std::ranges::move(entries, std::back_inserter(waiting_));
    full = waiting_.size() > kMostWaiting;
  }
  filled_.notify_one();
  if (full) write_now();
}

void Gathering::write_now() {
  const std::lock_guard turn{writing_};
  std::vector<Entry> taken;
  {
    const std::lock_guard lock{mutex_};
    taken.swap(waiting_);
  }
  if (taken.empty()) return;
  try {
    store_.write([&](store::Session& session) { note(session, taken); });
  } catch (...) {
    const std::lock_guard lock{mutex_};
    waiting_.insert(waiting_.begin(), std::make_move_iterator(taken.begin()), std::make_move_iterator(taken.end()));
    throw;
  }
}

void Gathering::run() {
  bool over = false;
  while (!over) {
    {
      std::unique_lock lock{mutex_};
      filled_.wait(lock, [&] { return closing_ || !waiting_.empty(); });
      filled_.wait_for(lock, kWaits, [&] { return closing_; });  // others come in the meantime
      over = closing_;
    }
    try {
      write_now();
    } catch (const std::exception& trouble) {
      said_(trouble.what());
    }
  }
}

}  // namespace trivium::trail
