#include "app/personal_command.hpp"

#include "api/export.hpp"
#include "app/contents.hpp"
#include "app/data_folder.hpp"
#include "personal/erase.hpp"
#include "personal/retention.hpp"
#include "trail/chain.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace trivium::app {
namespace {

std::optional<access::Person> known(const store::Store& store, const std::string& typed) {
  const auto email = access::email_address(typed);
  if (!email) return std::nullopt;
  return store.read([&](store::Session& session) { return access::person_with_email(session, *email); });
}

int nobody(const std::string& email) {
  fmt::print(stderr, "Nobody here has the address {}.\n", email);
  return 1;
}

api::Asking asking_as(const access::Person& person, const shape::Instant& now) {
  return {.visitor = access::Visitor{.session = {},
                                     .person = person.id,
                                     .name = person.name,
                                     .language = person.language,
                                     .hosts = person.hosts,
                                     .illustration = person.illustration,
                                     .last_seen_at = now},
          .language = person.language,
          .now = now,
          .address = {},
          .device = {}};
}

// What an address without an account left behind.
int erase_traces(store::Store& store, const std::string& typed, const std::string& folder) {
  const auto email = access::email_address(typed);
  if (!email) return nobody(typed);
  const auto now = shape::now();
  const auto gone =
      store.write([&](store::Session& session) { return personal::erase_address(session, *email, now).size(); });
  personal::agree(store, folder);
  store.wipe();
  if (gone == 0) return nobody(typed);
  fmt::print("Nobody here has the address {}. Invitations that named it and are gone now: {}\n", typed, gone);
  return 0;
}

}  // namespace

int print_person(const Records& records, const std::string& email) {
  const auto contents = load_contents();
  if (!contents) return 2;
  store::Store store{{.url = url_of(records), .readers = 1}};
  const auto person = known(store, email);
  if (!person) return nobody(email);
  const api::House house = house_of(store, *contents);
  const auto now = shape::now();
  const auto all = api::ExportEverything{house}({}, asking_as(*person, now));
  if (!all) return nobody(email);
  store.write([&](store::Session& session) {
    trail::note(
        session,
        trail::Entry{
            .at = now, .who = trail::kConsole, .deed = trail::Deed::everything_exported, .about = person->id.text});
  });
  fmt::print("{}\n", shape::to_json(*all).dump(2));
  return 0;
}

int erase_person(const Records& records, const std::string& email) {
  const auto folder = DataFolder::open(records.data);
  if (!folder) {
    fmt::print(stderr, "{}\n", folder.error());
    return 2;
  }
  store::Store store{{.url = url_of(records), .readers = 1}};
  const auto person = known(store, email);
  if (!person) return erase_traces(store, email, records.data);
  if (person->illustration) {
    fmt::print(stderr, "This is one of the sample city's people: take the sample city out instead.\n");
    return 1;
  }
  const auto done = personal::erase_for_good(
      store, records.data, {.person = *person, .by = trail::kConsole, .now = shape::now(), .may_leave_no_host = true});
  fmt::print("Erased: {}\nKeep the list of erasures beside your backups: {}\n", email,
             personal::list_in(records.data).string());
  if (done == personal::Erased::to_be_wiped_again)
    fmt::print("Somebody was reading, so the file is wiped once more when the server starts.\n");
  return 0;
}

int print_erased(const Records& records) {
  const store::Store store{{.url = url_of(records), .readers = 1}};
  const auto written = personal::read_list(personal::list_in(records.data));
  if (!written) {
    fmt::print(stderr, "erased.list holds a line that is none of its own: {}\n", written.error());
    return 1;
  }
  fmt::print("{}", personal::as_text(personal::both(
                       *written, store.read([](store::Session& session) { return personal::erasures(session); }))));
  return 0;
}

int retain(const Records& records, const std::string& day) {
  if (!day.empty() && !shape::read_date(day)) {
    fmt::print(stderr, "{} is not a day; write 2027-01-31.\n", day);
    return 1;
  }
  const auto folder = DataFolder::open(records.data);
  if (!folder) {
    fmt::print(stderr, "{}\n", folder.error());
    return 2;
  }
  store::Store store{{.url = url_of(records), .readers = 1}};
  const auto now = day.empty() ? shape::now() : shape::Instant{day + "T12:00:00.000Z"};
  const auto removed = personal::remove_what_is_due(store, now);
  fmt::print(
      "Removed: {} tables, {} sessions, calendar addresses, reminders, invitations and refused sign-ins, {} rows of "
      "the "
      "trail\n",
      removed.tables, removed.passing, removed.trail_rows);
  return 0;
}

void erase_again(store::Store& store, const std::string& folder) {
  const auto all = personal::agree(store, folder);
  const auto now = shape::now();
  const int again =
      all.empty() ? 0 : store.write([&](store::Session& session) { return personal::erase_again(session, all, now); });
  if (again > 0) store.wipe();
}

}  // namespace trivium::app
