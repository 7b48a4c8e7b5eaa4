#include "triangle/cluster.hpp"

namespace trivium::triangle {

CityId city_named(store::Session& session, const std::string& name, const std::string& country,
                  const std::string& zone) {
  const auto known = session.row<City>("select {} from cities where name = :name and country = :country",
                                       {{"name", name}, {"country", country}});
  if (known) return known->id;
  const City city{CityId::fresh(), name, country, zone};
  session.insert("cities", city);
  return city.id;
}

std::optional<City> city(store::Session& session, const CityId& id) {
  return session.row<City>("select {} from cities where id = :id", {{"id", id}});
}

std::vector<City> cities(store::Session& session) {
  return session.rows<City>("select {} from cities order by name, country, id");
}

void change(store::Session& session, const City& city) {
  session.run("update cities set name = :name, country = :country, zone = :zone where id = :id",
              {{"name", city.name}, {"country", city.country}, {"zone", city.zone}, {"id", city.id}});
}

void rename(store::Session& session, const ClusterId& cluster, const std::string& name) {
  session.run("update clusters set name = :name where id = :id", {{"name", name}, {"id", cluster}});
}

void add(store::Session& session, const Cluster& cluster) { session.insert("clusters", cluster); }
void add(store::Session& session, const Round& round) { session.insert("rounds", round); }

std::optional<ClusterInCity> cluster(store::Session& session, const ClusterId& id) {
  return session.row<ClusterInCity>(R"(
      select {} from (
        select clusters.id as id, clusters.name as name, clusters.city as city_id, cities.name as city,
               cities.country as country, clusters.illustration as illustration
        from clusters join cities on cities.id = clusters.city) found
      where id = :id)",
                                    {{"id", id}});
}

std::vector<ClusterInCity> clusters(store::Session& session) {
  return session.rows<ClusterInCity>(R"(
      select {} from (
        select clusters.id as id, clusters.name as name, clusters.city as city_id, cities.name as city,
               cities.country as country, clusters.illustration as illustration
        from clusters join cities on cities.id = clusters.city) found
      order by city, name, id)");
}

std::optional<Round> round(store::Session& session, const RoundId& id) {
  return session.row<Round>("select {} from rounds where id = :id", {{"id", id}});
}

std::vector<Round> rounds_of(store::Session& session, const ClusterId& cluster) {
  return session.rows<Round>("select {} from rounds where cluster = :cluster order by opened_on desc, id desc",
                             {{"cluster", cluster}});
}

}  // namespace trivium::triangle
