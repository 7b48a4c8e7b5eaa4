// The schema grows by numbered files, migrations/0001_*.sql and on: each one transaction, never edited once landed.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace soci {
class session;
}

namespace trivium::store {

enum class Dialect { sqlite, postgres };

struct Migration {
  int number;
  std::string_view name;
  std::string_view sql;
};

// All of them, in order; built into the program from the files.
std::span<const Migration> migrations();

// One after the other, as the database understands them.
std::vector<std::string> statements_of(const Migration& migration, Dialect dialect);

// Brings the schema to the newest number. Throws Fault where the database is newer than this program.
void migrate(soci::session& session, Dialect dialect);

}  // namespace trivium::store
