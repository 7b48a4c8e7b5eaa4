// The commands besides serve.
#pragma once

#include <string>

namespace trivium::app {

// Where the records lie: a PostgreSQL address, or the data folder's SQLite file.
struct Records {
  std::string data = "var";
  std::string database;
};

std::string url_of(const Records& records);

int print_openapi();
int back_up(const Records& records, const std::string& file);
// list: whom another machine has erased; empty: none is brought.
int restore(const Records& records, const std::string& file, const std::string& list);

}  // namespace trivium::app
