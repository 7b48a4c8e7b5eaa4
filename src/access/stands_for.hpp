// For which initiatives of a cluster its managers stand: one, several, or none.
#pragma once

#include "access/person.hpp"
#include "triangle/initiative.hpp"

namespace trivium::access {

using triangle::InitiativeId;

struct StandsFor {
  RoleId role;
  PersonId person;
  std::string person_name;
  InitiativeId initiative;
  std::string initiative_name;
};
TRIVIUM_SHAPE(StandsFor, role, person, person_name, initiative, initiative_name)

// By roles held today, for initiatives that go on; by the initiative's name, then the person's.
std::vector<StandsFor> who_stands_for(store::Session& session, const ClusterId& cluster);

// What a role stands for and goes on, or what it stood for when it ended; by name.
triangle::Initiatives initiatives_of(store::Session& session, const RoleId& role);

void stand_for(store::Session& session, const RoleId& role, const InitiativeId& initiative);
// For these of the initiatives that go on, and no others. That it stood for one that has ended stays. False where it
// did already.
bool stand_for_only(store::Session& session, const RoleId& role, const std::vector<InitiativeId>& initiatives);

}  // namespace trivium::access
