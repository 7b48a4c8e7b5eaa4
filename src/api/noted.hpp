// What an endpoint leaves in the trail. A change is noted in its own transaction; what is read of somebody else is
// handed to whoever answers the request, and written with others a moment later.
#pragma once

#include "api/asking.hpp"
#include "store/session.hpp"
#include "trail/reading.hpp"

namespace trivium::api {

using trail::Deed;
using trail::record;

// records: which, by their ids. about: whose they are; she did it herself where nobody is signed in yet.
void note(store::Session& session, const Asking& asking, Deed deed, std::string records = {},
          const access::PersonId& about = {});

// Nothing where it is the reader's own.
void note_read(const Asking& asking, Deed deed, const access::PersonId& about, std::string records,
               trail::Result result = trail::Result::done);

// For looking at something that is not shown.
Asking unnoted(const Asking& asking);

}  // namespace trivium::api
