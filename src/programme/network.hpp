// Networks of cities that learn together.
#pragma once

#include "shape/json.hpp"
#include "store/session.hpp"
#include "triangle/cluster.hpp"

namespace trivium::programme {

using triangle::CityId;
using triangle::ClusterId;
using triangle::NetworkId;
using triangle::PersonId;

struct Network {
  NetworkId id;
  std::string name;
  bool illustration;
  shape::Instant created_at;
};
TRIVIUM_SHAPE(Network, id, name, illustration, created_at)

void add(store::Session& session, const Network& network);
std::optional<Network> network(store::Session& session, const NetworkId& id);
std::vector<Network> networks(store::Session& session);  // by name
std::vector<Network> networks_with(store::Session& session, const CityId& city);
void rename(store::Session& session, const NetworkId& network, const std::string& name);

// False where the city is in the network already.
bool add_city(store::Session& session, const NetworkId& network, const CityId& city, const shape::Instant& now);
// False where a cluster of it takes part in a programme, somebody holds a role for it or is invited to one.
bool leave_out(store::Session& session, const NetworkId& network, const CityId& city);
std::vector<triangle::City> cities_of(store::Session& session, const NetworkId& network);  // by name

// Clusters of these cities that take part in one of its programmes.
std::vector<triangle::ClusterInCity> clusters_of(store::Session& session, const NetworkId& network);

}  // namespace trivium::programme
