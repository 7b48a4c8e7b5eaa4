#include "api/people_page.hpp"

#include "access/sight.hpp"
#include "api/conversation_lines.hpp"
#include "api/invited_already.hpp"
#include "api/invited_by_mail.hpp"
#include "api/noted.hpp"
#include "api/one_side.hpp"
#include "api/room_for_managers.hpp"
#include "api/typed_text.hpp"
#include "personal/retention.hpp"
#include "triangle/cluster.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

bool talks(const access::Asker& who, const triangle::Round& round, const std::optional<access::NetworkId>& network) {
  return access::may_ask_coaches(who, round.cluster, network) || access::coaches(who, round.cluster, network);
}

std::vector<RoundLine> rounds_with_progress(store::Session& session, const access::Asker& who,
                                            const triangle::ClusterId& cluster) {
  const auto tables = triangle::assessments_in(session, cluster);
  const auto people = access::people_of(session, cluster);
  std::vector<RoundLine> lines;
  for (const auto& round : triangle::rounds_of(session, cluster)) {
    const auto network = round_of_cluster(session, round.id)->network;
    if (!access::sees_round(who, cluster, network)) continue;
    RoundLine line{.round = round.id,
                   .title = round.title,
                   .opened_on = round.opened_on,
                   .send_by = round.send_by,
                   .progress = {},
                   .talks = talks(who, round, network)};
    for (const auto& person : people) {
      if (person.role != access::Role::manager) continue;
      const auto own = std::ranges::find_if(
          tables, [&](const auto& table) { return table.round == round.id && table.person == person.person; });
      Progress progress{.name = person.name, .state = triangle::AssessmentState::not_started, .readable = {}};
      if (own != tables.end()) {
        const auto given = access::permission(who, *own);
        progress.state = triangle::state_of(*own);
        if (given.sight == access::Sight::text) progress.readable = own->id;
      }
      line.progress.push_back(std::move(progress));
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

// Whom the reader finds there, what each stands for, and what of it the reader may say.
std::vector<ClusterPerson> people_in(store::Session& session, const access::Asker& who, const triangle::ClusterId& id,
                                     const triangle::Initiatives& initiatives,
                                     const std::vector<access::StandsFor>& stand) {
  std::vector<ClusterPerson> people;
  for (const auto& person : access::people_of(session, id)) {
    if (person.network && access::permission(who, *person.network).sight == access::Sight::nothing) continue;
    const access::RoleHeld held{.id = person.id, .person = person.person, .role = person.role, .cluster = id};
    ClusterPerson one{
        .name = person.name,
        .role = person.role,
        .stands_for = stood_for_by(stand, person.id),
        .through_network = person.network.has_value(),
        .may_end = !person.network && access::may_end(who, held) ? std::optional{person.id} : std::nullopt};
    if (!person.network && access::says_stands_for(who, held)) {
      one.choices = choices_of(initiatives, stand, person.id);
      one.mine = person.person == who.person;
      if (!one.choices.empty()) one.says_for = person.id;
    }
    people.push_back(std::move(one));
  }
  return people;
}

// A link somebody made for who comes after oneself.
bool made_to_hand_over(store::Session& session, const access::Asker& who, const access::Invitation& invitation) {
  if (!invitation.instead_of || invitation.invited_by != who.person) return false;
  const auto held = access::role(session, *invitation.instead_of);
  return held && access::may_hand_over(who, *held);
}

Outcome<ClusterPage> cluster_page(store::Session& session, const triangle::ClusterId& id, const Asking& asking) {
  if (!asking.visitor) return refuse(Why::sign_in);
  const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
  const auto given = access::permission(who, id);
  const auto cluster = triangle::cluster(session, id);
  if (!cluster || given.sight == access::Sight::nothing) return refuse(Why::not_found);
  ClusterPage page{};
  page.cluster = cluster->id;
  page.city = cluster->city;
  page.country = cluster->country;
  page.name = cluster->name;
  page.illustration = cluster->illustration;
  page.arranges = given.write;
  page.opens_rounds = asking.visitor->hosts;
  page.shares_cases = access::shares_cases(who, id);
  page.arranges_initiatives = access::arranges_initiatives(who, id);
  const auto initiatives = triangle::initiatives_of(session, id);
  const auto stand = access::who_stands_for(session, id);
  page.initiatives = one_within_the_other(initiatives, stand);
  page.go_on = that_go_on(initiatives);
  page.initiatives_ended = that_have_ended(initiatives);
  page.people = people_in(session, who, id, initiatives, stand);
  page.invites = access::may_invite(who, id, access::Role::manager);
  for (const auto& held : access::roles_of(session, who.person)) {
    if (!page.invites && held.cluster == id && access::may_hand_over(who, held)) page.hands_over = held.id;
  }
  page.invites_all = access::may_invite(who, id, access::Role::coach);
  if (page.invites) page.were_here = access::ended_roles(session, id);
  for (const auto& open : access::unanswered_invitations(session, id)) {
    if (!page.invites && !made_to_hand_over(session, who, open)) continue;
    page.invitations.push_back({open.id, open.name, open.email, open.role, cluster->name,
                                shape::date_of(open.expires_at), open.expires_at <= asking.now});
  }
  page.rounds = rounds_with_progress(session, who, id);
  return page;
}

// The host opens rounds; whoever else may see the cluster learns that this is not theirs to do, a stranger nothing.
std::optional<Why> may_not_open_rounds(store::Session& session, const triangle::ClusterId& cluster,
                                       const Asking& asking) {
  if (!asking.visitor) return Why::sign_in;
  const auto given = access::permission(session, asking.visitor, cluster);
  if (given.sight == access::Sight::nothing || !triangle::cluster(session, cluster)) return Why::not_found;
  if (!asking.visitor->hosts) return Why::not_yours;
  return std::nullopt;
}

bool hands_over(store::Session& session, const access::Asker& who, const Invite& given) {
  if (!given.instead_of || given.role != access::Role::manager) return false;
  const auto held = access::role(session, *given.instead_of);
  return held && held->cluster == given.cluster && access::may_hand_over(who, *held);
}

// What somebody is invited to, or what has to be put right first.
access::Invitation invited(store::Session& session, const Invite& given, const Asking& asking, shape::Flaws& flaws) {
  access::Invitation invitation{.id = {},
                                .key_hash = {},
                                .name = line_of_text(given.name, "/name", flaws),
                                .email = {},
                                .role = given.role,
                                .cluster = given.cluster,
                                .initiative = line_of_text_if_any(given.initiative, "/initiative", flaws),
                                .instead_of = given.instead_of,
                                .invited_by = asking.visitor->person};
  if (!invitation.initiative.empty() && given.role != access::Role::manager)
    flaws.push_back({"/initiative", "flaw.managers_stand_for", {}});
  if (invitation.instead_of) {
    const auto held = access::role(session, *invitation.instead_of);
    if (!held || held->until || held->cluster != given.cluster || held->role != access::Role::manager ||
        given.role != access::Role::manager)
      flaws.push_back({"/instead_of", "flaw.nobody_hands_over", {}});
  }
  const auto email = access::email_address(given.email);
  if (!email) {
    flaws.push_back({"/email", "flaw.email", {}});
    return invitation;
  }
  invitation.email = *email;
  const auto known = access::person_with_email(session, *email);
  if (known && std::ranges::any_of(access::roles_of(session, known->id), [&](const auto& held) {
        return held.cluster == given.cluster && held.role == given.role;
      }))
    flaws.push_back({"/email", "flaw.already_here", {}});
  else check_not_invited(session, invitation, asking, flaws);
  check_one_side(session, invitation, flaws);
  if (given.role == access::Role::manager && flaws.empty()) check_room(session, invitation, true, asking.now, flaws);
  return invitation;
}

}  // namespace

Outcome<ClusterPage> ShowCluster::operator()(const ClusterAddress& given, const Asking& asking) const {
  return store.read([&](store::Session& session) { return cluster_page(session, given.cluster, asking); });
}

Outcome<Done<Noted>> OpenOneRound::operator()(const OpenRound& given, const Asking& asking) const {
  return store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    if (const auto why = may_not_open_rounds(session, given.cluster, asking)) return refuse(*why);
    shape::Flaws flaws;
    const std::string title = line_of_text(given.title, "/title", flaws);
    const auto today = shape::date_of(asking.now);
    if (given.send_by && *given.send_by < today) flaws.push_back({"/send_by", "flaw.day_passed", {}});
    if (!flaws.empty()) return put_right(std::move(flaws));
    const triangle::Round opened{.id = triangle::RoundId::fresh(),
                                 .cluster = given.cluster,
                                 .title = title,
                                 .question_set = question_set,
                                 .opened_on = today,
                                 .send_by = given.send_by};
    triangle::add(session, opened);
    note(session, asking, Deed::round_opened, record("round", opened.id.text));
    return Done<Noted>{.record = {}, .go_to = "/clusters/" + given.cluster.text, .notice = "notice.round_opened"};
  });
}

