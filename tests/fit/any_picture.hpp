// Pictures made by chance; the same for the same seed.
#pragma once

#include "fit/picture.hpp"
#include "shape/by_chance.hpp"

namespace trivium::fit {

inline std::vector<Mechanism> any_mechanisms(by_chance::Chance& chance) {
  std::vector<Mechanism> some;
  for (const auto mechanism : {Mechanism::sharing, Mechanism::matching, Mechanism::learning}) {
    if (by_chance::one_in(chance, 2)) some.push_back(mechanism);
  }
  return some;
}

// Nothing known, zero, or an amount.
inline std::optional<double> any_amount(by_chance::Chance& chance) {
  if (by_chance::one_in(chance, 3)) return std::nullopt;
  return static_cast<double>(by_chance::below(chance, 6));
}

inline std::vector<Link> any_links(by_chance::Chance& chance, std::size_t from, std::size_t to) {
  std::vector<Link> links;
  for (std::size_t i = 0; i < from; ++i) {
    for (std::size_t j = 0; j < to; ++j) {
      if (by_chance::one_in(chance, 3)) links.push_back({i, j, by_chance::one_in(chance, 2) ? 1.0 : 0.5});
    }
  }
  return links;
}

// In each column fewer than so many more than the least.
inline Picture any_picture(by_chance::Chance& chance, std::size_t least_demands = 0, std::size_t range = 5) {
  Picture picture;
  const auto some_scale = [&] { return static_cast<Scale>(by_chance::below(chance, 5)); };
  for (auto count = least_demands + by_chance::below(chance, range - 1); count > 0; --count) {
    picture.demands.push_back({.id = "d" + std::to_string(count),
                               .task = "A_sum",
                               .text = "demand",
                               .weight = static_cast<double>(1 + by_chance::below(chance, 5)),
                               .mechanisms = any_mechanisms(chance),
                               .scale = by_chance::one_in(chance, 2) ? std::optional{some_scale()} : std::nullopt,
                               .unmet_actors = {}});
    if (by_chance::one_in(chance, 4)) picture.demands.back().unmet_actors = {"somebody"};
  }
  for (auto count = by_chance::below(chance, range); count > 0; --count) {
    picture.instruments.push_back({.id = "j" + std::to_string(count),
                                   .task = "B3",
                                   .text = "instrument",
                                   .resource = any_amount(chance),
                                   .mechanisms = any_mechanisms(chance)});
  }
  for (auto count = by_chance::below(chance, range); count > 0; --count) {
    picture.practices.push_back({.id = "k" + std::to_string(count),
                                 .task = "C8",
                                 .text = "practice",
                                 .effort = any_amount(chance),
                                 .mechanisms = any_mechanisms(chance)});
  }
  picture.addresses = any_links(chance, picture.instruments.size(), picture.demands.size());
  picture.carries = any_links(chance, picture.practices.size(), picture.instruments.size());
  picture.meets = any_links(chance, picture.practices.size(), picture.demands.size());
  if (by_chance::one_in(chance, 2)) picture.out_of_reach = some_scale();
  if (by_chance::one_in(chance, 2)) picture.whole = static_cast<double>(5 + by_chance::below(chance, 16));
  return picture;
}

}  // namespace trivium::fit
