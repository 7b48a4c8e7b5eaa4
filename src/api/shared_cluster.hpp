#pragma once

#include "api/asking.hpp"
#include "api/outcome.hpp"
#include "triangle/cluster.hpp"

namespace trivium::api {

// A cluster whose own cases and numbers the visitor shares, by access/sight.hpp; to everybody else it is not there.
Outcome<triangle::ClusterInCity> shared_cluster(store::Session& session, const triangle::ClusterId& id,
                                                const Asking& asking);

}  // namespace trivium::api
