// How rows of B3, B4 and C8 name the problems of A_sum. Forms, files and rules name them by their place ("first" of
// those that stand there); records by the id of the problem's row, so that a name stays with its problem where another
// one is taken out or they change places.
#pragma once

#include <nlohmann/json.hpp>

#include <array>
#include <string_view>

namespace trivium::framework {

inline constexpr std::array<std::string_view, 3> kProblemPlaces{"first", "second", "third"};

// Whether a row of these facets names a problem.
bool names_problems(const nlohmann::json& facets);

// The rows of A_sum's facets; none where there are none.
nlohmann::json problems_in(const nlohmann::json& facets);

// Of any task's facets, before they are kept. A place where no problem stands yet stays a place.
void name_by_row(nlohmann::json& facets, const nlohmann::json& problems);

// After they are read: a problem that is not there any more is not named.
void name_by_place(nlohmann::json& facets, const nlohmann::json& problems);

}  // namespace trivium::framework
