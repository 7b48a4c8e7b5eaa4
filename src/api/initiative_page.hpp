// An initiative of a cluster: adding one, putting its name right, moving it under an umbrella, ending it; and who
// stands for which.
#pragma once

#include "api/initiative_lines.hpp"
#include "api/people_page.hpp"

namespace trivium::api {

// Where it may lie. What it lies within now is among them, also where that has ended: who puts a name right moves
// nothing.
struct PlaceForIt {
  std::string umbrella;  // its id
  std::string name;
  bool chosen;
  bool ended;
};
TRIVIUM_SHAPE(PlaceForIt, umbrella, name, chosen, ended)

struct InitiativePage {  // GET /clusters/{cluster}/initiatives/{initiative}
  triangle::ClusterId cluster;
  std::string city;
  std::string cluster_name;
  bool illustration;
  triangle::InitiativeId initiative;
  std::string name;
  int revision;
  std::optional<InitiativeName> within;
  std::vector<InitiativeName> inside;  // what goes on within it
  std::vector<std::string> stand_for_it;
  shape::Instant since;
  std::optional<shape::Instant> until;
  bool arranges;  // may change and end it
  std::vector<PlaceForIt> places;
};
TRIVIUM_SHAPE(InitiativePage, cluster, city, cluster_name, illustration, initiative, name, revision, within, inside,
              stand_for_it, since, until, arranges, places)

struct InitiativeAddress {
  triangle::ClusterId cluster;
  triangle::InitiativeId initiative;
};
TRIVIUM_SHAPE(InitiativeAddress, cluster, initiative)

struct AddInitiative {  // POST /clusters/{cluster}/initiatives
  triangle::ClusterId cluster;
  std::string initiative_name;
  std::optional<triangle::InitiativeId> within;  // none: by itself
};
TRIVIUM_SHAPE(AddInitiative, cluster, initiative_name, within)

struct ChangeInitiative {  // POST /clusters/{cluster}/initiatives/{initiative}
  triangle::ClusterId cluster;
  triangle::InitiativeId initiative;
  std::string initiative_name;
  std::optional<triangle::InitiativeId> within;  // the same
  int revision;                                  // on which this is written
};
TRIVIUM_SHAPE(ChangeInitiative, cluster, initiative, initiative_name, within, revision)

struct SayStandsFor {  // POST /roles/{role}/initiatives
  access::RoleId role;
  std::vector<triangle::InitiativeId> stands_for;  // of those that go on: these, and no others
};
TRIVIUM_SHAPE(SayStandsFor, role, stands_for)

struct ShowInitiative {
  const store::Store& store;
  Outcome<InitiativePage> operator()(const InitiativeAddress& given, const Asking& asking) const;
};

struct AddOneInitiative {
  store::Store& store;
  Outcome<Done<InitiativeAddress>> operator()(const AddInitiative& given, const Asking& asking) const;
};

struct ChangeOneInitiative {
  store::Store& store;
  Outcome<Done<Noted>> operator()(const ChangeInitiative& given, const Asking& asking) const;
};

// It stays, with its day; what lies within it goes on.
struct EndOneInitiative {
  store::Store& store;
  Outcome<Done<Noted>> operator()(const InitiativeAddress& given, const Asking& asking) const;
};

struct SayOneStandsFor {
  store::Store& store;
  Outcome<Done<Noted>> operator()(const SayStandsFor& given, const Asking& asking) const;
};

// The cluster's page with what was ticked, when some of it cannot be.
struct ShowClusterAsTicked {
  const store::Store& store;
  Outcome<ClusterPage> operator()(const shape::Json& typed, const Refusal& refusal, const Asking& asking) const;
};

}  // namespace trivium::api
