// Rows into a table of the engine, column by column and about 2,000 at a time: the quickest way in.
#pragma once

#include "evidence/duck.hpp"

#include <memory>
#include <string>
#include <vector>

namespace trivium::evidence {

class Appender {
 public:
  Appender(Duck& duck, const std::string& table);

  // How many rows are taken at once.
  static std::size_t capacity() { return duckdb_vector_size(); }
  // Where the numbers of the rows to come are written, in the column's very type.
  template <class Number>
  Number* values(std::size_t column) {
    return static_cast<Number*>(duckdb_vector_get_data(vector(column)));
  }
  void text(std::size_t row, std::size_t column, std::string_view value);
  void unknown(std::size_t row, std::size_t column);
  // Takes the rows that were written, and makes place for the next ones.
  void take(std::size_t rows);
  // What was taken is in the table. Without it, it may not be.
  void close();

 private:
  duckdb_vector vector(std::size_t column) { return duckdb_data_chunk_get_vector(chunk_.get(), column); }
  void check(duckdb_state state);

  struct Destroy {
    void operator()(duckdb_appender appender) const { duckdb_appender_destroy(&appender); }
    void operator()(duckdb_data_chunk chunk) const { duckdb_destroy_data_chunk(&chunk); }
  };
  std::unique_ptr<_duckdb_appender, Destroy> appender_;
  std::unique_ptr<_duckdb_data_chunk, Destroy> chunk_;
};

}  // namespace trivium::evidence
