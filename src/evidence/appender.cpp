#include "evidence/appender.hpp"

namespace trivium::evidence {

Batch::Batch(duckdb_data_chunk chunk) : chunk_{chunk} { look_up(); }

void Batch::look_up() {
  vectors_.clear();
  data_.clear();
  for (idx_t i = 0; i < duckdb_data_chunk_get_column_count(chunk_.get()); ++i) {
    vectors_.push_back(duckdb_data_chunk_get_vector(chunk_.get(), i));
    data_.push_back(duckdb_vector_get_data(vectors_.back()));
  }
  known_.assign(vectors_.size(), nullptr);
}

void Batch::empty_again() {
  duckdb_data_chunk_reset(chunk_.get());
  look_up();
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

Batch Appender::batch() {
  {
    const std::scoped_lock lock{sparing_};
    if (!spare_.empty()) {
      auto made = std::move(spare_.back());
      spare_.pop_back();
      return made;
    }
  }
  auto types = types_;
  return Batch{duckdb_create_data_chunk(types.data(), types.size())};
}

void Appender::check(duckdb_state state) {
  if (state != DuckDBError) return;
  const char* said = appender_ ? duckdb_appender_error(appender_.get()) : nullptr;
  const std::string reason = said == nullptr ? "the engine takes no rows" : said;
  if (appender_) {
    auto error = duckdb_appender_error_data(appender_.get());
    const auto kind = duckdb_error_data_error_type(error);
    duckdb_destroy_error_data(&error);
    if (kind == DUCKDB_ERROR_OUT_OF_MEMORY) throw OutOfMemory{reason};
  }
  throw Fault{reason};
}

void Appender::take(Batch batch) {
  check(duckdb_append_data_chunk(appender_.get(), batch.chunk_.get()));
  batch.empty_again();
  const std::scoped_lock lock{sparing_};
  spare_.push_back(std::move(batch));
}

void Appender::close() { check(duckdb_appender_close(appender_.get())); }

}  // namespace trivium::evidence
