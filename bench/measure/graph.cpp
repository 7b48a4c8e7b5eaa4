// Betweenness, closeness, constraint, cores and communities of a network, and the time and memory of one of them or
// all.
//
//   bench_graph edges.csv nodes.csv [threads [measure|all [out.csv]]]
#include "measure/betweenness.hpp"
#include "measure/closeness.hpp"
#include "measure/communities.hpp"
#include "measure/positions.hpp"

#include "timing.hpp"

namespace {

using namespace trivium::measure;

Network read(const std::string& edges, const std::string& nodes) {
  std::vector<std::string_view> fields;
  std::size_t count = 0;
  for (bench::Rows rows{nodes}; rows.next(fields);) ++count;
  std::vector<Tie> ties;
  for (bench::Rows rows{edges}; rows.next(fields);)
    ties.push_back({bench::number<Node>(fields.at(0)), bench::number<Node>(fields.at(1))});
  return {Direction::undirected, count, ties};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const auto network = read(argv[1], argv[2]);
  const Work work{.threads = argc > 3 ? bench::number<unsigned>(argv[3]) : 1};
  const std::string only = argc > 4 ? argv[4] : "all";
  const auto wanted = [&](const char* name) { return only == "all" || only == name; };
  const int runs = network.nodes() > 10'000 ? 1 : 5;
  std::vector<Betweenness> between(network.nodes());
  std::vector<NodeCloseness> near(network.nodes());
  std::vector<std::optional<double>> constraint(network.nodes());
  std::vector<std::uint32_t> core(network.nodes());
  Communities found;
  if (wanted("build")) bench::time("build", 5, [&] { (void)read(argv[1], argv[2]); });
  if (wanted("coreness")) bench::time("coreness", 5, [&] { core = cores(network); });
  if (wanted("constraint")) bench::time("constraint", 5, [&] { constraint = constraints(network, Strength::alike, work); });
  const auto search = [&](std::string_view name, const Search& how) {
    bench::time(name, 5, [&] { found = communities(network, Seed{1}, how); });
    fmt::print("modularity {} communities {}\n", *found.modularity, found.count);
  };
  if (wanted("leiden_3_rounds")) search("leiden_3_rounds", {.rounds = 3});
  if (wanted("leiden")) search("leiden", {});
  if (wanted("betweenness")) bench::time("betweenness", runs, [&] { between = betweenness(network, work); });
  if (wanted("closeness")) bench::time("closeness", 3, [&] { near = closeness(network, Along::out, work); });
  if (argc > 5) {
    std::ofstream out{argv[5]};
    out << "id,betweenness,constraint,coreness,closeness\n";
    for (std::size_t i = 0; i < network.nodes(); ++i)
      out << fmt::format("{},{:.17g},{:.17g},{},{:.17g}\n", i, between[i].betweenness, constraint[i].value_or(0),
                         core[i], near[i].closeness.value_or(0));
  }
  return 0;
}
