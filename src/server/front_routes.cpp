#include "server/route_groups.hpp"

#include "api/about_page.hpp"
#include "api/account_page.hpp"
#include "api/backup_page.hpp"
#include "api/calendar_feed.hpp"
#include "api/calendar_link.hpp"
#include "api/everybody_page.hpp"
#include "api/first_run_page.hpp"
#include "api/measures_page.hpp"
#include "api/privacy_page.hpp"
#include "api/start_page.hpp"
#include "api/trail_page.hpp"
#include "server/again.hpp"

namespace trivium::server {

std::vector<Route> front_routes(const RoutesGround& ground) {
  auto& store = ground.house.store;
  const auto& house = ground.house;
  const auto& sample = ground.sample;
  const auto& facts = ground.facts;
  const bool mails = facts.outbox != nullptr;
  return {
      route("GET", "/", "start", "The front door: my tables, or the way in", api::ShowStart{house}),
      route("GET", "/start", "start", "The same, for programs", api::ShowStart{house}),
      route("GET", "/about", "about", "What this is, where the data lies, who sees what",
            api::ShowAbout{facts.version, facts.data_folder}),
      route("GET", "/privacy", "privacy", "What is kept of people, what for, and for how long",
            api::ShowPrivacy{store}),
      route("POST", "/privacy/retention", "privacy", "Say for how long tables are kept", api::SetDaysKept{store}),
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
      route("GET", "/account", "account", "My account and where I am signed in", api::ShowAccount{store, mails}),
      route("POST", "/account/calendar", "account", "Make a secret address for my calendar",
            api::MakeCalendarLink{store, facts.public_address, mails}),
      route("POST", "/account/calendar/end", "", "Take the address for my calendar back", api::EndCalendarLink{store}),
      route("POST", "/account/reminders", "", "Be reminded by mail, or not", api::ChooseReminders{store}),
      file_of("text/calendar", route("GET", "/calendar/{calendar_key}/trivium.ics", "", "My dates, for a calendar",
                                     api::WriteCalendar{house, facts.public_address, facts.zone})),
      route("POST", "/account/password", "account", "Change my password", api::ChangeOwnPassword{store}),
      route("POST", "/account/sessions/{session}/end", "", "Sign out somewhere else", api::EndOwnSession{store}),
      route("GET", "/account/delete", "leaving", "What goes and what stays when I leave", api::ShowLeaving{store}),
      route("POST", "/account/delete", "leaving", "Delete my account", api::DeleteOwnAccount{store, facts.data_folder}),
      list_of("people",
              route("GET", "/people", "everybody", "Everybody who has an account", api::ShowEverybody{store})),
      route("GET", "/people/{person}", "person", "What erasing somebody takes, and what it leaves",
            api::ShowPerson{store}),
      route("POST", "/people/{person}/erase", "person", "Erase somebody",
            api::EraseOnePerson{store, facts.data_folder}),
      list_of("rows", route("GET", "/trail", "trail", "Who saw or changed what", api::ShowTrail{house})),
  };
}

}  // namespace trivium::server
