#include "store/backend.hpp"
#include "store/migrate.hpp"
#include "store/pool.hpp"

#include <soci/postgresql/soci-postgresql.h>

#include <string_view>

namespace trivium::store {
namespace {

void open_url(soci::session& session, const std::string& url) {
  session.open(soci::postgresql, url);
  session << "set client_min_messages = warning";
}

// A deadlock or a lost race between two transactions: trying again is the answer PostgreSQL expects.
bool worth_another_try(const Fault& fault) {
  const std::string_view words{fault.what()};
  return words.find("deadlock detected") != std::string_view::npos ||
         words.find("could not serialize") != std::string_view::npos;
}

bool lost_connection(const Fault& fault) {
  const std::string_view words{fault.what()};
  return words.find("server closed the connection") != std::string_view::npos ||
         words.find("no connection to the server") != std::string_view::npos ||
         words.find("terminating connection") != std::string_view::npos;
}

}  // namespace

struct Store::Postgres::Parts {
  std::unique_ptr<Pool> pool;
};

Store::Postgres::Postgres(const std::string& url, int connections) : parts_{std::make_unique<Parts>()} {
  soci::session first;
  open_url(first, url);
  migrate(first, Dialect::postgres);
  parts_->pool = std::make_unique<Pool>(connections, [&](soci::session& session) { open_url(session, url); });
}

Store::Postgres::~Postgres() = default;

void Store::Postgres::reading(const std::function<void(Session&)>& look) {
  Pool::Loan loan{*parts_->pool};
  Session session{*loan};
  try {
    look(session);
  } catch (const Fault& fault) {
    if (lost_connection(fault)) (*loan).reconnect();
    throw;
  }
}

void Store::Postgres::writing(const Work& work) {
  constexpr int kMostTries = 5;
  Pool::Loan loan{*parts_->pool};
  for (int tries = 1;; ++tries) {
    Session session{*loan};
    try {
      session.run("begin");
      const bool keep = work(session);
      session.run(keep ? "commit" : "rollback");
      return;
    } catch (const Fault& fault) {
      if (lost_connection(fault)) (*loan).reconnect();
      else session.run("rollback");
      if (tries >= kMostTries || !worth_another_try(fault)) throw;
    } catch (...) {
      session.run("rollback");
      throw;
    }
  }
}

void Store::Postgres::later(std::function<void(Session&)> work) {
  writing([&](Session& session) {
    work(session);
    return true;
  });
}

}  // namespace trivium::store
