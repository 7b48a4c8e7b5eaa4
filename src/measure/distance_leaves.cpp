#include "measure/distance_leaves.hpp"

namespace trivium::measure {

Leaves::Leaves(std::span<const Site> sites, std::span<const std::uint32_t> chosen)
    : sites_(chosen.begin(), chosen.end()) {
  if (!sites_.empty()) split(sites, 0, sites_.size());
  for (std::size_t leaf = 0, held = 0; leaf < leaves_.size(); ++leaf) {
    held += leaves_[leaf].end - leaves_[leaf].begin;
    if (held < kRow && leaf + 1 < leaves_.size()) continue;
    rows_.push_back(leaf + 1);
    held = 0;
  }
  x_.assign(sites_.size() + kChunk, 0);
  y_.assign(sites_.size() + kChunk, 0);
  weight_.resize(sites_.size());
  for (std::size_t i = 0; i < sites_.size(); ++i) {
    const Site& site = sites[sites_[i]];
    x_[i] = site.x;
    y_[i] = site.y;
    weight_[i] = site.weight;
  }
}

void Leaves::split(std::span<const Site> sites, std::size_t begin, std::size_t end) {
  const Site& first = sites[sites_[begin]];
  Leaf leaf{begin, end, first.x, first.x, first.y, first.y};
  for (std::size_t i = begin; i < end; ++i) {
    const Site& site = sites[sites_[i]];
    leaf.west = std::min(leaf.west, site.x);
    leaf.east = std::max(leaf.east, site.x);
    leaf.south = std::min(leaf.south, site.y);
    leaf.north = std::max(leaf.north, site.y);
  }
  if (end - begin <= kLeaf) {
    leaves_.push_back(leaf);
    return;
  }
  const bool across = leaf.east - leaf.west >= leaf.north - leaf.south;
  const auto at = [&](std::size_t i) { return sites_.begin() + static_cast<std::ptrdiff_t>(i); };
  const std::size_t middle = begin + (end - begin) / 2;
  std::nth_element(at(begin), at(middle), at(end), [&](std::uint32_t a, std::uint32_t b) {
    return across ? sites[a].x < sites[b].x : sites[a].y < sites[b].y;
  });
  split(sites, begin, middle);
  split(sites, middle, end);
}

bool Leaves::within(const Leaf& one, const Leaf& other, Reach reach) {
  const double gap_x = std::max({0.0, one.west - other.east, other.west - one.east});
  const double gap_y = std::max({0.0, one.south - other.north, other.south - one.north});
  const double far_x = std::max(one.east, other.east) - std::min(one.west, other.west);
  const double far_y = std::max(one.north, other.north) - std::min(one.south, other.south);
  return gap_x * gap_x + gap_y * gap_y <= reach.most * reach.most &&
         far_x * far_x + far_y * far_y >= reach.least * reach.least;
}

}  // namespace trivium::measure
