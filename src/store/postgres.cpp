#include "store/backend.hpp"
#include "store/copy.hpp"
#include "store/migrate.hpp"
#include "store/pool.hpp"

#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>

#include <string_view>

namespace trivium::store {
namespace {

// SOCI takes its connection text apart at blanks and equal signs and so breaks a URL; libpq reads the URL, and SOCI is
// given what it can carry. A value with a blank in it cannot pass; a password can come from PGPASSWORD or ~/.pgpass.
std::string connection_text(const std::string& url) {
  char* trouble = nullptr;
  PQconninfoOption* const options = PQconninfoParse(url.c_str(), &trouble);
  if (options == nullptr) {
    const std::string reason = trouble != nullptr ? trouble : "it cannot be read";
    PQfreemem(trouble);
    throw Fault{"The database address is not one of PostgreSQL's: " + reason};
  }
  std::string text;
  bool blank = false;
  for (const PQconninfoOption* option = options; option->keyword != nullptr; ++option) {
    if (option->val == nullptr) continue;
    text += (text.empty() ? "" : " ") + std::string{option->keyword} + "='";
    for (const char* c = option->val; *c != '\0'; ++c) {
      blank = blank || *c == ' ';
      if (*c == '\'' || *c == '\\') text += '\\';
      text += *c;
    }
    text += "'";
  }
  PQconninfoFree(options);
  if (blank)
    throw Fault{"The database address may not hold a blank. A password can come from PGPASSWORD or ~/.pgpass instead."};
  return text;
}

void open_url(soci::session& session, const std::string& url) {
  session.open(soci::postgresql, connection_text(url));
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

bool Store::Postgres::wipe() {
  Pool::Loan loan{*parts_->pool};
  Session session{*loan};
  for (const auto& table : tables()) session.run("vacuum " + table);
  return true;
}

}  // namespace trivium::store
