#include "api/join_page.hpp"

#include "access/secret.hpp"
#include "access/session.hpp"
#include "access/sight.hpp"
#include "access/stands_for.hpp"
#include "api/initiative_meant.hpp"
#include "api/invited_already.hpp"
#include "api/noted.hpp"
#include "api/one_side.hpp"
#include "api/room_for_managers.hpp"
#include "api/typed_text.hpp"
#include "programme/network.hpp"
#include "trail/chain.hpp"
#include "triangle/cluster.hpp"

namespace trivium::api {
namespace {

void say_where(store::Session& session, const access::Invitation& invitation, JoinPage& page) {
  if (invitation.cluster) {
    const auto cluster = triangle::cluster(session, *invitation.cluster);
    page.cluster = cluster->name;
    page.city = cluster->city;
    return;
  }
  page.network = programme::network(session, *invitation.network)->name;
  if (invitation.city) page.city = triangle::city(session, *invitation.city)->name;
}

// As it is called in the records, or as it was typed.
std::string initiative_of(store::Session& session, const access::Invitation& invitation) {
  if (!invitation.cluster || invitation.initiative.empty()) return invitation.initiative;
  const auto all = triangle::initiatives_of(session, *invitation.cluster);
  const auto* there = initiative_there(all, invitation.initiative);
  return there == nullptr ? invitation.initiative : there->name;
}

// An invitation is as good as the right of whoever sent it: it opens nothing any more once that has ended.
bool still_invites(store::Session& session, const access::Invitation& invitation) {
  const auto by = access::person(session, invitation.invited_by);
  if (!by) return false;
  const auto who = access::asker(session, by->id, by->hosts);
  if (!invitation.cluster) return invitation.network && access::permission(who, *invitation.network).write;
  if (access::may_invite(who, *invitation.cluster, invitation.role)) return true;
  const auto held = invitation.instead_of ? access::role(session, *invitation.instead_of) : std::nullopt;
  return held && access::may_hand_over(who, *held);
}

struct ComesFor {
  std::vector<triangle::InitiativeId> initiatives{};
  std::optional<triangle::InitiativeId> made{};
  bool taken_over = false;  // some of it, from who hands over
};

// What a manager who comes stands for: what was typed with the invitation, and what who hands over stands for.
ComesFor comes_for(store::Session& session, const access::Invitation& invitation, const shape::Instant& now) {
  ComesFor comes;
  if (!invitation.cluster || invitation.role != access::Role::manager) return comes;
  if (!invitation.initiative.empty()) {
    const auto meant = initiative_meant(session, *invitation.cluster, invitation.initiative, now);
    comes.initiatives.push_back(meant.initiative);
    if (meant.made) comes.made = meant.initiative;
  }
  if (!invitation.instead_of) return comes;
  triangle::hold_initiatives(session, *invitation.cluster);
  for (const auto& one : access::initiatives_of(session, *invitation.instead_of)) {
    comes.initiatives.push_back(one.id);
    comes.taken_over = true;
  }
  return comes;
}

// The role that is handed over ends with the one that begins, which stands for what it stood for.
void begin_role(store::Session& session, const access::Invitation& invitation, const access::PersonId& person,
                const Asking& asking) {
  const auto& now = asking.now;
  const auto noted = [&](Deed deed, std::string records, const access::PersonId& about) {
    trail::note(
        session,
        trail::Entry{.at = now, .who = person.text, .deed = deed, .about = about.text, .records = std::move(records)});
  };
  // Before the first note: what else is held is held before the chain.
  const auto comes = comes_for(session, invitation, now);
  noted(Deed::invitation_accepted, record("invitation", invitation.id.text), person);
  withdraw_alike(session, invitation, person, now);
  if (invitation.instead_of && access::end_role(session, *invitation.instead_of, now))
    noted(Deed::role_ended, record("role", invitation.instead_of->text),
          access::role(session, *invitation.instead_of)->person);
  const auto given = access::RoleId::fresh();
  access::give_role(session, {.id = given,
                              .person = person,
                              .role = invitation.role,
                              .cluster = invitation.cluster,
                              .network = invitation.network,
                              .city = invitation.city,
                              .since = now});
  noted(Deed::role_given, record("role", given.text), person);
  access::stand_for_only(session, given, comes.initiatives);
  if (comes.made) noted(Deed::initiative_added, record("initiative", comes.made->text), person);
  if (comes.taken_over) noted(Deed::stood_for, record("role", given.text), person);
}

}  // namespace

Outcome<JoinPage> ShowJoin::operator()(const JoinKey& given, const Asking& asking) const {
  return store.read([&](store::Session& session) -> Outcome<JoinPage> {
    const auto invitation = access::open_invitation(session, given.key, asking.now);
    if (!invitation || !still_invites(session, *invitation)) return refuse(Why::gone);
    JoinPage page{};
    page.key = given.key;
    page.name = invitation->name;
    page.email = invitation->email;
    page.role = invitation->role;
    page.initiative = initiative_of(session, *invitation);
    page.known = access::person_with_email(session, invitation->email).has_value();
    say_where(session, *invitation, page);
    if (const auto by = access::person(session, invitation->invited_by)) page.invited_by = by->name;
    if (invitation->instead_of) {
      const auto held = access::role(session, *invitation->instead_of);
      if (const auto before = held ? access::person(session, held->person) : std::nullopt)
        page.instead_of = before->name;
      for (const auto& one : access::initiatives_of(session, *invitation->instead_of))
        if (one.name != page.initiative) page.takes_over.push_back(one.name);
    }
    return page;
  });
}

Outcome<Done<Noted>> AcceptInvitation::operator()(const Join& given, const Asking& asking) const {
  const auto invitation = store.read([&](store::Session& session) -> std::optional<access::Invitation> {
    auto open = access::open_invitation(session, given.key, asking.now);
    if (!open || !still_invites(session, *open)) return std::nullopt;
    return open;
  });
  if (!invitation) return refuse(Why::gone);
  const auto known =
      store.read([&](store::Session& session) { return access::person_with_email(session, invitation->email); });
  shape::Flaws flaws;
  std::string name;
  if (known) {  // somebody with an account joins once more: her password says it is her
    const auto counted = store.write(
        [&](store::Session& session) { return access::count_try(session, known->email, asking.address, asking.now); });
    if (!counted) return refuse(Why::too_many_tries);
    if (!known->password || !access::password_fits(*known->password, given.password))
      return put_right("/password", "flaw.wrong_password");
    store.write([&](store::Session& session) { access::forgive_try(session, *counted); });
  } else {
    name = line_of_text(given.name, "/name", flaws);
    check_password(given.password, flaws);
  }
  if (!flaws.empty()) return put_right(std::move(flaws));
  const std::string hash = known ? std::string{} : access::password_hash(given.password);
  return store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    if (!still_invites(session, *invitation)) return refuse(Why::gone);
    if (!access::accept(session, invitation->id, asking.now)) return refuse(Why::gone);
    if (invitation->role == access::Role::manager) check_room(session, *invitation, false, asking.now, flaws);
    check_one_side(session, *invitation, flaws);
    if (!flaws.empty()) return put_right(std::move(flaws));
    auto person = access::person_with_email(session, invitation->email);
    if (person.has_value() != known.has_value()) return refuse(Why::gone);
    if (!person) {
      person = access::Person{.id = access::PersonId::fresh(),
                              .name = name,
                              .email = invitation->email,
                              .password = hash,
                              .language = asking.language,
                              .hosts = false,
                              .illustration = false,
                              .created_at = asking.now};
      access::add(session, *person);
    }
    begin_role(session, *invitation, person->id, asking);
    if (asking.visitor) access::end_session(session, asking.visitor->session, asking.visitor->person, asking.now);
    return Done<Noted>{.record = {},
                       .go_to = "/",
                       .notice = "notice.joined",
                       .session_key = access::start_session(session, person->id, asking.device, asking.now)};
  });
}

}  // namespace trivium::api
