#include "server/route_groups.hpp"

#include "api/city_page.hpp"
#include "api/comparison_page.hpp"
#include "api/conversation_page.hpp"
#include "api/conversations_page.hpp"
#include "api/names.hpp"
#include "api/network_page.hpp"
#include "api/privacy_page.hpp"
#include "api/programme_page.hpp"
#include "api/told_page.hpp"
#include "api/visit_pack.hpp"
#include "api/visit_page.hpp"
#include "server/again.hpp"

namespace trivium::server {

std::vector<Route> programme_routes(const RoutesGround& ground) {
  auto& store = ground.house.store;
  const auto& house = ground.house;
  const auto& workshop = ground.workshop;
  const auto& facts = ground.facts;
  return {
      list_of("networks", route("GET", "/networks", "networks", "Networks I stand in", api::ShowNetworks{store})),
      route("POST", "/networks", "networks", "Add a network", api::AddOneNetwork{store}),
      list_of("people", route("GET", "/networks/{network}", "network", "A network: people, cities, programmes",
                              api::ShowNetwork{house})),
      route("POST", "/networks/{network}/cities", "network", "Add a city to a network", api::AddCityToNetwork{store}),
      route("POST", "/networks/{network}/city", "network", "Put the name of a city right, or leave the city out",
            api::ChangeOneCity{store}),
      route("POST", "/networks/{network}/name", "network", "Put the name of a network right",
            api::NameOneNetwork{store}),
      route("POST", "/networks/{network}/invitations", "network", "Invite somebody to a network",
            api::InvitePersonToNetwork{house, facts.public_address, facts.outbox}),
      route("POST", "/networks/{network}/programmes", "network", "Open a programme", api::OpenOneProgramme{house}),
      route("POST", "/networks/{network}/retention", "network", "Say for how long a network keeps tables",
            api::SetDaysKeptByNetwork{store}),
      list_of("cities", route("GET", "/programmes/{programme}", "programme",
                              "A programme: its five steps, and which city is how far", api::ShowProgramme{house})),
      route("GET", "/programmes/{programme}/steps/{step}", "step", "A step of a programme, to be changed",
            api::ShowStep{house}),
      route("POST", "/programmes/{programme}/steps/{step}", "step", "Change a step of a programme",
            api::ChangeOneStep{house}),
      route("POST", "/programmes/{programme}/name", "programme", "Put the title of a programme right",
            api::NameOneProgramme{store}),
      route("POST", "/programmes/{programme}/clusters", "programme", "Take a cluster into a programme",
            api::TakeClusterIn{house}),
      list_of("managers", route("GET", "/programmes/{programme}/cities/{city}", "city",
                                "A city in a programme: its managers, and how far each is", api::ShowCity{house})),
      list_of("told", route("GET", "/programmes/{programme}/answers", "told", "What was answered for all",
                            api::ShowTold{store})),
      list_of("choices", route("GET", "/programmes/{programme}/comparison", "comparison",
                               "What was chosen across the cities, as numbers", api::ShowComparison{house})),
      route("GET", "/rounds/{round}/visit", "visit", "The day the coaches come, and what there is to talk about",
            api::ShowVisit{house}),
      route("POST", "/rounds/{round}/visit", "visit", "Plan the day", api::PlanOneVisit{house}),
      file_of("application/vnd.openxmlformats-officedocument.wordprocessingml.document",
              route("GET", "/rounds/{round}/visit.docx", "", "The visit for Word",
                    api::WriteVisitPack{house, workshop, document::Format::docx})),
      file_of("application/vnd.oasis.opendocument.text",
              route("GET", "/rounds/{round}/visit.odt", "", "The visit for LibreOffice",
                    api::WriteVisitPack{house, workshop, document::Format::odt})),
      file_of("application/pdf", route("GET", "/rounds/{round}/visit.pdf", "", "The visit on paper",
                                       api::WriteVisitPack{house, workshop, document::Format::pdf})),
      list_of("open", route("GET", "/rounds/{round}/conversations", "conversations", "Conversations with the coaches",
                            api::ShowConversations{house})),
      route("POST", "/rounds/{round}/conversations", "conversations", "Ask the coaches, or a manager",
            api::BeginOneConversation{house}),
      list_of("remarks", route("GET", "/conversations/{conversation}", "conversation", "One conversation",
                               api::ShowConversation{house})),
      route("POST", "/conversations/{conversation}/remarks", "conversation", "Answer", api::AddOneRemark{store}),
      route("POST", "/conversations/{conversation}/resolve", "", "Resolve a conversation",
            api::ResolveConversation{store}),
      route("POST", "/conversations/{conversation}/reopen", "", "Open a conversation again",
            api::ReopenConversation{store}),
      route("POST", "/conversations/{conversation}/tell", "conversation", "Tell everybody what was answered",
            api::TellEverybody{store}),
  };
}

}  // namespace trivium::server
