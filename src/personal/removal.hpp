// Taking tables out with everything beside them, in the order their references allow.
#pragma once

#include "access/person.hpp"
#include "programme/programme.hpp"

namespace trivium::personal {

// Her tables, and every text in or beside them, whoever wrote it there. Conversations about them stay, in general.
void remove_tables_of(store::Session& session, const access::PersonId& person);

// All tables of a programme with their closings, notes, conversations and visits. Gives how many tables went.
std::int64_t remove_tables_of(store::Session& session, const triangle::ProgrammeId& programme);

}  // namespace trivium::personal
