#include "triangle/initiative.hpp"

#include <algorithm>

namespace trivium::triangle {
namespace {

// What it lies within, or nothing. No path is longer than there are initiatives, also where somebody wrote a circle
// into the records.
template <class Each>
void each_around(const Initiatives& all, const Initiative* one, const Each& each) {
  for (std::size_t steps = 0; one != nullptr && steps <= all.size(); ++steps) {
    if (!each(*one)) return;
    one = one->within ? initiative_in(all, *one->within) : nullptr;
  }
}

int levels_from(const Initiatives& all, const InitiativeId& id, std::size_t steps) {
  int below = 0;
  for (const auto& one : all) {
    if (one.within == id && steps < all.size()) below = std::max(below, levels_from(all, one.id, steps + 1));
  }
  return below + 1;
}

}  // namespace

void hold_initiatives(store::Session& session, const ClusterId& cluster) {
  // A write that changes nothing: on PostgreSQL others wait for it.
  session.run("update clusters set name = name where id = :id", {{"id", cluster}});
}

void add(store::Session& session, const Initiative& initiative) { session.insert("initiatives", initiative); }

void change(store::Session& session, const Initiative& initiative) {
  session.run("update initiatives set name = :name, within = :within, revision = :revision + 1 where id = :id",
              {{"name", initiative.name},
               {"within", initiative.within},
               {"revision", initiative.revision},
               {"id", initiative.id}});
}

bool end_initiative(store::Session& session, const InitiativeId& id, const shape::Instant& now) {
  return session.run("update initiatives set ended_at = :now where id = :id and ended_at is null",
                     {{"now", now}, {"id", id}}) == 1;
}

std::optional<Initiative> initiative(store::Session& session, const ClusterId& cluster, const InitiativeId& id) {
  return session.row<Initiative>("select {} from initiatives where id = :id and cluster = :cluster",
                                 {{"id", id}, {"cluster", cluster}});
}

Initiatives initiatives_of(store::Session& session, const ClusterId& cluster) {
  return session.rows<Initiative>("select {} from initiatives where cluster = :cluster order by name, id",
                                  {{"cluster", cluster}});
}

const Initiative* initiative_in(const Initiatives& all, const InitiativeId& id) {
  const auto found = std::ranges::find(all, id, &Initiative::id);
  return found == all.end() ? nullptr : &*found;
}

bool lies_within(const Initiatives& all, const InitiativeId& id, const InitiativeId& around) {
  bool found = false;
  each_around(all, initiative_in(all, id), [&](const Initiative& one) {
    found = one.id == around;
    return !found;
  });
  return found;
}

const Initiative* umbrella_of(const Initiatives& all, const Initiative& one) {
  const Initiative* umbrella = nullptr;
  each_around(all, one.within ? initiative_in(all, *one.within) : nullptr, [&](const Initiative& around) {
    if (!around.ended_at && around.id != one.id) umbrella = &around;
    return umbrella == nullptr;
  });
  return umbrella;
}

int levels_down_to(const Initiatives& all, const InitiativeId& id) {
  int levels = 0;
  each_around(all, initiative_in(all, id), [&](const Initiative& /*one*/) {
    ++levels;
    return true;
  });
  return levels;
}

int levels_from(const Initiatives& all, const InitiativeId& id) { return levels_from(all, id, 0); }

}  // namespace trivium::triangle
