// Rows into a table of the engine, column by column and about 2,000 at a time: the quickest way in. Batches are filled
// on any thread; the table takes them on one.
#pragma once

#include "evidence/duck.hpp"

#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace trivium::evidence {

// Rows on their way, up to capacity() of them.
class Batch {
 public:
  static std::size_t capacity() { return duckdb_vector_size(); }

  // Where the numbers of a column are written, in the column's very type.
  template <class Number>
  Number* values(std::size_t column) {
    return static_cast<Number*>(data_[column]);
  }
  void text(std::size_t row, std::size_t column, std::string_view value) {
    duckdb_vector_assign_string_element_len(vectors_[column], row, value.data(), value.size());
  }
  void unknown(std::size_t row, std::size_t column);
  void forget(std::size_t row);  // it will be written again, with other cells unknown
  void holds(std::size_t rows) { duckdb_data_chunk_set_size(chunk_.get(), rows); }

 private:
  friend class Appender;
  struct Destroy {
    void operator()(duckdb_data_chunk chunk) const { duckdb_destroy_data_chunk(&chunk); }
  };
  explicit Batch(duckdb_data_chunk chunk);
  void empty_again();
  void look_up();

  std::unique_ptr<_duckdb_data_chunk, Destroy> chunk_;
  std::vector<duckdb_vector> vectors_;
  std::vector<void*> data_;
  std::vector<std::uint64_t*> known_;
};

class Appender {
 public:
  Appender(Duck& duck, const std::string& table);
  ~Appender();
  Appender(const Appender&) = delete;
  Appender& operator=(const Appender&) = delete;

  Batch batch();  // an empty one; from any thread
  void take(Batch batch);
  // What was taken is in the table. Without it, it may not be.
  void close();

 private:
  void check(duckdb_state state);

  struct Destroy {
    void operator()(duckdb_appender appender) const { duckdb_appender_destroy(&appender); }
  };
  std::unique_ptr<_duckdb_appender, Destroy> appender_;
  std::vector<duckdb_logical_type> types_;
  std::mutex sparing_;
  std::vector<Batch> spare_;  // given back: memory that is already there is filled quicker
};

}  // namespace trivium::evidence
