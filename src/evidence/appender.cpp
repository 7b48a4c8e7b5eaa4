#include "evidence/appender.hpp"

namespace trivium::evidence {

Batch::Batch(duckdb_data_chunk chunk) : chunk_{chunk} {
  for (idx_t i = 0; i < duckdb_data_chunk_get_column_count(chunk); ++i) {
    vectors_.push_back(duckdb_data_chunk_get_vector(chunk, i));
    data_.push_back(duckdb_vector_get_data(vectors_.back()));
  }
  known_.resize(vectors_.size());
}

void Batch::unknown(std::size_t row, std::size_t column) {
  if (known_[column] == nullptr) {
    duckdb_vector_ensure_validity_writable(vectors_[column]);
    known_[column] = duckdb_vector_get_validity(vectors_[column]);
  }
  known_[column][row / 64] &= ~(std::uint64_t{1} << (row % 64));
}

void Batch::forget(std::size_t row) {
  for (auto* known : known_) {
    if (known != nullptr) known[row / 64] |= std::uint64_t{1} << (row % 64);
  }
}

Appender::Appender(Duck& duck, const std::string& table) {
  duckdb_appender made = nullptr;
  const auto state = duckdb_appender_create(duck.connection_.get(), nullptr, table.c_str(), &made);
  appender_.reset(made);
  check(state);
  for (idx_t i = 0; i < duckdb_appender_column_count(made); ++i) types_.push_back(duckdb_appender_column_type(made, i));
}

Appender::~Appender() {
  for (auto& type : types_) duckdb_destroy_logical_type(&type);
}

Batch Appender::batch() const {
  auto types = types_;
  return Batch{duckdb_create_data_chunk(types.data(), types.size())};
}

void Appender::check(duckdb_state state) {
  if (state != DuckDBError) return;
  const char* said = appender_ ? duckdb_appender_error(appender_.get()) : nullptr;
  throw Fault{said == nullptr ? "the engine takes no rows" : said};
}

void Appender::take(Batch& batch) { check(duckdb_append_data_chunk(appender_.get(), batch.chunk_.get())); }

void Appender::close() { check(duckdb_appender_close(appender_.get())); }

}  // namespace trivium::evidence
