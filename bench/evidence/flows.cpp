// How long flows take in the embedded engine, by SQL and by the sweep, from a table that is already there.
//
//   script/build release bench_flows
//   build/release/bench/bench_flows panel_l.csv [folder for a database [memory [out.csv]]]
//
// With a folder, the table stands in a database there, and both have to do with the memory named, for instance 500MB.
#include "evidence/flows.hpp"
#include "timing.hpp"

#include <cstdio>

int main(int count, char** arguments) {
  using namespace trivium::evidence;
  if (count < 2) return 1;
  const std::filesystem::path file{arguments[1]};
  Opening opening{.allowed = {file}, .memory = "8GB"};
  const std::string load =
      "create table panel as select * from read_csv(?, header = true, columns = {'worker': 'INTEGER', 'year': "
      "'SMALLINT', 'establishment': 'INTEGER', 'industry': 'SMALLINT'}, buffer_size = 4194304)";
  if (count > 2) {
    opening.file = std::filesystem::path{arguments[2]} / "panel.db";
    opening.spill = std::filesystem::path{arguments[2]} / "spill";
    opening.memory = count > 3 ? arguments[3] : "500MB";
    std::filesystem::remove(opening.file);
  }
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  Duck duck{opening};
  bench::time("flows_load", 1, [&] { duck.run(load, {file.string()}); });
  const PanelTable panel{.table = {"panel"}};
  std::vector<Flow> swept;
  std::vector<Flow> by_sql;
  const int runs = count > 2 ? 1 : 3;
  bench::time("flows_swept", runs, [&] { swept = swept_flows(duck, panel, {.least = 1}); });
  bench::time("flows_sql", runs, [&] { by_sql = flows_in_duck(duck, panel, {.least = 1}); });
  fmt::print("pairs={} the same={}\n", swept.size(), swept == by_sql);
  if (count > 4) {
    std::ofstream out{arguments[4]};
    out << "from,to,count\n";
    for (const auto& flow : by_sql) out << fmt::format("{},{},{}\n", flow.from, flow.to, flow.count);
  }
  return swept == by_sql ? 0 : 1;
}
