// Who takes part in a programme: clusters by their round, managers by their role in such a cluster.
#pragma once

#include "programme/programme.hpp"

namespace trivium::programme {

// Opens the round in which the cluster's managers fill in their tables, and brings its city into the network. False
// where the cluster takes part already.
bool take_in(store::Session& session, const Programme& programme, const ClusterId& cluster, int question_set,
             const shape::Instant& now);

struct ClusterTakingPart {
  ClusterId cluster;
  std::string name;
  CityId city;
  triangle::RoundId round;
};
TRIVIUM_SHAPE(ClusterTakingPart, cluster, name, city, round)
std::vector<ClusterTakingPart> clusters_in(store::Session& session, const ProgrammeId& programme);  // by name

struct ManagerTakingPart {
  PersonId person;
  std::string name;
  std::string email;
  ClusterId cluster;
  CityId city;
  std::optional<triangle::AssessmentId> assessment;  // in the cluster's round, when begun
  std::optional<shape::Instant> sent_at;
  std::optional<shape::Instant> handed_in_at;  // the closing summary
};
TRIVIUM_SHAPE(ManagerTakingPart, person, name, email, cluster, city, assessment, sent_at, handed_in_at)
// A person who manages two clusters stands there twice.
std::vector<ManagerTakingPart> managers_in(store::Session& session, const ProgrammeId& programme);  // by name

// How many managers of a city are there, and how many more are invited; who comes instead of somebody takes no more
// room.
struct RoomInCity {
  int here;
  int invited;
  int room;  // for how many more may be invited
};
RoomInCity room_in(store::Session& session, const Programme& programme, const CityId& city, const shape::Instant& now);

// The programme in which the cluster's city has no room for one more manager beside those there and those invited;
// nothing where there is room everywhere. Somebody who manages a cluster of the city already takes no more room; of the
// programmes of a cluster, those count whose last day has not passed. Held until the end of the transaction: nobody
// else is given the same place.
std::optional<Programme> full_for(store::Session& session, const ClusterId& cluster, const std::string& email,
                                  bool with_invited, const std::optional<std::string>& instead_of,
                                  const shape::Instant& now);

}  // namespace trivium::programme
