// The records' home: SQLite in one file by default, PostgreSQL where several servers share it.
//
// A write returns when it is durable, never before. On SQLite one writer thread takes everything that is waiting,
// runs each piece in a savepoint of its own and commits them together, so that many people saving at once share
// one flush of the disk. On PostgreSQL each write is a transaction of its own; the server groups flushes itself.
#pragma once

#include "store/session.hpp"

#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <type_traits>

namespace trivium::store {

struct Settings {
  std::string url;  // sqlite:///var/trivium/trivium.db or postgresql://…
  int readers = 8;  // connections for reading (PostgreSQL: for everything)
};

class Store {
 public:
  explicit Store(const Settings& settings);  // opens, and migrates to the newest schema; throws Fault
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  Store(Store&&) = delete;
  Store& operator=(Store&&) = delete;

  // Runs look(Session&) on a connection for reading and gives what it gives.
  template <class Look>
  auto read(Look&& look) const {
    using Result = std::invoke_result_t<Look, Session&>;
    std::optional<Result> result;
    reading([&](Session& session) { result.emplace(look(session)); });
    return std::move(*result);
  }

  // Runs work(Session&) in a transaction. When this returns, it is on disk. A refusal (an expected without value)
  // or an exception undoes what the work had written.
  template <class Work>
  auto write(Work&& work) {
    using Result = std::invoke_result_t<Work, Session&>;
    if constexpr (std::is_void_v<Result>) {
      writing([&](Session& session) {
        work(session);
        return true;
      });
    } else {
      std::optional<Result> result;
      writing([&](Session& session) {
        result.emplace(work(session));
        if constexpr (requires {
                        result->has_value();
                        result->error();
                      })
          return result->has_value();
        else return true;
      });
      return std::move(*result);
    }
  }

  // Notes something that may be lost in a crash (the place somebody was at); does not wait.
  void later(std::function<void(Session&)> work);

  // Leaves nothing on disk of what was deleted: neither in free pages nor in the write-ahead log. On SQLite saves wait
  // while the file is written anew; false where somebody who reads held the log for so long that it has to be tried
  // again. On PostgreSQL dead rows are given up, and the server writes over them when it needs the room (docs/hosting).
  bool wipe();

  // Reads in one transaction, so that everything read belongs to one moment.
  void as_of_one_moment(const std::function<void(Session&)>& look) const;

 private:
  using Work = std::function<bool(Session&)>;  // false: undo
  void reading(const std::function<void(Session&)>& look) const;
  void writing(const Work& work);

  class Backend;
  class Sqlite;
  class Postgres;
  std::unique_ptr<Backend> backend_;
};

}  // namespace trivium::store
