#include "measure/neighbourhood.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace trivium::measure {
namespace {

// Square cells of about two places each.
struct Cells {
  double west = HUGE_VAL;
  double south = HUGE_VAL;
  double side = 1;
  std::int64_t columns = 1;
  std::int64_t rows = 1;

  explicit Cells(std::span<const Place> places) {
    double east = -HUGE_VAL;
    double north = -HUGE_VAL;
    for (const auto& place : places) {
      west = std::min(west, place.east);
      south = std::min(south, place.north);
      east = std::max(east, place.east);
      north = std::max(north, place.north);
    }
    const double longer = std::max(east - west, north - south);
    const double across = std::max(1.0, std::sqrt(static_cast<double>(places.size()) / 2));
    if (longer > 0) side = longer / across;
    const auto last = of({.east = east, .north = north});
    columns = last.x + 1;
    rows = last.y + 1;
  }

  struct Cell {
    std::int64_t x;
    std::int64_t y;
  };
  [[nodiscard]] Cell of(const Place& place) const {
    return {.x = static_cast<std::int64_t>((place.east - west) / side),
            .y = static_cast<std::int64_t>((place.north - south) / side)};
  }
  [[nodiscard]] bool outside(const Cell& cell) const {
    return cell.x < 0 || cell.y < 0 || cell.x >= columns || cell.y >= rows;
  }
  [[nodiscard]] std::size_t number(const Cell& cell) const {
    return static_cast<std::size_t>(cell.y * columns + cell.x);
  }
};

Places by_cell(std::span<const Place> places, const Cells& cells) {
  Places cell_of;
  cell_of.from.push_back(0);
  for (const auto& place : places) {
    cell_of.places.push_back(static_cast<std::uint32_t>(cells.number(cells.of(place))));
    cell_of.from.push_back(cell_of.places.size());
  }
  return turned(cell_of, static_cast<std::size_t>(cells.columns * cells.rows));
}

class Grid {
 public:
  explicit Grid(std::span<const Place> places) : places_{places}, cells_{places}, in_cell_{by_cell(places, cells_)} {}

  struct Near {
    double squared;
    std::uint32_t place;
    auto operator<=>(const Near&) const = default;
  };

  // Ring by ring around the place's own cell, until nothing outside can be nearer than what was found.
  void nearest(std::uint32_t of, std::size_t many, std::vector<Near>& found) const {
    found.clear();
    const auto [column, row] = cells_.of(places_[of]);
    for (std::int64_t ring = 0; ring < std::max(cells_.columns, cells_.rows) + 1; ++ring) {
      if (found.size() >= many) {
        std::ranges::nth_element(found, found.begin() + static_cast<std::ptrdiff_t>(many) - 1);
        const double reached = static_cast<double>(ring - 1) * cells_.side;
        if (reached > 0 && found[many - 1].squared < reached * reached) break;
      }
      for (auto y = row - ring; y <= row + ring; ++y) {
        const bool edge = y == row - ring || y == row + ring;
        for (auto x = column - ring; x <= column + ring; x += edge || ring == 0 ? 1 : 2 * ring) look(of, {x, y}, found);
      }
    }
    std::ranges::sort(found);
    found.resize(std::min(found.size(), many));
  }

 private:
  void look(std::uint32_t of, const Cells::Cell& cell, std::vector<Near>& found) const {
    if (cells_.outside(cell)) return;
    for (const auto other : in_cell_.row(cells_.number(cell))) {
      if (other == of) continue;
      const double east = places_[other].east - places_[of].east;
      const double north = places_[other].north - places_[of].north;
      found.push_back({.squared = east * east + north * north, .place = other});
    }
  }

  std::span<const Place> places_;
  Cells cells_;
  Places in_cell_;
};

}  // namespace

Places nearest(std::span<const Place> places, std::size_t many) {
  Places found;
  found.from.push_back(0);
  if (places.empty()) return found;
  const Grid grid{places};
  std::vector<Grid::Near> near;
  for (std::uint32_t place = 0; place < places.size(); ++place) {
    if (many > 0) grid.nearest(place, many, near);
    for (const auto& one : near) found.places.push_back(one.place);
    found.from.push_back(found.places.size());
  }
  return found;
}

Places bordering(std::size_t areas, std::span<const Border> borders, Sides sides) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> all;
  for (const auto& border : borders) {
    if (border.one == border.other) continue;
    all.emplace_back(border.one, border.other);
    if (sides == Sides::both) all.emplace_back(border.other, border.one);
  }
  std::ranges::sort(all);
  const auto twice = std::ranges::unique(all);
  all.erase(twice.begin(), twice.end());
  Places found{.from = std::vector<std::size_t>(areas + 1, 0), .places = {}};
  for (const auto& [one, other] : all) {
    ++found.from[one + 1];
    found.places.push_back(other);
  }
  for (std::size_t area = 0; area < areas; ++area) found.from[area + 1] += found.from[area];
  return found;
}

Settled settled(std::span<const std::optional<double>> values, const Places& neighbours) {
  std::vector<bool> in(values.size());
  for (std::size_t area = 0; area < values.size(); ++area) in[area] = values[area].has_value();
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t area = 0; area < values.size(); ++area) {
      if (!in[area] ||
          std::ranges::any_of(neighbours.row(area), [&](std::uint32_t one) { return in[one] && one != area; }))
        continue;
      in[area] = false;
      changed = true;
    }
  }
  Settled found;
  std::vector<std::uint32_t> place(values.size());
  for (std::size_t area = 0; area < values.size(); ++area) {
    if (!in[area]) continue;
    place[area] = static_cast<std::uint32_t>(found.areas.size());
    found.areas.push_back(area);
    found.values.push_back(*values[area]);
  }
  found.neighbours.from.push_back(0);
  for (const auto area : found.areas) {
    for (const auto neighbour : neighbours.row(area)) {
      if (in[neighbour] && neighbour != area) found.neighbours.places.push_back(place[neighbour]);
    }
    found.neighbours.from.push_back(found.neighbours.places.size());
  }
  return found;
}

}  // namespace trivium::measure
