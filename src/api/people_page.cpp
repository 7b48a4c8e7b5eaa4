#include "api/people_page.hpp"

#include "access/secret.hpp"
#include "access/sight.hpp"
#include "api/typed_text.hpp"
#include "triangle/cluster.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

bool hosts(const Asking& asking) { return asking.visitor && asking.visitor->hosts; }

std::vector<RoundLine> rounds_with_progress(store::Session& session, const access::Asker& who,
                                            const triangle::ClusterId& cluster) {
  const auto tables = triangle::assessments_in(session, cluster);
  const auto people = access::people_of(session, cluster);
  std::vector<RoundLine> lines;
  for (const auto& round : triangle::rounds_of(session, cluster)) {
    RoundLine line{.round = round.id,
                   .title = round.title,
                   .opened_on = round.opened_on,
                   .send_by = round.send_by,
                   .progress = {}};
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
  page.hosts = given.write;
  page.shares_cases = access::shares_cases(who, id);
  for (const auto& person : access::people_of(session, id)) page.people.push_back({person.name, person.role});
  if (given.write) {
    for (const auto& open : access::open_invitations(session, id, asking.now)) {
      page.invitations.push_back(
          {open.id, open.name, open.email, open.role, cluster->name, shape::date_of(open.expires_at)});
    }
  }
  page.rounds = rounds_with_progress(session, who, id);
  return page;
}

// The host arranges; whoever else may see the cluster learns that this is not theirs to do, a stranger nothing.
std::optional<Why> may_not_arrange(store::Session& session, const triangle::ClusterId& cluster, const Asking& asking) {
  if (!asking.visitor) return Why::sign_in;
  const auto given = access::permission(session, asking.visitor, cluster);
  if (given.sight == access::Sight::nothing || !triangle::cluster(session, cluster)) return Why::not_found;
  if (!given.write) return Why::not_yours;
  return std::nullopt;
}

}  // namespace

Outcome<ClustersPage> ShowClusters::operator()(const Nothing& /*nothing*/, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  return store.read([&](store::Session& session) -> Outcome<ClustersPage> {
    const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
    ClustersPage page{.hosts = hosts(asking), .clusters = {}};
    for (const auto& cluster : triangle::clusters(session)) {
      if (access::permission(who, cluster.id).sight == access::Sight::nothing) continue;
      page.clusters.push_back({.cluster = cluster.id,
                               .city = cluster.city,
                               .country = cluster.country,
                               .name = cluster.name,
                               .illustration = cluster.illustration,
                               .people = static_cast<int>(access::people_of(session, cluster.id).size()),
                               .rounds = static_cast<int>(triangle::rounds_of(session, cluster.id).size())});
    }
    return page;
  });
}

Outcome<Done<ClusterAddress>> AddOneCluster::operator()(const AddCluster& given, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  if (!hosts(asking)) return refuse(Why::not_yours);
  shape::Flaws flaws;
  const std::string city = line_of_text(given.city, "/city", flaws);
  const std::string country = line_of_text(given.country, "/country", flaws);
  const std::string name = line_of_text(given.name, "/name", flaws);
  if (!flaws.empty()) return put_right(std::move(flaws));
  return store.write([&](store::Session& session) -> Outcome<Done<ClusterAddress>> {
    const triangle::Cluster cluster{.id = triangle::ClusterId::fresh(),
                                    .city = triangle::city_named(session, city, country),
                                    .name = name,
                                    .illustration = false,
                                    .created_at = asking.now};
    triangle::add(session, cluster);
    return Done<ClusterAddress>{
        .record = {cluster.id}, .go_to = "/clusters/" + cluster.id.text, .notice = "notice.cluster_added"};
  });
}

Outcome<ClusterPage> ShowCluster::operator()(const ClusterAddress& given, const Asking& asking) const {
  return store.read([&](store::Session& session) { return cluster_page(session, given.cluster, asking); });
}

Outcome<Done<Noted>> OpenOneRound::operator()(const OpenRound& given, const Asking& asking) const {
  return store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    if (const auto why = may_not_arrange(session, given.cluster, asking)) return refuse(*why);
    shape::Flaws flaws;
    const std::string title = line_of_text(given.title, "/title", flaws);
    const auto today = shape::date_of(asking.now);
    if (given.send_by && *given.send_by < today) flaws.push_back({"/send_by", "flaw.day_passed", {}});
    if (!flaws.empty()) return put_right(std::move(flaws));
    triangle::add(session, triangle::Round{.id = triangle::RoundId::fresh(),
                                           .cluster = given.cluster,
                                           .title = title,
                                           .question_set = question_set,
                                           .opened_on = today,
                                           .send_by = given.send_by});
    return Done<Noted>{.record = {}, .go_to = "/clusters/" + given.cluster.text, .notice = "notice.round_opened"};
  });
}

