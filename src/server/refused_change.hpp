// A change somebody tried who may not make it, as the trail tells it.
#pragma once

#include "server/route.hpp"
#include "trail/entry.hpp"

#include <optional>

namespace trivium::server {

// Where it was tried, by the ids that were asked for and with nothing else that was typed: of a record that is not
// there for them no less than of one that is. Nothing where it was no change, nobody is signed in, or it was theirs to
// make.
std::optional<trail::Entry> refused_change(const Route& route, const Call& call, api::Why why);

}  // namespace trivium::server
