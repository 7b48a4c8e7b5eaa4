// At most so many managers of a city take part in a programme: said where one more is invited, and again where she
// comes.
#pragma once

#include "access/invitation.hpp"
#include "shape/flaw.hpp"

namespace trivium::api {

// Adds the flaw at /email, with the city, the programme and the number, where there is no room. with_invited: those who
// have been asked and not come yet take room too.
void check_room(store::Session& session, const access::Invitation& invitation, bool with_invited,
                const shape::Instant& now, shape::Flaws& flaws);

}  // namespace trivium::api
