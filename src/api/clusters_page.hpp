// The clusters somebody may see, and adding one.
#pragma once

#include "api/asking.hpp"
#include "api/outcome.hpp"
#include "shape/json.hpp"
#include "store/store.hpp"
#include "triangle/ids.hpp"

namespace trivium::api {

struct ClusterLine {
  triangle::ClusterId cluster;
  std::string city;
  std::string country;
  std::string name;
  bool illustration;
  int people;
  int rounds;
};
TRIVIUM_SHAPE(ClusterLine, cluster, city, country, name, illustration, people, rounds)

struct ClustersPage {  // GET /clusters
  bool hosts;
  std::vector<ClusterLine> clusters;
};
TRIVIUM_SHAPE(ClustersPage, hosts, clusters)

struct AddCluster {  // POST /clusters
  std::string city;
  std::string country;
  std::string name;
};
TRIVIUM_SHAPE(AddCluster, city, country, name)

struct ClusterAddress {
  triangle::ClusterId cluster;
};
TRIVIUM_SHAPE(ClusterAddress, cluster)

struct ShowClusters {
  const store::Store& store;
  Outcome<ClustersPage> operator()(const Nothing& nothing, const Asking& asking) const;
};

struct AddOneCluster {
  store::Store& store;
  Outcome<Done<ClusterAddress>> operator()(const AddCluster& given, const Asking& asking) const;
};

}  // namespace trivium::api
