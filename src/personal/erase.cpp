#include "personal/erase.hpp"

#include "access/invitation.hpp"
#include "personal/removal.hpp"
#include "store/store.hpp"
#include "trail/chain.hpp"
#include "trail/reading.hpp"

#include <algorithm>

namespace trivium::personal {
namespace {

struct Found {
  std::string id;
};
TRIVIUM_SHAPE(Found, id)

// Her words become empty, which pages show as taken back; where nobody else said anything, nothing is left to be shown.
void take_back_what_was_said(store::Session& session, const access::PersonId& person) {
  session.run("delete from told_to_all where told_by = :person", {{"person", person}});
  session.run("update remarks set text = '' where written_by = :person", {{"person", person}});
  const std::string silent = R"((
      select id from conversations where (begun_by = :person or with_person = :person)
        and not exists (select 1 from remarks where remarks.conversation = conversations.id and remarks.text <> '')
        and not exists (select 1 from told_to_all where told_to_all.conversation = conversations.id)))";
  session.run("delete from remarks where conversation in " + silent, {{"person", person}});
  session.run(R"(
      delete from conversations where (begun_by = :person or with_person = :person)
        and not exists (select 1 from remarks where remarks.conversation = conversations.id)
        and not exists (select 1 from told_to_all where told_to_all.conversation = conversations.id))",
              {{"person", person}});
}

// Others keep what they took from her case; the title it had was hers.
void take_cases_out(store::Session& session, const access::PersonId& person) {
  session.run(
      "update translations set title = '' where told_case in (select id from own_cases where written_by = :person)",
      {{"person", person}});
  session.run("delete from own_cases where written_by = :person", {{"person", person}});
}

void leave_no_name(store::Session& session, const access::PersonId& person, const shape::Instant& now) {
  for (const std::string table : {"sessions", "calendar_links", "reminders"})
    session.run("delete from " + table + " where person = :person", {{"person", person}});
  session.run("delete from initiatives_of_roles where role in (select id from roles where person = :person)",
              {{"person", person}});
  session.run("update roles set until = coalesce(until, :now) where person = :person",
              {{"now", now}, {"person", person}});
  session.run(R"(
      update people set name = '', email = :nobody, password = null, language = 'en', hosts = 0,
             reminded = 0, created_at = :now, erased_on = :day
      where id = :person)",
              {{"nobody", "erased:" + person.text}, {"now", now}, {"day", shape::date_of(now)}, {"person", person}});
}

}  // namespace

std::vector<Erasure> erase_address(store::Session& session, const std::string& email, const shape::Instant& now) {
  std::vector<Erasure> all;
  for (const auto& found : session.rows<Found>("select {} from invitations where email = :email", {{"email", email}}))
    all.push_back(erasure_of(found.id, shape::date_of(now)));
  session.run("delete from invitations where email = :email", {{"email", email}});
  session.run("delete from refused_sign_ins where email = :email", {{"email", email}});
  keep(session, all);
  return all;
}

std::vector<Erasure> erase(store::Session& session, const access::Person& person, const shape::Instant& now) {
  const auto gone =
      session.number("select count(*) from people where id = :id and erased_on is not null", {{"id", person.id}});
  if (gone > 0) return {};
  remove_tables_of(session, person.id);
  session.run("delete from coach_notes where written_by = :person", {{"person", person.id}});
  take_back_what_was_said(session, person.id);
  take_cases_out(session, person.id);
  auto all = erase_address(session, person.email, now);
  leave_no_name(session, person.id, now);
  all.push_back(erasure_of(person.id.text, shape::date_of(now)));
  keep(session, all);
  return all;
}

int erase_again(store::Session& session, const std::vector<Erasure>& erasures, const shape::Instant& now) {
  const auto meant = [&](const std::string& id) {
    return std::ranges::any_of(erasures, [&](const Erasure& erasure) { return means(erasure, id); });
  };
  int count = 0;
  for (const auto& found : session.rows<Found>("select {} from invitations")) {
    if (meant(found.id)) session.run("delete from invitations where id = :id", {{"id", found.id}});
  }
  for (const auto& found : session.rows<Found>("select {} from people where erased_on is null")) {
    if (!meant(found.id)) continue;
    erase(session, access::person(session, {found.id}).value(), now);
    ++count;
  }
  return count;
}

std::vector<Erasure> agree(store::Store& store, const std::filesystem::path& folder) {
  const auto written = read_list(list_in(folder));
  if (!written)
    throw store::Fault{"erased.list in the data folder holds a line that is none of its own: " + written.error()};
  auto all = both(*written, store.read([](store::Session& session) { return erasures(session); }));
  store.write([&](store::Session& session) { keep(session, all); });
  if (all != *written) write_list(list_in(folder), all);
  return all;
}

Erased erase_for_good(store::Store& store, const std::filesystem::path& folder, const ToErase& asked) {
  const bool done = store.write([&](store::Session& session) {
    // Two hosts who leave at the same moment wait for one another here.
    session.run("update people set hosts = hosts where hosts = 1");
    if (!asked.may_leave_no_host && is_the_only_host(session, asked.person.id)) return false;
    erase(session, asked.person, asked.now);
    trail::note(
        session,
        trail::Entry{
            .at = asked.now, .who = asked.by, .deed = trail::Deed::person_erased, .about = asked.person.id.text});
    return true;
  });
  if (!done) return Erased::only_host;
  agree(store, folder);
  return store.wipe() ? Erased::wiped : Erased::to_be_wiped_again;
}

bool is_the_only_host(store::Session& session, const access::PersonId& person) {
  return session.number("select count(*) from people where hosts = 1 and id = :person", {{"person", person}}) == 1 &&
         session.number("select count(*) from people where hosts = 1") == 1;
}

}  // namespace trivium::personal
