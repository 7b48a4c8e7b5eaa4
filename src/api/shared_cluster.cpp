#include "api/shared_cluster.hpp"

#include "access/sight.hpp"

namespace trivium::api {

Outcome<triangle::ClusterInCity> shared_cluster(store::Session& session, const triangle::ClusterId& id,
                                                const Asking& asking) {
  if (!asking.visitor) return refuse(Why::sign_in);
  auto cluster = triangle::cluster(session, id);
  if (!cluster || !access::shares_cases(session, asking.visitor, id)) return refuse(Why::not_found);
  return std::move(*cluster);
}

}  // namespace trivium::api
