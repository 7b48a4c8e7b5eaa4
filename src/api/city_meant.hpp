// Places as people type them: "san sebastian" is the San Sebastián there is, in the same country.
#pragma once

#include "shape/flaw.hpp"
#include "triangle/cluster.hpp"

namespace trivium::api {

// The city there is, whatever its capitals and accents.
std::optional<triangle::CityId> city_there(store::Session& session, const std::string& city,
                                           const std::string& country);
// The same, made where there is none, with the clock of its country.
triangle::CityId city_meant(store::Session& session, const std::string& city, const std::string& country);

// Adds the flaw at the field where the city has another cluster of that name, whatever its capitals and accents.
void check_cluster_name(store::Session& session, const triangle::CityId& city, const std::string& name,
                        const std::optional<triangle::ClusterId>& but, const std::string& field, shape::Flaws& flaws);

}  // namespace trivium::api
