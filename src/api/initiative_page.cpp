#include "api/initiative_page.hpp"

#include "access/sight.hpp"
#include "api/initiative_meant.hpp"
#include "api/noted.hpp"
#include "api/typed_text.hpp"
#include "triangle/cluster.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace trivium::api {
namespace {

using triangle::Initiative;
using triangle::Initiatives;

// Whoever may not change what they see learns that; whoever does not see the cluster, that there is nothing.
std::optional<Why> may_not_arrange(store::Session& session, const triangle::ClusterId& cluster, const Asking& asking) {
  const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
  if (!triangle::cluster(session, cluster) || access::permission(who, cluster).sight == access::Sight::nothing)
    return Why::not_found;
  if (!access::arranges_initiatives(who, cluster)) return Why::not_yours;
  return std::nullopt;
}

std::vector<PlaceForIt> places_for(const Initiatives& all, const Initiative& one) {
  std::vector<PlaceForIt> places;
  for (const auto& other : all) {
    const bool now = one.within == other.id;
    if ((other.ended_at && !now) || triangle::lies_within(all, other.id, one.id)) continue;
    places.push_back({other.id.text, other.name, now, other.ended_at.has_value()});
  }
  return places;
}

void check_name(const Initiatives& all, const Initiative& meant, shape::Flaws& flaws) {
  if (meant.name.empty()) return;
  if (const auto* there = initiative_there(all, meant.name, meant.id))
    flaws.push_back({"/initiative_name", "flaw.initiative_there", {{"name", there->name}}});
}

// One of another cluster is answered as one that never was. What it lies within already may have ended since.
void check_place(const Initiatives& all, const Initiative& meant, shape::Flaws& flaws) {
  if (!meant.within) return;
  const auto* around = triangle::initiative_in(all, *meant.within);
  const auto* before = triangle::initiative_in(all, meant.id);
  if (around == nullptr || (around->ended_at && (before == nullptr || before->within != meant.within))) {
    flaws.push_back({"/within", "flaw.no_such_initiative", {}});
  } else if (triangle::lies_within(all, around->id, meant.id)) {
    flaws.push_back({"/within",
                     around->id == meant.id ? "flaw.initiative_in_itself" : "flaw.initiative_in_circle",
                     {{"name", before->name}, {"umbrella", around->name}}});
  } else if (triangle::levels_down_to(all, around->id) + triangle::levels_from(all, meant.id) > triangle::kMostLevels) {
    flaws.push_back({"/within", "flaw.initiative_too_deep", {{"most", fmt::to_string(triangle::kMostLevels)}}});
  }
}

shape::Flaw changed_since(const Initiatives& all, const Initiative& one) {
  const auto* around = one.within ? triangle::initiative_in(all, *one.within) : nullptr;
  if (around == nullptr) return {"/initiative_name", "flaw.initiative_changed", {{"name", one.name}}};
  return {"/initiative_name", "flaw.initiative_changed_within", {{"name", one.name}, {"umbrella", around->name}}};
}

std::string page_of(const triangle::ClusterId& cluster) { return "/clusters/" + cluster.text; }

}  // namespace

Outcome<InitiativePage> ShowInitiative::operator()(const InitiativeAddress& given, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  return store.read([&](store::Session& session) -> Outcome<InitiativePage> {
    const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
    const auto cluster = triangle::cluster(session, given.cluster);
    if (!cluster || access::permission(who, given.cluster).sight == access::Sight::nothing)
      return refuse(Why::not_found);
    const auto all = triangle::initiatives_of(session, given.cluster);
    const auto* one = triangle::initiative_in(all, given.initiative);
    if (one == nullptr) return refuse(Why::not_found);
    InitiativePage page{.cluster = cluster->id,
                        .city = cluster->city,
                        .cluster_name = cluster->name,
                        .illustration = cluster->illustration,
                        .initiative = one->id,
                        .name = one->name,
                        .revision = one->revision,
                        .within = {},
                        .inside = {},
                        .stand_for_it = who_stand_for(access::who_stands_for(session, given.cluster), one->id),
                        .since = one->created_at,
                        .until = one->ended_at,
                        .arranges = !one->ended_at && access::arranges_initiatives(who, given.cluster),
                        .places = {}};
    if (one->within) page.within = InitiativeName{*one->within, triangle::initiative_in(all, *one->within)->name};
    for (const auto& other : all) {
      if (!other.ended_at && other.within == one->id) page.inside.push_back({other.id, other.name});
    }
    if (page.arranges) page.places = places_for(all, *one);
    return page;
  });
}

