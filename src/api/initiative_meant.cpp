#include "api/initiative_meant.hpp"

#include "api/spelled_alike.hpp"

#include <algorithm>

namespace trivium::api {

const triangle::Initiative* initiative_there(const triangle::Initiatives& all, const std::string& name,
                                             const std::optional<triangle::InitiativeId>& but) {
  const auto found = std::ranges::find_if(all, [&](const triangle::Initiative& known) {
    return !known.ended_at && known.id != but && spelled_alike(known.name, name);
  });
  return found == all.end() ? nullptr : &*found;
}

InitiativeMeant initiative_meant(store::Session& session, const triangle::ClusterId& cluster, const std::string& name,
                                 const shape::Instant& now) {
  triangle::hold_initiatives(session, cluster);
  const auto all = triangle::initiatives_of(session, cluster);
  if (const auto* there = initiative_there(all, name)) return {.initiative = there->id, .made = false};
  const triangle::Initiative made{
      .id = triangle::InitiativeId::fresh(), .cluster = cluster, .name = name, .created_at = now};
  triangle::add(session, made);
  return {.initiative = made.id, .made = true};
}

}  // namespace trivium::api
