// How rows of the tasks name a demand (A_sum): by its place, "first", "second", "third", in the order they stand in.
#pragma once

#include <array>
#include <string_view>

namespace trivium::api {

inline constexpr std::array<std::string_view, 3> kDemandPlaces{"first", "second", "third"};

}  // namespace trivium::api