Outcome<ClusterPage> InvitePerson::operator()(const Invite& given, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  std::optional<mail::Letter> letter;
  auto shown = house.store.write([&](store::Session& session) -> Outcome<ClusterPage> {
    const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
    if (!triangle::cluster(session, given.cluster) ||
        access::permission(who, given.cluster).sight == access::Sight::nothing)
      return refuse(Why::not_found);
    if (!access::may_invite(who, given.cluster, given.role) && !hands_over(session, who, given))
      return refuse(Why::not_yours);
    shape::Flaws flaws;
    const auto invitation = invited(session, given, asking, flaws);
    if (!flaws.empty()) return put_right(std::move(flaws));
    const auto key = access::invite(session, invitation, asking.now);
    note(session, asking, Deed::person_invited, record("invitation", key.invitation.text));
    const std::string link = public_address + "/join?key=" + key.text;
    if (outbox != nullptr) letter = letter_with(session, house.words, invitation, link, asking);
    auto page = cluster_page(session, given.cluster, asking);
    if (page) {
      page->invitation_link = link;
      page->invited_name = invitation.name;
    }
    if (page && letter) page->mailed_to = letter->to;
    return page;
  });
  // After the invitation is in the records, never before.
  if (shown && letter) outbox->post(*std::move(letter));
  return shown;
}

