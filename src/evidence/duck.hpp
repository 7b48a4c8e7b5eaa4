// The embedded engine, DuckDB: the one place that knows its C interface.
//
// An engine reads and writes nothing but what it was opened with: its own file, its folder for what does not fit into
// memory, and the files named as allowed. It reaches no network and loads no extension, and no SQL can change that
// back, because the configuration is locked before the first query.
#pragma once

#include "evidence/fault.hpp"
#include "measure/work.hpp"

#include <duckdb.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace trivium::evidence {

// Where nothing is known about a value it is std::monostate, both as a parameter and in a row.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;

// Up to about 2,000 rows of an answer, column by column. It lives for the call it is given to.
class Chunk {
 public:
  explicit Chunk(duckdb_data_chunk chunk) : chunk_{chunk}, rows_{duckdb_data_chunk_get_size(chunk)} {}

  std::size_t rows() const { return rows_; }
  bool known(std::size_t row, std::size_t column) const;
  // The values of a column as the engine holds them; where a row is not known, whatever stands there. Numbers must be
  // the column's very type, for instance std::int64_t for bigint: queries cast to it.
  template <class Number>
  const Number* values(std::size_t column) const {
    return static_cast<const Number*>(duckdb_vector_get_data(vector(column)));
  }
  std::string_view text(std::size_t row, std::size_t column) const;

 private:
  duckdb_vector vector(std::size_t column) const { return duckdb_data_chunk_get_vector(chunk_, column); }

  duckdb_data_chunk chunk_;
  std::size_t rows_;
};

struct Opening {
  std::filesystem::path file{};                  // empty: in memory
  std::vector<std::filesystem::path> allowed{};  // files that SQL may read or write
  std::filesystem::path spill{};                 // where to put what does not fit into memory; empty: nowhere
  std::string memory = "1GB";                    // as DuckDB writes it
  unsigned threads = 2;
};

class Duck {
 public:
  explicit Duck(const Opening& opening = {});

  // Throws measure::Cancelled within a second of the work being stopped. Progress is in hundredths, as far as the
  // engine can tell.
  void run(const std::string& sql, const std::vector<Cell>& parameters = {}, const measure::Work& work = {});
  // Chunk after chunk, so an answer need not fit into memory.
  void each(const std::string& sql, const std::vector<Cell>& parameters, const measure::Work& work,
            const std::function<void(const Chunk&)>& chunk);
  // A small answer as a whole: whole numbers of any width as std::int64_t, what is neither number nor text as text.
  std::vector<std::vector<Cell>> rows(const std::string& sql, const std::vector<Cell>& parameters = {},
                                      const measure::Work& work = {});

  // Another connection to the same engine, for one is busy with an answer while it lasts. It may do what this one may.
  Duck another() const;

 private:
  friend class Appender;
  struct CloseDatabase {
    void operator()(duckdb_database database) const { duckdb_close(&database); }
  };
  struct CloseConnection {
    void operator()(duckdb_connection connection) const;
  };
  using Connection = std::unique_ptr<_duckdb_connection, CloseConnection>;
  Duck(std::shared_ptr<_duckdb_database> database, Connection connection)
      : database_{std::move(database)}, connection_{std::move(connection)} {}
  Connection connected() const;

  std::shared_ptr<_duckdb_database> database_;
  Connection connection_;
};

// A name within SQL, whatever letters it has.
std::string sql_name(std::string_view name);
// A text within SQL; for printed SQL and settings only, queries bind their parameters.
std::string sql_text(std::string_view text);

}  // namespace trivium::evidence
