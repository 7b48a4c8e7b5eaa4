#include "server/route_groups.hpp"

#include "api/initiative_page.hpp"
#include "api/join_page.hpp"
#include "api/names.hpp"
#include "api/numbers_page.hpp"
#include "api/own_cases_page.hpp"
#include "api/people_page.hpp"
#include "server/again.hpp"

namespace trivium::server {

std::vector<Route> cluster_routes(const RoutesGround& ground) {
  auto& store = ground.house.store;
  const auto& house = ground.house;
  const auto& facts = ground.facts;
  const int newest = ground.house.questions.newest().version;
  return {
      list_of("clusters", route("GET", "/clusters", "clusters", "Clusters I may see", api::ShowClusters{store})),
      route("POST", "/clusters", "clusters", "Add a cluster", api::AddOneCluster{store}),
      list_of("rounds", route("GET", "/clusters/{cluster}", "cluster", "A cluster: people, rounds, who is how far",
                              api::ShowCluster{store})),
      route("POST", "/clusters/{cluster}/rounds", "cluster", "Open a round", api::OpenOneRound{store, newest}),
      route("POST", "/clusters/{cluster}/name", "cluster", "Put the name of a cluster right",
            api::NameOneCluster{store}),
      route("POST", "/clusters/{cluster}/invitations", "cluster", "Invite somebody",
            api::InvitePerson{house, facts.public_address, facts.outbox}),
      route("POST", "/clusters/{cluster}/initiatives", "cluster", "Add an initiative of a cluster",
            api::AddOneInitiative{store}),
      route("GET", "/clusters/{cluster}/initiatives/{initiative}", "initiative",
            "An initiative: who stands for it, what it lies within", api::ShowInitiative{store}),
      route("POST", "/clusters/{cluster}/initiatives/{initiative}", "initiative",
            "Put the name of an initiative right, or move it under another", api::ChangeOneInitiative{store}),
      route("POST", "/clusters/{cluster}/initiatives/{initiative}/end", "", "End an initiative; it stays, with its day",
            api::EndOneInitiative{store}),
      route("POST", "/roles/{role}/initiatives", "cluster", "Say for which initiatives a manager stands",
            api::SayOneStandsFor{store}),
      list_of("cases", route("GET", "/clusters/{cluster}/cases", "own_cases", "Cases the people of a cluster tell",
                             api::ShowOwnCases{house})),
      route("POST", "/clusters/{cluster}/cases", "own_cases", "Tell a case of one's own", api::TellOwnCase{house}),
      route("GET", "/clusters/{cluster}/cases/{own_case}", "own_case", "A case somebody of the cluster tells",
            api::ShowOwnCase{house}),
      route("POST", "/clusters/{cluster}/cases/{own_case}", "own_case", "Change a case of one's own",
            api::ChangeOwnCase{house}),
      route("POST", "/clusters/{cluster}/cases/{own_case}/remove", "", "Take a case of one's own out",
            api::RemoveOwnCase{house}),
      list_of("years", route("GET", "/clusters/{cluster}/numbers", "numbers", "What was counted of a cluster, by year",
                             api::ShowNumbers{house})),
      route("POST", "/clusters/{cluster}/numbers", "numbers", "Give what was counted of a cluster",
            api::KeepNumbers{house}),
      route("POST", "/invitations/{invitation}/withdraw", "", "Withdraw an invitation",
            api::WithdrawOneInvitation{store}),
      route("POST", "/roles/{role}/end", "", "End a role: leave, or take it back", api::EndOneRole{store}),
      route("GET", "/join", "join", "Accept an invitation", api::ShowJoin{store}),
      route("POST", "/join", "join", "Accept an invitation", api::AcceptInvitation{store}),
      route("POST", "/rounds/{round}/assessments", "", "Start my table, from A, B or C", api::StartOwnTable{store}),
  };
}

}  // namespace trivium::server
