// The databases a claim is tried on: SQLite always, PostgreSQL where TRIVIUM_TEST_POSTGRES names one.
#pragma once

#include "shape/id.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

// An empty database of its own; gone when this is.
class FreshDatabase {
 public:
  explicit FreshDatabase(const std::string& postgres) : name_{"t_" + trivium::shape::new_uuid()}, postgres_{postgres} {
    std::ranges::replace(name_, '-', '_');
    if (postgres_.empty()) {
      folder_ = std::filesystem::temp_directory_path() / ("trivium-" + name_);
      std::filesystem::create_directories(folder_);
      url = "sqlite://" + (folder_ / "trivium.db").string();
    } else {
      run("create schema " + name_);
      url = postgres_ + "?options=-csearch_path%3D" + name_;
    }
  }
  ~FreshDatabase() {
    if (postgres_.empty()) {
      std::filesystem::remove_all(folder_);
    } else {
      run("set client_min_messages = warning; drop schema " + name_ + " cascade");
    }
  }
  FreshDatabase(const FreshDatabase&) = delete;
  FreshDatabase& operator=(const FreshDatabase&) = delete;
  FreshDatabase(FreshDatabase&&) = delete;
  FreshDatabase& operator=(FreshDatabase&&) = delete;

  std::string url;

 private:
  void run(const std::string& sql) const {
    PGconn* const connection = PQconnectdb(postgres_.c_str());
    PQclear(PQexec(connection, sql.c_str()));
    PQfinish(connection);
  }

  std::string name_;
  std::string postgres_;
  std::filesystem::path folder_;
};

struct Database {
  std::string name;
  std::string postgres;

  [[nodiscard]] FreshDatabase fresh() const { return FreshDatabase{postgres}; }
};

inline std::vector<Database> databases() {
  std::vector<Database> all{{"SQLite", ""}};
  if (const char* url = std::getenv("TRIVIUM_TEST_POSTGRES")) all.push_back({"PostgreSQL", url});
  return all;
}