Outcome<Done<Noted>> WithdrawOneInvitation::operator()(const WithdrawInvitation& given, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  return store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    const auto invitation = access::invitation(session, given.invitation);
    if (!invitation) return refuse(Why::not_found);
    const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
    const auto given_here = invitation->cluster ? access::permission(who, *invitation->cluster)
                                                : access::permission(who, *invitation->network);
    if (given_here.sight == access::Sight::nothing) return refuse(Why::not_found);
    const bool invites =
        invitation->cluster ? access::may_invite(who, *invitation->cluster, invitation->role) : given_here.write;
    if (!invites && !made_to_hand_over(session, who, *invitation)) return refuse(Why::not_yours);
    if (!access::withdraw(session, given.invitation, asking.now)) return refuse(Why::gone);
    note(session, asking, Deed::invitation_withdrawn, record("invitation", given.invitation.text));
    return Done<Noted>{.record = {},
                       .go_to = invitation->cluster ? "/clusters/" + invitation->cluster->text
                                                    : "/networks/" + invitation->network->text,
                       .notice = "notice.invitation_withdrawn"};
  });
}

Outcome<Done<Noted>> EndOneRole::operator()(const EndRole& given, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  return store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    const auto held = access::role(session, given.role);
    if (!held) return refuse(Why::not_found);
    const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
    const bool own = held->person == who.person;
    const auto here = held->cluster ? access::permission(who, *held->cluster) : access::permission(who, *held->network);
    if (!own && here.sight == access::Sight::nothing) return refuse(Why::not_found);
    if (!access::may_end(who, *held)) return refuse(Why::not_yours);
    if (!access::end_role(session, given.role, asking.now)) return refuse(Why::gone);
    note(session, asking, Deed::role_ended, record("role", given.role.text), held->person);
    const std::string place = held->cluster ? "/clusters/" + held->cluster->text : "/networks/" + held->network->text;
    return Done<Noted>{
        .record = {}, .go_to = own ? "/" : place, .notice = own ? "notice.role_left" : "notice.role_ended"};
  });
}

Outcome<Done<StartedTable>> StartOwnTable::operator()(const StartTable& given, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  return store.write([&](store::Session& session) -> Outcome<Done<StartedTable>> {
    const auto of = round_of_cluster(session, given.round);
    const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
    if (!of || !access::sees_round(who, of->round.cluster, of->network)) return refuse(Why::not_found);
    if (!access::manages(who, of->round.cluster)) return refuse(Why::not_yours);
    if (personal::removes_tables_of(session, of->round, shape::date_of(asking.now))) return refuse(Why::gone);
    const auto* round = &of->round;
    auto own = triangle::assessment(session, round->id, asking.visitor->person);
    if (!own) {
      const std::string first = std::string{shape::name_of(given.started_from)} + "1";
      triangle::add(session, triangle::Assessment{.id = triangle::AssessmentId::fresh(),
                                                  .round = round->id,
                                                  .person = asking.visitor->person,
                                                  .started_from = given.started_from,
                                                  .started_at = asking.now,
                                                  .last_task = first,
                                                  .sent_at = {}});
      own = triangle::assessment(session, round->id, asking.visitor->person);
      note(session, asking, Deed::table_started, record("assessment", own->id.text), asking.visitor->person);
    }
    return Done<StartedTable>{.record = {own->id}, .go_to = "/assessments/" + own->id.text};
  });
}

}  // namespace trivium::api
