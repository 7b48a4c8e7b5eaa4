#include "api/clusters_page.hpp"

#include "access/sight.hpp"
#include "api/city_meant.hpp"
#include "api/noted.hpp"
#include "api/typed_text.hpp"
#include "triangle/cluster.hpp"

namespace trivium::api {

Outcome<ClustersPage> ShowClusters::operator()(const Nothing& /*nothing*/, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  return store.read([&](store::Session& session) -> Outcome<ClustersPage> {
    const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
    ClustersPage page{.hosts = asking.visitor->hosts, .clusters = {}};
    for (const auto& cluster : triangle::clusters(session)) {
      if (access::permission(who, cluster.id).sight == access::Sight::nothing) continue;
      page.clusters.push_back({.cluster = cluster.id,
                               .city = cluster.city,
                               .country = cluster.country,
                               .name = cluster.name,
                               .illustration = cluster.illustration,
                               .people = static_cast<int>(access::people_of(session, cluster.id).size()),
                               .rounds = static_cast<int>(triangle::rounds_of(session, cluster.id).size())});
    }
    return page;
  });
}

Outcome<Done<ClusterAddress>> AddOneCluster::operator()(const AddCluster& given, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  if (!asking.visitor->hosts) return refuse(Why::not_yours);
  shape::Flaws flaws;
  const std::string city = line_of_text(given.city, "/city", flaws);
  const std::string country = line_of_text(given.country, "/country", flaws);
  const std::string name = line_of_text(given.name, "/name", flaws);
  if (!flaws.empty()) return put_right(std::move(flaws));
  return store.write([&](store::Session& session) -> Outcome<Done<ClusterAddress>> {
    const auto in_city = city_meant(session, city, country);
    check_cluster_name(session, in_city, name, {}, "/name", flaws);
    if (!flaws.empty()) return put_right(std::move(flaws));
    const triangle::Cluster cluster{.id = triangle::ClusterId::fresh(),
                                    .city = in_city,
                                    .name = name,
                                    .illustration = false,
                                    .created_at = asking.now};
    triangle::add(session, cluster);
    note(session, asking, Deed::cluster_added, record("cluster", cluster.id.text));
    return Done<ClusterAddress>{
        .record = {cluster.id}, .go_to = "/clusters/" + cluster.id.text, .notice = "notice.cluster_added"};
  });
}

}  // namespace trivium::api
