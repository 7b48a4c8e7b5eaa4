#include "api/initiative_lines.hpp"

#include <algorithm>
#include <map>

namespace trivium::api {
namespace {

using Inside = std::map<const triangle::Initiative*, std::vector<const triangle::Initiative*>>;  // by umbrella, or none

std::vector<InitiativeLine> lines_within(const Inside& inside, const std::vector<access::StandsFor>& who,
                                         const triangle::Initiative* umbrella) {
  std::vector<InitiativeLine> lines;
  const auto found = inside.find(umbrella);
  if (found == inside.end()) return lines;
  for (const auto* one : found->second)
    lines.push_back({.initiative = one->id,
                     .name = one->name,
                     .stand_for_it = who_stand_for(who, one->id),
                     .inside = lines_within(inside, who, one)});
  return lines;
}

}  // namespace

std::vector<InitiativeName> that_go_on(const triangle::Initiatives& all) {
  std::vector<InitiativeName> names;
  for (const auto& one : all) {
    if (!one.ended_at) names.push_back({one.id, one.name});
  }
  return names;
}

std::vector<InitiativeLine> one_within_the_other(const triangle::Initiatives& all,
                                                 const std::vector<access::StandsFor>& who) {
  Inside inside;
  for (const auto& one : all) {
    if (!one.ended_at) inside[triangle::umbrella_of(all, one)].push_back(&one);
  }
  return lines_within(inside, who, nullptr);
}

std::vector<InitiativeEnded> that_have_ended(const triangle::Initiatives& all) {
  std::vector<InitiativeEnded> ended;
  for (const auto& one : all) {
    if (!one.ended_at) continue;
    const auto* around = one.within ? triangle::initiative_in(all, *one.within) : nullptr;
    ended.push_back({.initiative = one.id,
                     .name = one.name,
                     .lay_within = around == nullptr ? "" : around->name,
                     .since = one.created_at,
                     .until = *one.ended_at});
  }
  std::ranges::stable_sort(ended, std::ranges::greater{}, &InitiativeEnded::until);
  return ended;
}

std::vector<InitiativeName> stood_for_by(const std::vector<access::StandsFor>& who, const access::RoleId& role) {
  std::vector<InitiativeName> names;
  for (const auto& stands : who) {
    if (stands.role == role) names.push_back({stands.initiative, stands.initiative_name});
  }
  return names;
}

std::vector<InitiativeChoice> choices_of(const triangle::Initiatives& all, const std::vector<access::StandsFor>& who,
                                         const access::RoleId& role) {
  const auto chosen = stood_for_by(who, role);
  std::vector<InitiativeChoice> choices;
  for (const auto& [id, name] : that_go_on(all))
    choices.push_back({id, name, std::ranges::find(chosen, id, &InitiativeName::initiative) != chosen.end()});
  return choices;
}

std::vector<std::string> who_stand_for(const std::vector<access::StandsFor>& who,
                                       const triangle::InitiativeId& initiative) {
  std::vector<std::string> names;
  for (const auto& stands : who) {
    if (stands.initiative == initiative) names.push_back(stands.person_name);
  }
  return names;
}

}  // namespace trivium::api
