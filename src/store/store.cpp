#include "store/store.hpp"

#include "store/backend.hpp"

#include <soci/soci.h>

namespace trivium::store {

Store::Store(const Settings& settings) try {
  constexpr std::string_view kSqlite = "sqlite://";
  if (settings.url.starts_with(kSqlite)) {
    backend_ = std::make_unique<Sqlite>(settings.url.substr(kSqlite.size()), settings.readers);
  } else if (settings.url.starts_with("postgresql://") || settings.url.starts_with("postgres://")) {
    backend_ = std::make_unique<Postgres>(settings.url, settings.readers);
  } else {
    throw Fault{"The database address has to start with sqlite:// or postgresql://, not \"" + settings.url + "\"."};
  }
} catch (const soci::soci_error& trouble) {
  throw Fault{trouble.what()};
}

Store::~Store() = default;

void Store::reading(const std::function<void(Session&)>& look) const { backend_->reading(look); }
void Store::writing(const Work& work) { backend_->writing(work); }
void Store::later(std::function<void(Session&)> work) { backend_->later(std::move(work)); }
bool Store::wipe() { return backend_->wipe(); }
void Store::as_of_one_moment(const std::function<void(Session&)>& look) const {
  backend_->reading([&](Session& session) {
    session.run(backend_->begin_snapshot());
    try {
      look(session);
    } catch (...) {
      session.run("rollback");
      throw;
    }
    session.run("commit");
  });
}

}  // namespace trivium::store
