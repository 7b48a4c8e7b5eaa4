// Who may see what. Pages, JSON, CSV, documents and search all ask here and nowhere else.
//
// A table belongs to the person who fills it in. Until it is sent nobody else reads a word of it. Once it is sent,
// the cluster's coaches read it, and so do those managers of the same cluster who have sent theirs in the same
// round. A coordinator, a manager who has not sent yet, the lead of the network and the host of the installation see
// that a table is begun or sent, never what it says. Everybody else does not learn that it exists.
//
// Whose it is may open a sent table to the city: then its coordinators read it, and so do managers of the city's other
// clusters who have sent theirs in the same programme. Closed again, they do not from the next request on.
//
// Who coaches or coordinates a city for a network does so in the rounds of that network's programmes and in no others.
#pragma once

#include "access/session.hpp"
#include "programme/conversation.hpp"
#include "triangle/assessment.hpp"

namespace trivium::access {

enum class Sight { nothing, progress, text };
TRIVIUM_NAMES(Sight, nothing, progress, text)

struct Permission {
  Sight sight = Sight::nothing;
  bool write = false;

  bool operator==(const Permission&) const = default;
};

// Where somebody stands in a network: by a role of its own, or by one in a cluster that takes part.
struct InNetwork {
  NetworkId network;
  std::optional<CityId> city;
  Role role;
};
TRIVIUM_SHAPE(InNetwork, network, city, role)

// A city in a programme.
struct CityInProgramme {
  triangle::ProgrammeId programme;
  CityId city;

  bool operator==(const CityInProgramme&) const = default;
};

// What is known of the one who asks, as far as the decision needs it.
struct Asker {
  PersonId person;
  bool hosts = false;
  // Held today, as they reach clusters and as they name a network.
  std::vector<RoleHeld> roles;
  std::vector<triangle::RoundId> sent_rounds;  // rounds in which this person's own table is sent
  std::vector<InNetwork> networks{};
  std::vector<CityInProgramme> sent_for{};  // the same, where the round is part of a programme
  bool invented = false;                    // of the sample city: whoever looks round arranges and invites nobody
};

Permission permission(const Asker& asker, const triangle::AssessmentInRound& table);

// The cluster's own page (people, rounds, who is how far). write: may put its name right, take it into a programme.
Permission permission(const Asker& asker, const ClusterId& cluster);

// That there is a round, and who is how far in it. A role for a network reaches the rounds of that network's programmes
// only; a round beside all programmes is opened by whoever hosts.
bool sees_round(const Asker& asker, const ClusterId& cluster, const std::optional<NetworkId>& network);

// Fills in tables for the cluster today: sends them and hands in summaries. Who left keeps the table as it is.
bool manages(const Asker& asker, const ClusterId& cluster);

// The host invites anybody; a lead and a coordinator name the managers of their clusters. Coaches and coordinators of a
// network are invited on its page: a role in the cluster itself reaches every round it ever had.
bool may_invite(const Asker& asker, const ClusterId& cluster, Role role);

// A manager names who comes after her. The sample city keeps its people.
bool may_hand_over(const Asker& asker, const RoleHeld& held);

// One's own role, and those of others whom one may invite. The sample city keeps its people.
bool may_end(const Asker& asker, const RoleHeld& held);

// What initiatives a cluster has: its managers, coordinators and leads say it, and whoever hosts. Coaches read.
bool arranges_initiatives(const Asker& asker, const ClusterId& cluster);

// For which of them a manager stands: she says it, and whoever invites managers there.
bool says_stands_for(const Asker& asker, const RoleHeld& held);

// A network's own page: its cities, steps and dates, for everybody who stands in it. write: its lead, and the host, who
// set steps, take clusters in and invite.
Permission permission(const Asker& asker, const NetworkId& network);

// Which city is at which step, as numbers: for all but managers, who see their own city only.
bool sees_all_cities(const Asker& asker, const NetworkId& network);

// What was chosen across the cities, as numbers that give nobody away (programme/across_cities.hpp): everybody who
// stands in the network. Which tables count is for their managers to say.
bool reads_comparison(const Asker& asker, const NetworkId& network);

// Who is how far in a city, by name; never what anybody wrote.
Sight sight_of_city(const Asker& asker, const NetworkId& network, const CityId& city);

// What the decision needs of a conversation with the coaches: of which cluster and round, whose it is, who else hears.
struct ConversationInRound {
  ClusterId cluster;
  triangle::RoundId round;
  std::optional<NetworkId> network{};  // of the programme the round is part of
  PersonId with_person;
  programme::Heard heard;
};

// Its coaches read and write, and of its managers and coordinators whose it is, or all where it is meant for them.
Permission permission(const Asker& asker, const ConversationInRound& conversation);

// Managers and coordinators ask, in the rounds their role reaches; coaches begin on a table they may read.
bool may_ask_coaches(const Asker& asker, const ClusterId& cluster, const std::optional<NetworkId>& network);
bool coaches(const Asker& asker, const ClusterId& cluster, const std::optional<NetworkId>& network);

// What a manager wrote at the end, beside that table: until it is handed in, only whose it is; then whoever reads a
// table that is sent, whether this one is or not.
bool reads_closing(const Asker& asker, triangle::AssessmentInRound table,
                   const std::optional<shape::Instant>& handed_in_at);

// The day the coaches come to a cluster in a round: managers, coaches, coordinators and leads see the plan, and whoever
// hosts. write: all of them but managers. What the tables say is asked of each table.
Permission permission_of_visit(const Asker& asker, const ClusterId& cluster, const std::optional<NetworkId>& network);

// What coaches note beside a table: only for those who coach there, and only once they may read the table.
bool reads_notes(const Asker& asker, const triangle::AssessmentInRound& table);

// Who opened a table, and when: whose table it is. Everything that was done: whoever hosts; there are no texts in it.
bool sees_looks(const Asker& asker, const triangle::AssessmentInRound& table);
bool sees_trail(const Asker& asker);

// Everybody who has an account, by name and address, to erase somebody who asks for it.
bool sees_everybody(const Asker& asker);

// For how long tables are kept: of a network's programmes its lead and the host say it, of all others the host.
bool may_set_retention(const Asker& asker, const std::optional<NetworkId>& network);

// Cases that people of a cluster tell themselves, and its numbers: read and told by whoever holds a role there today.
// The host of the installation arranges the cluster and reads none of them.
bool shares_cases(const Asker& asker, const ClusterId& cluster);

Asker asker(store::Session& session, const PersonId& person, bool hosts);

// The same decision from stored facts; a table of one's own is answered without looking further.
Permission permission(store::Session& session, const std::optional<Visitor>& visitor,
                      const triangle::AssessmentInRound& table);
Permission permission(store::Session& session, const std::optional<Visitor>& visitor, const ClusterId& cluster);
bool shares_cases(store::Session& session, const std::optional<Visitor>& visitor, const ClusterId& cluster);

// Names of all who may read the conversation, but for whose it is.
std::vector<std::string> other_readers(store::Session& session, const ConversationInRound& conversation);

// Names of all others who may read the table now, or would once it is sent.
std::vector<std::string> other_readers(store::Session& session, triangle::AssessmentInRound table,
                                       bool once_sent = false);

}  // namespace trivium::access
