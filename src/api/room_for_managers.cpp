#include "api/room_for_managers.hpp"

#include "programme/taking_part.hpp"

#include <fmt/format.h>

namespace trivium::api {

void check_room(store::Session& session, const access::Invitation& invitation, bool with_invited,
                const shape::Instant& now, shape::Flaws& flaws) {
  const auto instead_of = invitation.instead_of ? std::optional{invitation.instead_of->text} : std::nullopt;
  const auto full = programme::full_for(session, *invitation.cluster, invitation.email, with_invited, instead_of, now);
  if (!full) return;
  const auto cluster = triangle::cluster(session, *invitation.cluster);
  flaws.push_back(
      {"/email",
       "flaw.no_room_for_managers",
       {{"city", cluster->city}, {"programme", full->title}, {"most", fmt::to_string(full->most_managers)}}});
}

}  // namespace trivium::api
