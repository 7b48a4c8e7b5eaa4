// Brokerage roles of a network, and their time and memory.
//
//   bench_brokerage edges.csv nodes.csv [threads [out.csv]]
#include "measure/brokerage.hpp"

#include "timing.hpp"

int main(int argc, char** argv) {
  using namespace trivium::measure;
  if (argc < 3) return 2;
  std::vector<std::string_view> fields;
  std::vector<Group> groups;
  for (bench::Rows rows{argv[2]}; rows.next(fields);) groups.push_back(bench::number<Group>(fields.at(1)));
  std::vector<Tie> ties;
  for (bench::Rows rows{argv[1]}; rows.next(fields);)
    ties.push_back({bench::number<Node>(fields.at(0)), bench::number<Node>(fields.at(1))});
  const Network network{Direction::undirected, groups.size(), ties};
  const Work work{.threads = argc > 3 ? bench::number<unsigned>(argv[3]) : 1};
  std::vector<Brokerage> made;
  bench::time("brokerage", 7, [&] { made = brokerages(network, groups, work); });
  if (argc > 4) {
    std::ofstream out{argv[4]};
    out << "\"id\",\"w_I\",\"w_O\",\"b_IO\",\"b_OI\",\"b_O\",\"t\"\n";
    for (std::size_t i = 0; i < made.size(); ++i)
      out << fmt::format("{},{},{},{},{},{},{}\n", i, made[i].coordinator, made[i].consultant, made[i].representative,
                         made[i].gatekeeper, made[i].liaison, made[i].total());
  }
  return 0;
}
