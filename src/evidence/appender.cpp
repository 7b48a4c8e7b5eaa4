#include "evidence/appender.hpp"

namespace trivium::evidence {

Appender::Appender(Duck& duck, const std::string& table) {
  duckdb_appender made = nullptr;
  const auto state = duckdb_appender_create(duck.connection_.get(), nullptr, table.c_str(), &made);
  appender_.reset(made);
  check(state);
  std::vector<duckdb_logical_type> types;
  for (idx_t i = 0; i < duckdb_appender_column_count(made); ++i) types.push_back(duckdb_appender_column_type(made, i));
  chunk_.reset(duckdb_create_data_chunk(types.data(), types.size()));
  for (auto& type : types) duckdb_destroy_logical_type(&type);
}

void Appender::check(duckdb_state state) {
  if (state != DuckDBError) return;
  const char* said = appender_ ? duckdb_appender_error(appender_.get()) : nullptr;
  throw Fault{said == nullptr ? "the engine takes no rows" : said};
}

void Appender::text(std::size_t row, std::size_t column, std::string_view value) {
  duckdb_vector_assign_string_element_len(vector(column), row, value.data(), value.size());
}

void Appender::unknown(std::size_t row, std::size_t column) {
  duckdb_vector_ensure_validity_writable(vector(column));
  duckdb_validity_set_row_invalid(duckdb_vector_get_validity(vector(column)), row);
}

void Appender::take(std::size_t rows) {
  duckdb_data_chunk_set_size(chunk_.get(), rows);
  check(duckdb_append_data_chunk(appender_.get(), chunk_.get()));
  duckdb_data_chunk_reset(chunk_.get());
}

void Appender::close() { check(duckdb_appender_close(appender_.get())); }

}  // namespace trivium::evidence
