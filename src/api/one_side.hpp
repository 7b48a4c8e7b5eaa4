// Whoever coaches a cluster does not manage it as well: a coach reads tables when they are sent, a manager only once
// her own is, and one person on both sides would take both for granted.
#pragma once

#include "access/invitation.hpp"
#include "shape/flaw.hpp"

namespace trivium::api {

// Adds the flaw at /email where whoever is invited stands on the other side already.
void check_one_side(store::Session& session, const access::Invitation& invitation, shape::Flaws& flaws);

}  // namespace trivium::api
