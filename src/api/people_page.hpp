// A cluster's own page: its rounds and people, for them and for those who arrange it.
#pragma once

#include "access/invitation.hpp"
#include "api/clusters_page.hpp"
#include "api/house.hpp"
#include "api/initiative_lines.hpp"
#include "api/outcome.hpp"
#include "api/seen_by.hpp"
#include "mail/outbox.hpp"
#include "shape/json.hpp"
#include "store/store.hpp"
#include "triangle/ids.hpp"
#include "triangle/standing.hpp"

namespace trivium::api {

using access::InvitationId;

struct ClusterPerson {
  std::string name;
  access::Role role;
  std::vector<InitiativeName> stands_for;
  bool through_network;  // holds the role for a network's city, where it is ended too
  std::optional<access::RoleId> may_end;
  std::optional<access::RoleId> says_for{};  // for this one the reader may say what the manager stands for
  std::vector<InitiativeChoice> choices{};   // of what goes on
  bool mine = false;
  bool came_back = false;  // what was ticked could not be taken
};
TRIVIUM_SHAPE(ClusterPerson, name, role, stands_for, through_network, may_end, says_for, choices, mine, came_back)

struct Progress {  // who is where in a round; never what they wrote
  std::string name;
  triangle::AssessmentState state;
  std::optional<triangle::AssessmentId> readable;
};
TRIVIUM_SHAPE(Progress, name, state, readable)

struct RoundLine {
  triangle::RoundId round;
  std::string title;
  shape::Date opened_on;
  std::optional<shape::Date> send_by;
  std::vector<Progress> progress;
  bool talks;  // the reader talks with the coaches here, or is one
};
TRIVIUM_SHAPE(RoundLine, round, title, opened_on, send_by, progress, talks)

struct InvitationLine {
  InvitationId invitation;
  std::string name;
  std::string email;
  access::Role role;
  std::optional<std::string> cluster;
  shape::Date expires_on;
  bool run_out;
};
TRIVIUM_SHAPE(InvitationLine, invitation, name, email, role, cluster, expires_on, run_out)

struct ClusterPage {  // GET /clusters/{cluster}
  triangle::ClusterId cluster;
  std::string city;
  std::string country;
  std::string name;
  bool illustration;
  bool arranges;                             // may put its name right
  bool opens_rounds;                         // beside all programmes
  bool invites;                              // managers
  bool invites_all;                          // coaches and coordinators too
  bool shares_cases;                         // may read and tell the cluster's own cases
  bool arranges_initiatives;                 // may add, change and end them
  std::optional<access::RoleId> hands_over;  // one's own role, where one names only who comes after oneself
  std::vector<InitiativeLine> initiatives;   // one within the other
  std::vector<InitiativeName> go_on;         // the same as a list
  std::vector<InitiativeEnded> initiatives_ended;
  std::vector<ClusterPerson> people;
  std::vector<InvitationLine> invitations;     // nobody came by them; of who hands over, her own
  std::vector<access::RoleEnded> were_here;    // only for those who may invite
  std::vector<RoundLine> rounds;               // newest first
  std::optional<std::string> invitation_link;  // shown once, right after inviting
  std::optional<std::string> invited_name;     // whose link it is
  std::optional<std::string> mailed_to;        // where the link goes by mail as well
};
TRIVIUM_SHAPE(ClusterPage, cluster, city, country, name, illustration, arranges, opens_rounds, invites, invites_all,
              shares_cases, arranges_initiatives, hands_over, initiatives, go_on, initiatives_ended, people,
              invitations, were_here, rounds, invitation_link, invited_name, mailed_to)

struct OpenRound {  // POST /clusters/{cluster}/rounds
  triangle::ClusterId cluster;
  std::string title;
  std::optional<shape::Date> send_by;
};
TRIVIUM_SHAPE(OpenRound, cluster, title, send_by)

struct Invite {  // POST /clusters/{cluster}/invitations
  triangle::ClusterId cluster;
  std::string name;
  std::string email;
  access::Role role;
  std::optional<std::string> initiative;     // what a manager stands for in the cluster
  std::optional<access::RoleId> instead_of;  // handed over by this one; a manager's
};
TRIVIUM_SHAPE(Invite, cluster, name, email, role, initiative, instead_of)

struct EndRole {  // POST /roles/{role}/end
  access::RoleId role;
};
TRIVIUM_SHAPE(EndRole, role)

struct WithdrawInvitation {  // POST /invitations/{invitation}/withdraw
  InvitationId invitation;
};
TRIVIUM_SHAPE(WithdrawInvitation, invitation)

struct StartTable {  // POST /rounds/{round}/assessments
  triangle::RoundId round;
  triangle::Vertex started_from;
};
TRIVIUM_SHAPE(StartTable, round, started_from)

struct StartedTable {
  triangle::AssessmentId assessment;
};
TRIVIUM_SHAPE(StartedTable, assessment)

struct ShowCluster {
  const store::Store& store;
  Outcome<ClusterPage> operator()(const ClusterAddress& given, const Asking& asking) const;
};

struct OpenOneRound {
  store::Store& store;
  int question_set;
  Outcome<Done<Noted>> operator()(const OpenRound& given, const Asking& asking) const;
};

// Shows the link once, on the cluster's page; only its hash is kept.
struct InvitePerson {
  const House& house;
  const std::string& public_address;
  mail::Outbox* outbox = nullptr;  // none: no mail is sent
  Outcome<ClusterPage> operator()(const Invite& given, const Asking& asking) const;
};

struct WithdrawOneInvitation {
  store::Store& store;
  Outcome<Done<Noted>> operator()(const WithdrawInvitation& given, const Asking& asking) const;
};

// Leaving, or being asked to leave: what the role allowed ends with the next request. What was written stays.
struct EndOneRole {
  store::Store& store;
  Outcome<Done<Noted>> operator()(const EndRole& given, const Asking& asking) const;
};

struct StartOwnTable {
  store::Store& store;
  Outcome<Done<StartedTable>> operator()(const StartTable& given, const Asking& asking) const;
};

}  // namespace trivium::api
