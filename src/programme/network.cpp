#include "programme/network.hpp"

namespace trivium::programme {

void add(store::Session& session, const Network& network) { session.insert("networks", network); }

std::optional<Network> network(store::Session& session, const NetworkId& id) {
  return session.row<Network>("select {} from networks where id = :id", {{"id", id}});
}

std::vector<Network> networks(store::Session& session) {
  return session.rows<Network>("select {} from networks order by name, id");
}

std::vector<Network> networks_with(store::Session& session, const CityId& city) {
  return session.rows<Network>(
      "select {} from networks where id in (select network from network_cities where city = :city) order by id",
      {{"city", city}});
}

void rename(store::Session& session, const NetworkId& network, const std::string& name) {
  session.run("update networks set name = :name where id = :id", {{"name", name}, {"id", network}});
}

bool leave_out(store::Session& session, const NetworkId& network, const CityId& city) {
  return session.run(R"(
      delete from network_cities
      where network = :network and city = :city
        and not exists (select 1 from rounds join programmes on programmes.id = rounds.programme
                        join clusters on clusters.id = rounds.cluster
                        where programmes.network = :network and clusters.city = :city)
        and not exists (select 1 from roles where network = :network and city = :city and until is null)
        and not exists (select 1 from invitations where network = :network and city = :city and accepted_at is null
                        and withdrawn_at is null))",
                     {{"network", network}, {"city", city}}) == 1;
}

bool add_city(store::Session& session, const NetworkId& network, const CityId& city, const shape::Instant& now) {
  return session.run(
             "insert into network_cities (network, city, since) values (:network, :city, :now) on conflict do nothing",
             {{"network", network}, {"city", city}, {"now", now}}) == 1;
}

std::vector<triangle::City> cities_of(store::Session& session, const NetworkId& network) {
  return session.rows<triangle::City>(R"(
      select {} from (
        select cities.id as id, cities.name as name, cities.country as country, cities.zone as zone
        from network_cities join cities on cities.id = network_cities.city where network_cities.network = :network) found
      order by name, country, id)",
                                      {{"network", network}});
}

std::vector<triangle::ClusterInCity> clusters_of(store::Session& session, const NetworkId& network) {
  return session.rows<triangle::ClusterInCity>(R"(
      select distinct {} from (
        select clusters.id as id, clusters.name as name, clusters.city as city_id, cities.name as city,
               cities.country as country, clusters.illustration as illustration
        from programmes join rounds on rounds.programme = programmes.id
        join clusters on clusters.id = rounds.cluster join cities on cities.id = clusters.city
        where programmes.network = :network) found
      order by city, name, id)",
                                               {{"network", network}});
}

}  // namespace trivium::programme