Outcome<ClusterPage> InvitePerson::operator()(const Invite& given, const Asking& asking) const {
  return store.write([&](store::Session& session) -> Outcome<ClusterPage> {
    if (const auto why = may_not_arrange(session, given.cluster, asking)) return refuse(*why);
    shape::Flaws flaws;
    const std::string name = line_of_text(given.name, "/name", flaws);
    const auto email = access::email_address(given.email);
    if (!email) flaws.push_back({"/email", "flaw.email", {}});
    if (!flaws.empty()) return put_right(std::move(flaws));
    const auto known = access::person_with_email(session, *email);
    if (known && std::ranges::any_of(access::roles_of(session, known->id), [&](const auto& held) {
          return held.cluster == given.cluster && held.role == given.role;
        })) {
      return put_right("/email", "flaw.already_here");
    }
    const std::string key = access::invite(session,
                                           {.id = {},
                                            .key_hash = {},
                                            .name = name,
                                            .email = *email,
                                            .role = given.role,
                                            .cluster = given.cluster,
                                            .invited_by = asking.visitor->person,
                                            .invited_at = {},
                                            .expires_at = {},
                                            .accepted_at = {},
                                            .withdrawn_at = {}},
                                           asking.now);
    auto page = cluster_page(session, given.cluster, asking);
    if (page) page->invitation_link = public_address + "/join?key=" + key;
    return page;
  });
}

Outcome<Done<Noted>> WithdrawOneInvitation::operator()(const WithdrawInvitation& given, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  return store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    const auto invitation =
        session.row<access::Invitation>("select {} from invitations where id = :id", {{"id", given.invitation}});
    if (!invitation) return refuse(Why::not_found);
    if (const auto why = may_not_arrange(session, invitation->cluster, asking)) return refuse(*why);
    if (!access::withdraw(session, given.invitation, asking.now)) return refuse(Why::gone);
    return Done<Noted>{
        .record = {}, .go_to = "/clusters/" + invitation->cluster.text, .notice = "notice.invitation_withdrawn"};
  });
}

Outcome<JoinPage> ShowJoin::operator()(const JoinKey& given, const Asking& asking) const {
  return store.read([&](store::Session& session) -> Outcome<JoinPage> {
    const auto invitation = access::open_invitation(session, given.key, asking.now);
    if (!invitation) return refuse(Why::gone);
    const auto cluster = triangle::cluster(session, invitation->cluster);
    const bool known = access::person_with_email(session, invitation->email).has_value();
    return JoinPage{.key = given.key,
                    .name = invitation->name,
                    .email = invitation->email,
                    .role = invitation->role,
                    .cluster = cluster->name,
                    .city = cluster->city,
                    .known = known};
  });
}

Outcome<Done<Noted>> JoinCluster::operator()(const Join& given, const Asking& asking) const {
  const auto invitation =
      store.read([&](store::Session& session) { return access::open_invitation(session, given.key, asking.now); });
  if (!invitation) return refuse(Why::gone);
  const auto known =
      store.read([&](store::Session& session) { return access::person_with_email(session, invitation->email); });
  shape::Flaws flaws;
  std::string name;
  if (known) {  // somebody with an account joins one more cluster: her password says it is her
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
    if (!access::accept(session, invitation->id, asking.now)) return refuse(Why::gone);
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
    access::give_role(session, {.id = access::RoleId::fresh(),
                                .person = person->id,
                                .cluster = invitation->cluster,
                                .role = invitation->role,
                                .since = asking.now,
                                .until = {}});
    return Done<Noted>{.record = {},
                       .go_to = "/",
                       .notice = "notice.joined",
                       .session_key = access::start_session(session, person->id, asking.device, asking.now)};
  });
}

Outcome<Done<StartedTable>> StartOwnTable::operator()(const StartTable& given, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  return store.write([&](store::Session& session) -> Outcome<Done<StartedTable>> {
    const auto round = triangle::round(session, given.round);
    if (!round || access::permission(session, asking.visitor, round->cluster).sight == access::Sight::nothing)
      return refuse(Why::not_found);
    const auto held = access::roles_of(session, asking.visitor->person);
    const bool manages = std::ranges::any_of(
        held, [&](const auto& role) { return role.cluster == round->cluster && role.role == access::Role::manager; });
    if (!manages) return refuse(Why::not_yours);
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
    }
    return Done<StartedTable>{.record = {own->id}, .go_to = "/assessments/" + own->id.text};
  });
}

}  // namespace trivium::api
