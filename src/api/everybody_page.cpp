#include "api/everybody_page.hpp"

#include "access/sight.hpp"
#include "personal/erase.hpp"

namespace trivium::api {
namespace {

constexpr int kTogether = 200;

std::optional<Why> may_not(store::Session& session, const Asking& asking) {
  if (!asking.visitor) return Why::sign_in;
  const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
  return access::sees_everybody(who) ? std::nullopt : std::optional{Why::not_yours};
}

// Somebody who can be erased: not the sample city's people, and nobody who is erased already.
std::optional<access::Person> found(store::Session& session, const triangle::PersonId& id) {
  auto person = access::person(session, id);
  if (!person || person->illustration || person->name.empty()) return std::nullopt;
  return person;
}

int count(store::Session& session, std::string_view sql, const triangle::PersonId& person) {
  return static_cast<int>(session.number(sql, {{"person", person}}));
}

PersonPage page_of(store::Session& session, const access::Person& person) {
  const auto counted = [&](std::string_view sql) { return count(session, sql, person.id); };
  return {.id = person.id,
          .name = person.name,
          .email = person.email,
          .only_host = personal::is_the_only_host(session, person.id),
          .tables = counted("select count(*) from assessments where person = :person"),
          .answers = counted("select count(*) from answers where written_by = :person"),
          .versions = counted("select count(*) from answer_versions where written_by = :person"),
          .remarks = counted("select count(*) from remarks where written_by = :person"),
          .cases = counted("select count(*) from own_cases where written_by = :person"),
          .notes = counted("select count(*) from coach_notes where written_by = :person"),
          .roles = counted("select count(*) from roles where person = :person")};
}

}  // namespace

Outcome<EverybodyPage> ShowEverybody::operator()(const AskEverybody& given, const Asking& asking) const {
  return store.read([&](store::Session& session) -> Outcome<EverybodyPage> {
    if (const auto why = may_not(session, asking)) return refuse(*why);
    EverybodyPage page{};
    page.people = session.rows<PersonLine>(R"(
        select {} from (
          select people.id as person, people.name as name, people.email as email, people.hosts as hosts,
                 (select count(*) from roles where roles.person = people.id and roles.until is null) as roles,
                 (select count(*) from assessments where assessments.person = people.id) as tables,
                 (select max(last_seen_at) from sessions where sessions.person = people.id) as last_seen
          from people where people.illustration = 0 and people.erased_on is null) known
        where email > :after order by email limit :most)",
                                           {{"after", given.after.value_or("")}, {"most", kTogether}});
    if (std::ssize(page.people) == kTogether) page.after = page.people.back().email;
    return page;
  });
}

Outcome<PersonPage> ShowPerson::operator()(const PersonAddress& given, const Asking& asking) const {
  return store.read([&](store::Session& session) -> Outcome<PersonPage> {
    if (const auto why = may_not(session, asking)) return refuse(*why);
    const auto person = found(session, given.person);
    if (!person) return refuse(Why::not_found);
    return page_of(session, *person);
  });
}

Outcome<Done<Noted>> EraseOnePerson::operator()(const ErasePerson& given, const Asking& asking) const {
  const auto person = store.read([&](store::Session& session) -> Outcome<access::Person> {
    if (const auto why = may_not(session, asking)) return refuse(*why);
    auto known = found(session, given.person);
    if (!known) return refuse(Why::not_found);
    if (access::email_address(given.email) != known->email) return put_right("/email", "flaw.other_address");
    return std::move(*known);
  });
  if (!person) return std::unexpected{person.error()};
  const bool own = person->id == asking.visitor->person;
  const auto erased = personal::erase_for_good(
      store, folder, {.person = *person, .by = asking.visitor->person.text, .now = asking.now});
  if (erased == personal::Erased::only_host) return put_right("/email", "flaw.only_host");
  Done<Noted> done{.record = {}, .go_to = own ? "/" : "/people", .notice = "notice.person_erased"};
  if (own) done.session_key = "";
  return done;
}

}  // namespace trivium::api