Outcome<Done<InitiativeAddress>> AddOneInitiative::operator()(const AddInitiative& given, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  return store.write([&](store::Session& session) -> Outcome<Done<InitiativeAddress>> {
    if (const auto why = may_not_arrange(session, given.cluster, asking)) return refuse(*why);
    triangle::hold_initiatives(session, given.cluster);
    const auto all = triangle::initiatives_of(session, given.cluster);
    shape::Flaws flaws;
    const Initiative added{.id = triangle::InitiativeId::fresh(),
                           .cluster = given.cluster,
                           .name = line_of_text(given.initiative_name, "/initiative_name", flaws),
                           .within = given.within,
                           .created_at = asking.now};
    check_name(all, added, flaws);
    check_place(all, added, flaws);
    if (!flaws.empty()) return put_right(std::move(flaws));
    triangle::add(session, added);
    note(session, asking, Deed::initiative_added, record("initiative", added.id.text));
    return Done<InitiativeAddress>{.record = {.cluster = given.cluster, .initiative = added.id},
                                   .go_to = page_of(given.cluster),
                                   .notice = "notice.initiative_added"};
  });
}

Outcome<Done<Noted>> ChangeOneInitiative::operator()(const ChangeInitiative& given, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  return store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    if (const auto why = may_not_arrange(session, given.cluster, asking)) return refuse(*why);
    triangle::hold_initiatives(session, given.cluster);
    const auto all = triangle::initiatives_of(session, given.cluster);
    const auto* one = triangle::initiative_in(all, given.initiative);
    if (one == nullptr) return refuse(Why::not_found);
    if (one->ended_at) return refuse(Why::gone);  // it stays as it was
    shape::Flaws flaws;
    Initiative changed = *one;
    changed.name = line_of_text(given.initiative_name, "/initiative_name", flaws);
    changed.within = given.within;
    check_name(all, changed, flaws);
    check_place(all, changed, flaws);
    const bool same = changed.name == one->name && changed.within == one->within;  // sent twice
    if (flaws.empty() && same)
      return Done<Noted>{.record = {}, .go_to = page_of(given.cluster), .notice = "notice.initiative_changed"};
    // What was typed stays, the page has the newer revision: who saves once more knows what it takes the place of.
    if (given.revision != one->revision) flaws.push_back(changed_since(all, *one));
    if (!flaws.empty()) return put_right(std::move(flaws));
    triangle::change(session, changed);
    note(session, asking, Deed::initiative_changed, record("initiative", changed.id.text));
    return Done<Noted>{.record = {}, .go_to = page_of(given.cluster), .notice = "notice.initiative_changed"};
  });
}

Outcome<Done<Noted>> EndOneInitiative::operator()(const InitiativeAddress& given, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  return store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    if (const auto why = may_not_arrange(session, given.cluster, asking)) return refuse(*why);
    triangle::hold_initiatives(session, given.cluster);
    if (!triangle::initiative(session, given.cluster, given.initiative)) return refuse(Why::not_found);
    if (!triangle::end_initiative(session, given.initiative, asking.now)) return refuse(Why::gone);
    note(session, asking, Deed::initiative_ended, record("initiative", given.initiative.text));
    return Done<Noted>{.record = {}, .go_to = page_of(given.cluster), .notice = "notice.initiative_ended"};
  });
}

Outcome<Done<Noted>> SayOneStandsFor::operator()(const SayStandsFor& given, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  return store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    const auto held = access::role(session, given.role);
    if (!held || !held->cluster) return refuse(Why::not_found);
    const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
    if (access::permission(who, *held->cluster).sight == access::Sight::nothing) return refuse(Why::not_found);
    if (!access::says_stands_for(who, *held)) return refuse(Why::not_yours);
    triangle::hold_initiatives(session, *held->cluster);
    const auto all = triangle::initiatives_of(session, *held->cluster);
    shape::Flaws flaws;
    for (std::size_t at = 0; at < given.stands_for.size(); ++at) {
      const auto* one = triangle::initiative_in(all, given.stands_for[at]);
      if (one == nullptr || one->ended_at)
        flaws.push_back({"/stands_for/" + fmt::to_string(at), "flaw.no_such_initiative", {}});
    }
    if (!flaws.empty()) return put_right(std::move(flaws));
    if (access::stand_for_only(session, given.role, given.stands_for))
      note(session, asking, Deed::stood_for, record("role", given.role.text), held->person);
    return Done<Noted>{.record = {}, .go_to = page_of(*held->cluster), .notice = "notice.stands_for_said"};
  });
}

Outcome<ClusterPage> ShowClusterAsTicked::operator()(const shape::Json& typed, const Refusal& /*refusal*/,
                                                     const Asking& asking) const {
  const access::RoleId role{typed.value("role", std::string{})};
  const auto held = store.read([&](store::Session& session) { return access::role(session, role); });
  if (!held || !held->cluster) return refuse(Why::not_found);
  auto page = ShowCluster{store}({*held->cluster}, asking);
  if (!page) return page;
  const auto came_back = std::ranges::find(page->people, std::optional{role}, &ClusterPerson::says_for);
  if (came_back == page->people.end()) return page;
  came_back->came_back = true;
  const auto ticked = typed.value("stands_for", shape::Json::array());
  for (auto& choice : came_back->choices)
    choice.chosen = std::ranges::find(ticked, shape::Json(choice.initiative.text)) != ticked.end();
  return page;
}

}  // namespace trivium::api
