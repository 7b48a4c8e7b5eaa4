// The databases a claim about records has to hold on: SQLite always, PostgreSQL where TRIVIUM_TEST_POSTGRES names one.
// Each fresh one is empty and gone afterwards; on PostgreSQL it is a schema of its own, so tests do not see each other.
#pragma once

#include "shape/id.hpp"
#include "store/fault.hpp"

#include <doctest/doctest.h>
#include <libpq-fe.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace trivium {

// A place for the files of a test.
class FreshFolder {
 public:
  FreshFolder() { std::filesystem::create_directories(path); }
  ~FreshFolder() {
    std::error_code trouble;
    std::filesystem::remove_all(path, trouble);
  }
  FreshFolder(const FreshFolder&) = delete;
  FreshFolder& operator=(const FreshFolder&) = delete;
  FreshFolder(FreshFolder&&) = delete;
  FreshFolder& operator=(FreshFolder&&) = delete;

  const std::filesystem::path path = std::filesystem::temp_directory_path() / ("trivium-test-" + shape::new_uuid());
};

class FreshDatabase {
 public:
  // server: a PostgreSQL address; nothing for SQLite.
  explicit FreshDatabase(std::optional<std::string> server) : server_{std::move(server)} {
    if (!server_) {
      url = "sqlite://" + (folder.path / "trivium.db").string();
      return;
    }
    schema_ = "t_" + shape::new_uuid();
    std::erase(schema_, '-');
    on_server("create schema " + schema_);
    url = *server_ + (server_->find('?') == std::string::npos ? "?" : "&") + "options=-csearch_path%3D" + schema_;
  }
  ~FreshDatabase() {
    if (!server_) return;
    try {
      on_server("drop schema " + schema_ + " cascade");
    } catch (const store::Fault& trouble) {
      WARN_MESSAGE(false, trouble.what());
    }
  }
  FreshDatabase(const FreshDatabase&) = delete;
  FreshDatabase& operator=(const FreshDatabase&) = delete;
  FreshDatabase(FreshDatabase&&) = delete;
  FreshDatabase& operator=(FreshDatabase&&) = delete;

  FreshFolder folder;
  std::string url;

 private:
  void on_server(const std::string& sql) const {
    PGconn* const connection = PQconnectdb(server_->c_str());
    PGresult* const result = PQexec(connection, ("set client_min_messages = warning; " + sql).c_str());
    const bool done = PQresultStatus(result) == PGRES_COMMAND_OK;
    const std::string reason = PQerrorMessage(connection);
    PQclear(result);
    PQfinish(connection);
    if (!done) throw store::Fault{reason};
  }

  std::optional<std::string> server_;
  std::string schema_;
};

struct Database {
  std::string name;
  std::optional<std::string> server = std::nullopt;

  FreshDatabase fresh() const { return FreshDatabase{server}; }
};

inline std::optional<Database> postgres() {
  const char* named = std::getenv("TRIVIUM_TEST_POSTGRES");
  if (named == nullptr || *named == '\0') {
    static bool said = false;
    if (!std::exchange(said, true)) MESSAGE("TRIVIUM_TEST_POSTGRES names no server: PostgreSQL is left out");
    return std::nullopt;
  }
  return Database{"PostgreSQL", named};
}

inline std::vector<Database> databases() {
  std::vector<Database> all{{"SQLite"}};
  if (auto server = postgres()) all.push_back(std::move(*server));
  return all;
}

}  // namespace trivium
