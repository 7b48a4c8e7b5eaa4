#include "api/city_meant.hpp"

#include "api/spelled_alike.hpp"
#include "words/zones.hpp"

namespace trivium::api {

std::optional<triangle::CityId> city_there(store::Session& session, const std::string& city,
                                           const std::string& country) {
  for (const auto& known : triangle::cities(session)) {
    if (spelled_alike(known.name, city) && spelled_alike(known.country, country)) return known.id;
  }
  return std::nullopt;
}

triangle::CityId city_meant(store::Session& session, const std::string& city, const std::string& country) {
  const auto there = city_there(session, city, country);
  return there ? *there : triangle::city_named(session, city, country, words::zone_of_country(country));
}

void check_cluster_name(store::Session& session, const triangle::CityId& city, const std::string& name,
                        const std::optional<triangle::ClusterId>& but, const std::string& field, shape::Flaws& flaws) {
  for (const auto& known : triangle::clusters(session)) {
    if (known.city_id != city || known.id == but || !spelled_alike(known.name, name)) continue;
    return flaws.push_back({field, "flaw.cluster_there", {{"city", known.city}, {"name", known.name}}});
  }
}

}  // namespace trivium::api
