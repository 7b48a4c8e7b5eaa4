#include "server/routes.hpp"

#include "api/about_page.hpp"
#include "api/account_page.hpp"
#include "api/agenda_page.hpp"
#include "api/backup_page.hpp"
#include "api/case_page.hpp"
#include "api/cases_page.hpp"
#include "api/check_page.hpp"
#include "api/city_page.hpp"
#include "api/closing_page.hpp"
#include "api/conversation_page.hpp"
#include "api/conversations_page.hpp"
#include "api/document_file.hpp"
#include "api/draw_link.hpp"
#include "api/export.hpp"
#include "api/first_run_page.hpp"
#include "api/home_page.hpp"
#include "api/import.hpp"
#include "api/join_page.hpp"
#include "api/measures_page.hpp"
#include "api/network_page.hpp"
#include "api/numbers_page.hpp"
#include "api/own_cases_page.hpp"
#include "api/people_page.hpp"
#include "api/programme_page.hpp"
#include "api/question_page.hpp"
#include "api/search_page.hpp"
#include "api/since_page.hpp"
#include "api/stage_page.hpp"
#include "api/start_page.hpp"
#include "api/together_page.hpp"
#include "api/told_page.hpp"
#include "api/visit_pack.hpp"
#include "server/again.hpp"

namespace trivium::server {

std::vector<Route> routes(const api::House& house, const sample::SampleCity& sample, const document::Workshop& workshop,
                          const Facts& facts) {
  auto& store = house.store;
  const int newest = house.questions.newest().version;
  std::vector<Route> all{
      route("GET", "/", "start", "The front door: my tables, or the way in", api::ShowStart{store}),
      route("GET", "/start", "start", "The same, for programs", api::ShowStart{store}),
      route("GET", "/about", "about", "What this is, where the data lies, who sees what",
            api::ShowAbout{store, facts.version, facts.data_folder}),
      list_of("measures", route("GET", "/measures", "measures", "Every measure, and the question it answers",
                                api::ShowMeasures{house.words})),
      route("GET", "/measures/{measure}", "measure", "A measure: what it needs, what may be set, what it gives",
            api::ShowMeasure{house.words}),

      route("GET", "/first-run", "first_run", "Three choices on an empty installation",
            api::ShowFirstRun{store, facts.data_folder}),
      route("POST", "/first-run/sample", "first_run", "Look round with the sample city", api::LookRound{store, sample}),
      route("POST", "/first-run/setup", "first_run", "Become the host of this installation", api::SetUpHouse{store}),

      taking(std::size_t{64} << 20U, route("POST", "/first-run/restore", "first_run", "Restore a backup",
                                           api::RestoreHouse{store, facts.data_folder})),

      route("GET", "/sign-in", "sign_in", "Sign in", api::ShowSignIn{}),
      route("POST", "/sign-in", "sign_in", "Sign in", api::SignPersonIn{store}),
      route("POST", "/sign-out", "", "Sign out", api::SignOut{store}),
      route("POST", "/sample/enter", "", "Look round as one of the sample city's people", api::EnterSampleCity{store}),
      route("POST", "/sample/remove", "", "Take the sample city out", api::RemoveSample{store}),
      route("POST", "/language", "", "Choose the language", api::SpeakLanguage{store, house.words.languages()}),
      route("GET", "/account", "account", "My account and where I am signed in", api::ShowAccount{store}),
      route("POST", "/account/password", "account", "Change my password", api::ChangeOwnPassword{store}),
      route("POST", "/account/sessions/{session}/end", "", "Sign out somewhere else", api::EndOwnSession{store}),

      list_of("clusters", route("GET", "/clusters", "clusters", "Clusters I may see", api::ShowClusters{store})),
      route("POST", "/clusters", "clusters", "Add a cluster", api::AddOneCluster{store}),
      list_of("rounds", route("GET", "/clusters/{cluster}", "cluster", "A cluster: people, rounds, who is how far",
                              api::ShowCluster{store})),
      route("POST", "/clusters/{cluster}/rounds", "cluster", "Open a round", api::OpenOneRound{store, newest}),
      route("POST", "/clusters/{cluster}/invitations", "cluster", "Invite somebody",
            api::InvitePerson{store, facts.public_address}),
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

      list_of("networks", route("GET", "/networks", "networks", "Networks I stand in", api::ShowNetworks{store})),
      route("POST", "/networks", "networks", "Add a network", api::AddOneNetwork{store}),
      list_of("people", route("GET", "/networks/{network}", "network", "A network: people, cities, programmes",
                              api::ShowNetwork{store})),
      route("POST", "/networks/{network}/cities", "network", "Add a city to a network", api::AddCityToNetwork{store}),
      route("POST", "/networks/{network}/invitations", "network", "Invite somebody to a network",
            api::InvitePersonToNetwork{store, facts.public_address}),
      route("POST", "/networks/{network}/programmes", "network", "Open a programme", api::OpenOneProgramme{house}),
      list_of("cities", route("GET", "/programmes/{programme}", "programme",
                              "A programme: its five steps, and which city is how far", api::ShowProgramme{house})),
      route("GET", "/programmes/{programme}/steps/{step}", "step", "A step of a programme, to be changed",
            api::ShowStep{house}),
      route("POST", "/programmes/{programme}/steps/{step}", "step", "Change a step of a programme",
            api::ChangeOneStep{house}),
      route("POST", "/programmes/{programme}/clusters", "programme", "Take a cluster into a programme",
            api::TakeClusterIn{house}),
      list_of("managers", route("GET", "/programmes/{programme}/cities/{city}", "city",
                                "A city in a programme: its managers, and how far each is", api::ShowCity{house})),
      list_of("told", route("GET", "/programmes/{programme}/answers", "told", "What was answered for all",
                            api::ShowTold{store})),
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

      route("POST", "/invitations/{invitation}/withdraw", "", "Withdraw an invitation",
            api::WithdrawOneInvitation{store}),
      route("POST", "/roles/{role}/end", "", "End a role: leave, or take it back", api::EndOneRole{store}),
      route("GET", "/join", "join", "Accept an invitation", api::ShowJoin{store}),
      route("POST", "/join", "join", "Accept an invitation", api::AcceptInvitation{store}),
      route("POST", "/rounds/{round}/assessments", "", "Start my table, from A, B or C", api::StartOwnTable{store}),

      route("GET", "/assessments/{assessment}", "home", "A table: the triangle and its 32 tasks", api::ShowHome{house}),
      route("GET", "/assessments/{assessment}/tasks/{task}", "question", "One task", api::ShowQuestion{house}),
      route("POST", "/assessments/{assessment}/tasks/{task}", "question", "Save an answer", api::SaveOneAnswer{house}),
      route("POST", "/assessments/{assessment}/tasks/{task}/note", "question", "Note something for the other coaches",
            api::KeepOneNote{house}),
      list_of("versions", route("GET", "/assessments/{assessment}/tasks/{task}/history", "history",
                                "Every text an answer had", api::ShowHistory{house})),
      route("GET", "/assessments/{assessment}/table", "table", "The whole table", api::ShowTable{house}),
      route("GET", "/assessments/{assessment}/check", "check", "Check and send", api::ShowCheck{house}),
      route("POST", "/assessments/{assessment}/send", "", "Send a table", api::SendOwnTable{house}),
      route("GET", "/assessments/{assessment}/documents", "documents", "The table as documents",
            api::ShowDocuments{house}),
      file_of("application/vnd.openxmlformats-officedocument.wordprocessingml.document",
              route("GET", "/assessments/{assessment}/table.docx", "", "The table for Word",
                    api::WriteTable{house, workshop, document::Format::docx})),
      file_of("application/vnd.oasis.opendocument.text",
              route("GET", "/assessments/{assessment}/table.odt", "", "The table for LibreOffice",
                    api::WriteTable{house, workshop, document::Format::odt})),
      file_of("application/pdf", route("GET", "/assessments/{assessment}/table.pdf", "", "The table on paper",
                                       api::WriteTable{house, workshop, document::Format::pdf})),
      route("GET", "/assessments/{assessment}/closing", "closing", "What a manager takes from it, at the end",
            api::ShowClosing{house}),
      route("POST", "/assessments/{assessment}/closing", "closing", "Write it, and hand it in",
            api::SaveOneClosing{house}),
      file_of("application/vnd.openxmlformats-officedocument.wordprocessingml.document",
              route("GET", "/assessments/{assessment}/closing.docx", "", "The closing summary for Word",
                    api::WriteClosing{house, workshop, document::Format::docx})),
      file_of("application/vnd.oasis.opendocument.text",
              route("GET", "/assessments/{assessment}/closing.odt", "", "The closing summary for LibreOffice",
                    api::WriteClosing{house, workshop, document::Format::odt})),
      file_of("application/pdf",
              route("GET", "/assessments/{assessment}/closing.pdf", "", "The closing summary on paper",
                    api::WriteClosing{house, workshop, document::Format::pdf})),
      route("GET", "/assessments/{assessment}/fit", "fit", "Where cluster, policy and practice meet, and where not",
            api::ShowFit{house}),
      route("POST", "/assessments/{assessment}/links", "fit", "Draw a link", api::DrawOneLink{house}),
      route("POST", "/assessments/{assessment}/links/{link}/remove", "", "Take a link back",
            api::TakeOneLinkBack{house}),
      route("GET", "/assessments/{assessment}/stage", "stage", "The stage that was named, beside what was counted",
            api::ShowStage{house}),
      route("GET", "/assessments/{assessment}/agenda", "agenda", "What to ask oneself next", api::ShowAgenda{house}),
      route("GET", "/assessments/{assessment}/since", "since", "This round against the last one",
            api::ShowSince{house}),
      route("POST", "/assessments/{assessment}/reasons", "since", "Say what an answer changed because of",
            api::SaveBecause{house}),
      route("GET", "/rounds/{round}/together", "together", "Where the managers of a round see the same, and where not",
            api::ShowTogether{house}),
      route("GET", "/assessments/{assessment}/cases", "cases", "Cases that speak to this table, and why",
            api::ShowCases{house}),
      route("GET", "/assessments/{assessment}/cases/{told_case}", "case", "One case, and what to take from it",
            api::ShowCase{house}),
      route("POST", "/assessments/{assessment}/cases/{told_case}/translation", "case",
            "Write down what to take from it", api::TranslateCase{house}),
      route("POST", "/assessments/{assessment}/translations/{translation}/outcome", "cases",
            "Note what became of it since the earlier round", api::NoteWhatBecameOfIt{house}),
      list_of("answers", route("GET", "/assessments/{assessment}/answers", "answers", "The 32 answers as a list",
                               api::ListAnswers{house})),
      route("GET", "/assessments/{assessment}/export", "", "The table as JSON, to take along", api::ExportTable{house}),
      route("GET", "/export", "", "Everything of mine as JSON", api::ExportEverything{house}),
      route("GET", "/import", "import", "Bring an exported table back", api::ShowImport{house}),
      taking(std::size_t{8} << 20U,
             route("POST", "/import", "import", "Bring an exported table back", api::ImportIntoTable{house})),
      list_of("found", route("GET", "/search", "search", "Search the answers I may read", api::SearchAnswers{house})),
  };
  show_again(all, house, facts);
  return all;
}

}  // namespace trivium::server
