// The initiatives of a cluster as its page lists them: one within the other, with who stands for each.
#pragma once

#include "access/stands_for.hpp"

namespace trivium::api {

struct InitiativeName {
  triangle::InitiativeId initiative;
  std::string name;
};
TRIVIUM_SHAPE(InitiativeName, initiative, name)

struct InitiativeLine {
  triangle::InitiativeId initiative;
  std::string name;
  std::vector<std::string> stand_for_it;  // names of managers
  std::vector<InitiativeLine> inside;
};
TRIVIUM_SHAPE(InitiativeLine, initiative, name, stand_for_it, inside)

struct InitiativeEnded {
  triangle::InitiativeId initiative;
  std::string name;
  std::string lay_within;  // "" where it was by itself
  shape::Instant since;
  shape::Instant until;
};
TRIVIUM_SHAPE(InitiativeEnded, initiative, name, lay_within, since, until)

struct InitiativeChoice {
  triangle::InitiativeId initiative;
  std::string name;
  bool chosen;
};
TRIVIUM_SHAPE(InitiativeChoice, initiative, name, chosen)

// What goes on.
std::vector<InitiativeName> that_go_on(const triangle::Initiatives& all);
// The same as a tree.
std::vector<InitiativeLine> one_within_the_other(const triangle::Initiatives& all,
                                                 const std::vector<access::StandsFor>& who);
// The latest first.
std::vector<InitiativeEnded> that_have_ended(const triangle::Initiatives& all);

// Of one manager: what she stands for, and all she might.
std::vector<InitiativeName> stood_for_by(const std::vector<access::StandsFor>& who, const access::RoleId& role);
std::vector<InitiativeChoice> choices_of(const triangle::Initiatives& all, const std::vector<access::StandsFor>& who,
                                         const access::RoleId& role);

// Each once: two who are called alike are two.
std::vector<std::string> who_stand_for(const std::vector<access::StandsFor>& who,
                                       const triangle::InitiativeId& initiative);

}  // namespace trivium::api
