#include "evidence/duck.hpp"

#include <fmt/format.h>

#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

namespace trivium::evidence {
namespace {

struct DestroyConfig {
  void operator()(duckdb_config config) const { duckdb_destroy_config(&config); }
};
struct DestroyStatement {
  void operator()(duckdb_prepared_statement statement) const { duckdb_destroy_prepare(&statement); }
};
struct DestroyChunk {
  void operator()(duckdb_data_chunk chunk) const { duckdb_destroy_data_chunk(&chunk); }
};
using Statement = std::unique_ptr<_duckdb_prepared_statement, DestroyStatement>;

// A result is a value in the C interface, so it is kept in place.
class Result {
 public:
  Result() = default;
  Result(const Result&) = delete;
  Result& operator=(const Result&) = delete;
  ~Result() { duckdb_destroy_result(&result_); }
  duckdb_result& operator*() { return result_; }

 private:
  duckdb_result result_{};
};

// While a query runs, another thread asks whether it is still wanted and how far it is. The interrupt is repeated,
// because one that comes before the engine has begun is forgotten by it.
class Watch {
 public:
  Watch(duckdb_connection connection, const measure::Work& work) {
    if (!work.stop.stop_possible() && !work.progress) return;
    watching_ = std::jthread{[this, connection, &work] {
      int told = -1;
      std::unique_lock lock{ending_};
      while (!ended_.wait_for(lock, std::chrono::milliseconds{20}, [this] { return over_; })) {
        if (work.stop.stop_requested()) duckdb_interrupt(connection);
        const auto hundredths = static_cast<int>(duckdb_query_progress(connection).percentage);
        if (work.progress && hundredths > told) work.progress(static_cast<std::size_t>(told = hundredths), 100);
      }
    }};
  }
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;
  ~Watch() {
    {
      const std::scoped_lock lock{ending_};
      over_ = true;
    }
    ended_.notify_all();
  }

