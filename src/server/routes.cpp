#include "server/routes.hpp"

#include "server/again.hpp"
#include "server/route_groups.hpp"

#include <iterator>

namespace trivium::server {

std::vector<Route> routes(const api::House& house, const sample::SampleCity& sample, const document::Workshop& workshop,
                          const Facts& facts) {
  const RoutesGround ground{.house = house, .sample = sample, .workshop = workshop, .facts = facts};
  std::vector<Route> all;
  for (const auto& group : {front_routes, cluster_routes, programme_routes, table_routes, reflection_routes}) {
    auto rows = group(ground);
    all.insert(all.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
  }
  show_again(all, house, facts);
  return all;
}

}  // namespace trivium::server
