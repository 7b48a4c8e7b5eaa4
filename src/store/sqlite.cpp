#include "store/backend.hpp"
#include "store/migrate.hpp"
#include "store/pool.hpp"

#include <soci/sqlite3/soci-sqlite3.h>

#include <future>
#include <thread>

namespace trivium::store {
namespace {

// Each connection is used by one thread at a time (the pool sees to that), so SQLite need not lock it again; and it
// need not count every byte under one lock for all: together a quarter of the time of a busy server.
void once_for_all() {
  static const bool done = [] {
    sqlite_api::sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
    sqlite_api::sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    return true;
  }();
  static_cast<void>(done);
}

void open_file(soci::session& session, const std::string& file) {
  session.open(soci::sqlite3, "db=\"" + file + "\" timeout=10");
  session << "pragma journal_mode = wal";
  session << "pragma synchronous = full";
  session << "pragma foreign_keys = on";
#ifndef TRIVIUM_LEAVE_REMAINS
  session << "pragma secure_delete = on";  // what is deleted is overwritten
#endif
  session << "pragma cache_size = -4000";
}

struct Job {
  std::function<bool(Session&)> work;
  std::promise<void>* done;  // none: nobody waits
  bool alone = false;        // in no transaction
  std::exception_ptr trouble = nullptr;
};

}  // namespace

struct Store::Sqlite::Parts {
  soci::session writer;
  std::unique_ptr<Pool> readers;
  std::mutex mutex;
  std::condition_variable filled;
  std::deque<Job> waiting;
  bool closing = false;
  std::thread thread;

  void add(Job job) {
    {
      const std::lock_guard lock{mutex};
      waiting.push_back(std::move(job));
    }
    filled.notify_one();
  }

  void run() {
    constexpr std::size_t kMostTogether = 256;
    while (true) {
      std::deque<Job> batch;
      {
        std::unique_lock lock{mutex};
        filled.wait(lock, [&] { return closing || !waiting.empty(); });
        if (waiting.empty()) return;
        while (!waiting.empty() && batch.size() < kMostTogether) {
          if (waiting.front().alone && !batch.empty()) break;
          batch.push_back(std::move(waiting.front()));
          waiting.pop_front();
          if (batch.back().alone) break;
        }
      }
      if (batch.front().alone) run_alone(batch);
      else commit_together(batch);
    }
  }

  void run_alone(std::deque<Job>& batch) {
    try {
      Session session{writer};
      batch.front().work(session);
    } catch (...) {
      batch.front().trouble = std::current_exception();
    }
    answer(batch);
  }

  void commit_together(std::deque<Job>& batch) {
    try {
      writer << "begin immediate";
      for (Job& job : batch) attempt(job);
#ifdef TRIVIUM_ACKNOWLEDGE_EARLY  // only in the build that the crash test has to catch
      answer(batch);
#endif
      writer << "commit";
    } catch (...) {
      const auto trouble = std::current_exception();
      try {
        writer << "rollback";
      } catch (const soci::soci_error&) {
        // SQLite has already rolled back by itself; the trouble that counts is the first one.
      }
      for (Job& job : batch) job.trouble = trouble;
    }
#ifndef TRIVIUM_ACKNOWLEDGE_EARLY
    answer(batch);
#endif
  }

  void attempt(Job& job) {
    writer << "savepoint piece";
    bool keep = false;
    try {
      Session session{writer};
      keep = job.work(session);
    } catch (...) {
      job.trouble = std::current_exception();
    }
    if (!keep) writer << "rollback to piece";
    writer << "release piece";
  }

  static void answer(std::deque<Job>& batch) {
    for (Job& job : batch) {
      if (job.done == nullptr) continue;
      if (job.trouble) job.done->set_exception(job.trouble);
      else job.done->set_value();
    }
  }
};

Store::Sqlite::Sqlite(const std::string& file, int readers) : parts_{std::make_unique<Parts>()} {
  once_for_all();
  open_file(parts_->writer, file);
  migrate(parts_->writer, Dialect::sqlite);
  parts_->readers = std::make_unique<Pool>(readers, [&](soci::session& session) { open_file(session, file); });
  parts_->thread = std::thread{[parts = parts_.get()] { parts->run(); }};
}

Store::Sqlite::~Sqlite() {
  {
    const std::lock_guard lock{parts_->mutex};
    parts_->closing = true;
  }
  parts_->filled.notify_one();
  parts_->thread.join();
}

void Store::Sqlite::reading(const std::function<void(Session&)>& look) {
  Pool::Loan loan{*parts_->readers};
  Session session{*loan};
  look(session);
}

void Store::Sqlite::writing(const Work& work) {
  std::promise<void> done;
  auto finished = done.get_future();
  parts_->add({.work = work, .done = &done});
  try {
    finished.get();
  } catch (const soci::soci_error& trouble) {
    throw Fault{trouble.what()};
  }
}

void Store::Sqlite::later(std::function<void(Session&)> work) {
  parts_->add({.work =
                   [work = std::move(work)](Session& session) {
                     work(session);
                     return true;
                   },
               .done = nullptr});
}

bool Store::Sqlite::wipe() {
#ifdef TRIVIUM_LEAVE_REMAINS  // only in the build that the erasure campaign has to catch
  return true;
#else
  bool clean = false;
  std::promise<void> done;
  auto finished = done.get_future();
  // Overwritten pages still hold what was moved within them, so the file is made anew, and then the log is emptied.
  const auto anew = [&](Session& session) {
    constexpr Kind kFirst[] = {Kind::integer};
    session.run("vacuum");
    session.each("pragma wal_checkpoint(truncate)", kFirst,
                 [&](std::span<Value> row) { clean = row[0] == Value{std::int64_t{0}}; });
    return true;
  };
  parts_->add({.work = anew, .done = &done, .alone = true});
  try {
    finished.get();
  } catch (const soci::soci_error& trouble) {
    throw Fault{trouble.what()};
  }
  return clean;
#endif
}

}  // namespace trivium::store