 private:
  std::mutex ending_;
  std::condition_variable ended_;
  bool over_ = false;
  std::jthread watching_;  // last, so that it is joined before what it looks at goes
};

void bind(duckdb_prepared_statement statement, std::size_t place, const Cell& cell) {
  const auto state = std::visit(
      [&]<class Value>(const Value& value) {
        if constexpr (std::is_same_v<Value, std::monostate>) return duckdb_bind_null(statement, place);
        else if constexpr (std::is_same_v<Value, std::int64_t>) return duckdb_bind_int64(statement, place, value);
        else if constexpr (std::is_same_v<Value, double>) return duckdb_bind_double(statement, place, value);
        else return duckdb_bind_varchar_length(statement, place, value.data(), value.size());
      },
      cell);
  if (state == DuckDBError) throw Fault{fmt::format("no place {} for a parameter", place)};
}

Cell cell_of(const Chunk& chunk, duckdb_type type, std::size_t row, std::size_t column) {
  if (!chunk.known(row, column)) return {};
  const auto whole = [&]<class Number>(Number) { return std::int64_t{chunk.values<Number>(column)[row]}; };
  switch (type) {
    case DUCKDB_TYPE_BOOLEAN: return chunk.values<bool>(column)[row] ? std::int64_t{1} : std::int64_t{0};
    case DUCKDB_TYPE_TINYINT: return whole(std::int8_t{});
    case DUCKDB_TYPE_SMALLINT: return whole(std::int16_t{});
    case DUCKDB_TYPE_INTEGER: return whole(std::int32_t{});
    case DUCKDB_TYPE_BIGINT: return whole(std::int64_t{});
    case DUCKDB_TYPE_UTINYINT: return whole(std::uint8_t{});
    case DUCKDB_TYPE_USMALLINT: return whole(std::uint16_t{});
    case DUCKDB_TYPE_UINTEGER: return whole(std::uint32_t{});
    case DUCKDB_TYPE_DOUBLE: return chunk.values<double>(column)[row];
    case DUCKDB_TYPE_FLOAT: return double{chunk.values<float>(column)[row]};
    case DUCKDB_TYPE_VARCHAR: return std::string{chunk.text(row, column)};
    default: throw Fault{fmt::format("column {} has a type nobody reads; the query has to cast it", column + 1)};
  }
}

// Runs the statement and hands over each chunk with the result it belongs to.
void execute(duckdb_connection connection, const std::string& sql, const std::vector<Cell>& parameters,
             const measure::Work& work, const std::function<void(duckdb_result&, const Chunk&)>& take) {
  if (work.stop.stop_requested()) throw measure::Cancelled{};
  const auto fail = [&](const char* said, duckdb_error_type kind) {
    if (work.stop.stop_requested()) throw measure::Cancelled{};
    const std::string reason = said == nullptr ? "the engine gave no reason" : said;
    if (kind == DUCKDB_ERROR_OUT_OF_MEMORY) throw OutOfMemory{reason};
    throw Fault{reason};
  };
  duckdb_prepared_statement prepared = nullptr;
  const auto state = duckdb_prepare(connection, sql.c_str(), &prepared);
  const Statement statement{prepared};
  if (state == DuckDBError) fail(duckdb_prepare_error(prepared), DUCKDB_ERROR_INVALID);
  for (std::size_t i = 0; i < parameters.size(); ++i) bind(prepared, i + 1, parameters[i]);
  const Watch watch{connection, work};
  Result result;
  if (duckdb_execute_prepared_streaming(prepared, &*result) == DuckDBError)
    fail(duckdb_result_error(&*result), duckdb_result_error_type(&*result));
  for (;;) {
    if (work.stop.stop_requested()) throw measure::Cancelled{};
    const std::unique_ptr<_duckdb_data_chunk, DestroyChunk> chunk{duckdb_fetch_chunk(*result)};
    if (!chunk) break;
    if (take) take(*result, Chunk{chunk.get()});
  }
  // A streamed query that breaks off ends like one that is done, but for its error.
  if (const char* said = duckdb_result_error(&*result); said != nullptr && *said != '\0')
    fail(said, duckdb_result_error_type(&*result));
}

}  // namespace

bool Chunk::known(std::size_t row, std::size_t column) const {
  std::uint64_t* valid = duckdb_vector_get_validity(vector(column));
  return valid == nullptr || duckdb_validity_row_is_valid(valid, row);
}

std::string_view Chunk::text(std::size_t row, std::size_t column) const {
  auto& held = static_cast<duckdb_string_t*>(duckdb_vector_get_data(vector(column)))[row];
  return {duckdb_string_t_data(&held), duckdb_string_t_length(held)};
}

std::string sql_name(std::string_view name) {
  std::string made{'"'};
  for (const char letter : name) {
    if (letter == '"') made += '"';
    made += letter;
  }
  return made += '"';
}

std::string sql_text(std::string_view text) {
  std::string made{'\''};
  for (const char letter : text) {
    if (letter == '\'') made += '\'';
    made += letter;
  }
  return made += '\'';
}

Duck::Duck(const Opening& opening) {
  duckdb_config made = nullptr;
  if (duckdb_create_config(&made) == DuckDBError) throw Fault{"no memory for the engine's configuration"};
  const std::unique_ptr<_duckdb_config, DestroyConfig> config{made};
  const auto set = [&](const char* name, const std::string& value) {
    if (duckdb_set_config(made, name, value.c_str()) == DuckDBError)
      throw Fault{fmt::format("the engine knows no setting {} = {}", name, value)};
  };
  set("threads", fmt::format("{}", opening.threads));
  set("memory_limit", opening.memory);
  set("temp_directory", opening.spill.string());
  set("autoinstall_known_extensions", "false");
  set("autoload_known_extensions", "false");
  set("allow_community_extensions", "false");
  duckdb_database database = nullptr;
  char* said = nullptr;
  const auto state =
      duckdb_open_ext(opening.file.empty() ? nullptr : opening.file.c_str(), &database, config.get(), &said);
  const std::unique_ptr<char, void (*)(void*)> reason{said, duckdb_free};
  if (state == DuckDBError) throw Fault{reason ? reason.get() : "the engine does not open"};
  database_.reset(database, CloseDatabase{});
  connection_ = connected();
  std::string allowed;
  for (const auto& path : opening.allowed)
    allowed += (allowed.empty() ? "" : ", ") + sql_text(std::filesystem::absolute(path).string());
  run("set enable_progress_bar = true");
  run("set enable_progress_bar_print = false");
  if (!allowed.empty()) run("set allowed_paths = [" + allowed + "]");
  run("set enable_external_access = false");
  run("set lock_configuration = true");
}

Duck::Connection Duck::connected() const {
  duckdb_connection made = nullptr;
  if (duckdb_connect(database_.get(), &made) == DuckDBError) throw Fault{"the engine takes no connection"};
  return Connection{made};
}

Duck Duck::another() const { return Duck{database_, connected()}; }

// While an exception is on its way, DuckDB 1.4 lets a connection go without ending what it is at: its threads went on
// with what was gone, and closing waited for them for ever (met once in some two hundred measures that were stopped).
// Another query ends the one before it.
void Duck::CloseConnection::operator()(duckdb_connection connection) const {
  if (std::uncaught_exceptions() > 0) duckdb_query(connection, "select 1", nullptr);
  duckdb_disconnect(&connection);
}

void Duck::run(const std::string& sql, const std::vector<Cell>& parameters, const measure::Work& work) {
  execute(connection_.get(), sql, parameters, work, nullptr);
}

void Duck::each(const std::string& sql, const std::vector<Cell>& parameters, const measure::Work& work,
                const std::function<void(const Chunk&)>& chunk) {
  execute(connection_.get(), sql, parameters, work, [&](duckdb_result&, const Chunk& rows) { chunk(rows); });
}

std::vector<std::vector<Cell>> Duck::rows(const std::string& sql, const std::vector<Cell>& parameters,
                                          const measure::Work& work) {
  std::vector<std::vector<Cell>> all;
  execute(connection_.get(), sql, parameters, work, [&](duckdb_result& result, const Chunk& chunk) {
    const auto columns = duckdb_column_count(&result);
    for (std::size_t row = 0; row < chunk.rows(); ++row) {
      auto& cells = all.emplace_back();
      for (idx_t column = 0; column < columns; ++column)
        cells.push_back(cell_of(chunk, duckdb_column_type(&result, column), row, column));
    }
  });
  return all;
}

}  // namespace trivium::evidence
