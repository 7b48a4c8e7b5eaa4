#include "store/migrate.hpp"

#include "store/fault.hpp"

#include <fmt/format.h>
#include <soci/soci.h>

#include <string>
#include <vector>

namespace trivium::store {
namespace {

// SQLite's word "strict" is the one place where the two dialects of our schema differ.
std::string in_dialect(std::string_view sql, Dialect dialect) {
  std::string text{sql};
  if (dialect == Dialect::sqlite) return text;
  constexpr std::string_view kStrict = ") strict;";
  for (auto at = text.find(kStrict); at != std::string::npos; at = text.find(kStrict, at))
    text.replace(at, kStrict.size(), ");");
  return text;
}

std::string without_comments(std::string_view sql) {
  std::string text;
  while (!sql.empty()) {
    const auto end = sql.find('\n');
    const auto line = sql.substr(0, end);
    text += line.substr(0, line.find("--"));
    text += '\n';
    sql.remove_prefix(end == std::string_view::npos ? sql.size() : end + 1);
  }
  return text;
}

int newest_in(soci::session& session) {
  int newest = 0;
  soci::indicator none = soci::i_ok;
  session << "select max(number) from migrations", soci::into(newest, none);
  return none == soci::i_null ? 0 : newest;
}

}  // namespace

std::vector<std::string> statements_of(const Migration& migration, Dialect dialect) {
  const std::string sql = without_comments(in_dialect(migration.sql, dialect));
  std::vector<std::string> list;
  std::size_t from = 0;
  for (auto end = sql.find(';'); end != std::string::npos; from = end + 1, end = sql.find(';', from)) {
    list.push_back(sql.substr(from, end - from));
  }
  return list;
}

void migrate(soci::session& session, Dialect dialect) {
  session << "create table if not exists migrations (number integer primary key, name text not null)";
  const auto all = migrations();
  for (const Migration& migration : all) {
    session << (dialect == Dialect::sqlite ? "begin immediate" : "begin");
    try {
      if (dialect == Dialect::postgres) session << "lock table migrations in exclusive mode";
      if (migration.number > newest_in(session)) {
        for (const auto& statement : statements_of(migration, dialect)) session << statement;
        session << fmt::format("insert into migrations (number, name) values ({}, '{}')", migration.number,
                               migration.name);
      }
      session << "commit";
    } catch (...) {
      session << "rollback";
      throw;
    }
  }
  if (const int newest = newest_in(session); newest > all.back().number) {
    throw Fault{
        fmt::format("This data was written by a newer Trivium (schema {}, this program knows {}). "
                    "Start the newer program, or restore a backup made with this one.",
                    newest, all.back().number)};
  }
}

}  // namespace trivium::store
