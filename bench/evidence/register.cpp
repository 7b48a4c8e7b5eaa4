// How long a firm register takes from its file into the engine, typed and with row errors, beside DuckDB's own reading
// of the same file into the same types.
//
//   script/build release bench_register && build/release/bench/bench_register register_l.csv [database [out.csv]]
//
// An empty name is no database: memory. out.csv has sums by municipality, as the peers' output.
#include "evidence/import.hpp"
#include "timing.hpp"

#include <optional>

namespace {

using namespace trivium::evidence;

DescribedTable register_of_firms() {
  using enum Kind;
  return {.name = "r",
          .columns = {{.name = "firm_id", .header = "firm_id", .kind = whole},
                      {.name = "name", .header = "name", .kind = text},
                      {.name = "street", .header = "street", .kind = text},
                      {.name = "municipality", .header = "municipality", .kind = text},
                      {.name = "nace", .header = "nace", .kind = code, .digits = {4}},
                      {.name = "employees", .header = "employees", .kind = whole, .least = 0},
                      {.name = "turnover", .header = "turnover", .kind = number},
                      {.name = "founded", .header = "founded", .kind = date},
                      {.name = "closed", .header = "closed", .kind = date},
                      {.name = "lon", .header = "lon", .kind = number, .least = -180, .most = 180},
                      {.name = "lat", .header = "lat", .kind = number, .least = -90, .most = 90}}};
}

std::string sums(Duck& duck) {
  const auto row = duck.rows(
      "select count(*), sum(firm_id)::bigint, sum(employees)::bigint, round(sum(turnover), 0)::bigint, count(closed), "
      "sum(length(name))::bigint, min(founded)::varchar, sum(length(nace))::bigint from r");
  std::string made;
  for (const auto& cell : row.front()) {
    std::visit(
        [&]<class Value>(const Value& value) {
          if constexpr (!std::is_same_v<Value, std::monostate>) made += fmt::format("{} ", value);
        },
        cell);
  }
  return made;
}

void write(Duck& duck, const char* path) {
  std::ofstream out{path};
  out << "municipality,firms,emp,turnover,closed,founded_min\n";
  for (const auto& row : duck.rows("select municipality, count(*), sum(employees)::bigint, sum(turnover), "
                                   "count(closed), min(founded)::varchar from r group by 1 order by 1"))
    out << fmt::format("{},{},{},{:.17g},{},{}\n", std::get<std::string>(row[0]), std::get<std::int64_t>(row[1]),
                       std::get<std::int64_t>(row[2]), std::get<double>(row[3]), std::get<std::int64_t>(row[4]),
                       std::get<std::string>(row[5]));
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) return 1;
  const std::filesystem::path file{arguments[1]};
  const std::filesystem::path database{count > 2 ? arguments[2] : ""};
  const auto opened = [&](const std::filesystem::path& readable) {
    for (const auto* end : {"", ".wal"}) {
      if (!database.empty()) std::filesystem::remove(database.string() + end);
    }
    return std::make_unique<Duck>(Opening{.file = database, .allowed = {readable}, .memory = "4GB"});
  };
  std::unique_ptr<Duck> duck;
  bench::time("register_ours", 5, [&] {
    duck.reset();
    duck = opened(file);
    const auto tally = import_csv(*duck, file, register_of_firms(), {.threads = 2});
    if (!tally) throw std::runtime_error{tally.error().front().key};
    if (!database.empty()) duck->run("checkpoint");
    fmt::print("taken={} refused={}\n", tally->taken, tally->refused);
  });
  fmt::print("{}\n", sums(*duck));
  if (count > 3) {
    write(*duck, arguments[3]);
    return 0;
  }
  bench::time("register_duckdb", 5, [&] {
    duck.reset();
    duck = opened(file);
    duck->run(
        "create table r as select * from read_csv(?, header = true, columns = {'firm_id': 'INTEGER', 'name': "
        "'VARCHAR', "
        "'street': 'VARCHAR', 'municipality': 'VARCHAR', 'nace': 'VARCHAR', 'employees': 'INTEGER', 'turnover': "
        "'DOUBLE', 'founded': 'DATE', 'closed': 'DATE', 'lon': 'DOUBLE', 'lat': 'DOUBLE'})",
        {file.string()});
    if (!database.empty()) duck->run("checkpoint");
  });
  fmt::print("{}\n", sums(*duck));
  return 0;
}
