// Networks for the tests: the printing cluster of 2012 (26 firms, who asked whom for technical advice), and networks
// made by chance.
#pragma once

#include "measure/network.hpp"
#include "measure/random.hpp"

#include "shared_files.hpp"

#include <string>
#include <vector>

namespace network_files {

using trivium::measure::Direction;
using trivium::measure::Network;
using trivium::measure::Node;
using trivium::measure::Tie;

inline Network printing_cluster(const std::filesystem::path& data) {
  const shared_files::Table matrix{data / "07-networks/hu_printing_cluster_2012_network_data.csv", ';'};
  std::vector<Tie> ties;
  for (std::size_t from = 0; from < matrix.size(); ++from) {
    for (std::size_t to = 0; to < matrix.size(); ++to) {
      if (matrix.row(from).at(to + 1) == "1") ties.push_back({static_cast<Node>(from), static_cast<Node>(to)});
    }
  }
  return {Direction::directed, matrix.size(), ties};
}

struct Size {
  std::size_t nodes;
  std::size_t ties;
};

inline Network by_chance(trivium::measure::Seed seed, Direction direction, Size size) {
  trivium::measure::Draw draw{seed, 0};
  std::vector<Tie> ties;
  const auto nodes = static_cast<std::uint32_t>(size.nodes);
  for (std::size_t i = 0; i < size.ties; ++i) ties.push_back({draw.below(nodes), draw.below(nodes)});
  return {direction, size.nodes, ties};
}

}  // namespace network_files
