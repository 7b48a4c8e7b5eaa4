// Whatever bytes come for a file: reading it ends with a table that has as many rows as were taken, or with what is
// wrong and no table. The first byte says how the rest is taken: as text, as one of Eurostat's wide tables, as Parquet,
// as PC-Axis.
#include "evidence/eurostat.hpp"
#include "evidence/import.hpp"
#include "evidence/px.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <string>

namespace {

using namespace trivium::evidence;

// A file in memory, for the life of the program.
class MemoryFile {
 public:
  MemoryFile() : file_{memfd_create("fuzzed", 0)} {}
  std::filesystem::path path() const { return "/proc/self/fd/" + std::to_string(file_); }
  void hold(const std::uint8_t* bytes, std::size_t size) const {
    if (ftruncate(file_, 0) != 0 || pwrite(file_, bytes, size, 0) != static_cast<ssize_t>(size)) __builtin_trap();
  }

 private:
  int file_;
};

const DescribedTable kTable{.name = "t",
                            .columns = {{.name = "of", .header = "of", .kind = Kind::text},
                                        {.name = "code", .header = "code", .kind = Kind::code},
                                        {.name = "value",
                                         .header = "value",
                                         .kind = Kind::number,
                                         .markers = {{"*", Marker::Means::suppressed}},
                                         .least = 0}}};

std::int64_t first(Duck& duck, const std::string& sql) { return std::get<std::int64_t>(duck.rows(sql).at(0).at(0)); }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const MemoryFile file;
  static Duck duck{{.allowed = {file.path()}, .memory = "200MB", .threads = 1}};
  if (size == 0) return 0;
  file.hold(bytes + 1, size - 1);
  const trivium::measure::Work work{.threads = 1};
  try {
    const auto read = bytes[0] % 4 == 0   ? import_csv(duck, file.path(), kTable, work)
                      : bytes[0] % 4 == 1 ? import_eurostat(duck, file.path(), kTable, work)
                      : bytes[0] % 4 == 2 ? import_parquet(duck, file.path(), kTable, work)
                                          : import_px(duck, file.path(), kTable, work);
    if (read) {
      if (first(duck, "select count(*) from t") != static_cast<std::int64_t>(read->taken)) __builtin_trap();
      duck.run("drop table t");
      return 0;
    }
    if (read.error().empty()) __builtin_trap();
  } catch (const Fault&) {
    // The engine says that it cannot read this as Parquet.
    if (bytes[0] % 4 != 2) __builtin_trap();
  }
  if (first(duck, "select count(*) from duckdb_tables()") != 0) __builtin_trap();
  return 0;
}
