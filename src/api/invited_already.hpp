// One address is invited to a role in a place once at a time. The older link may be on its way, so it is left as it is:
// whoever invites decides whether it is withdrawn.
#pragma once

#include "access/invitation.hpp"
#include "api/asking.hpp"
#include "shape/flaw.hpp"

namespace trivium::api {

// Adds the flaw at /email, with the days, where an invitation like this one is open.
void check_not_invited(store::Session& session, const access::Invitation& invitation, const Asking& asking,
                       shape::Flaws& flaws);

// What else was open for whoever came is over, and the trail says so.
void withdraw_alike(store::Session& session, const access::Invitation& accepted, const access::PersonId& by,
                    const shape::Instant& now);

}  // namespace trivium::api
