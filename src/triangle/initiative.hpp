// What the managers of a cluster stand for: its policy, explicit or not, or a part of it. A cluster may have none or
// several, and one may lie within another. One that has ended stays, with its day.
#pragma once

#include "shape/json.hpp"
#include "store/session.hpp"
#include "triangle/ids.hpp"

namespace trivium::triangle {

struct Initiative {
  InitiativeId id;
  ClusterId cluster;
  std::string name;
  std::optional<InitiativeId> within{};  // another one of the cluster
  int revision = 1;
  shape::Instant created_at{};
  std::optional<shape::Instant> ended_at{};
};
TRIVIUM_SHAPE(Initiative, id, cluster, name, within, revision, created_at, ended_at)

using Initiatives = std::vector<Initiative>;

// Nobody else changes the cluster's initiatives until the end of the transaction, nor who stands for them: two who move
// one each would make a circle, and two who add one would make the same.
void hold_initiatives(store::Session& session, const ClusterId& cluster);

void add(store::Session& session, const Initiative& initiative);
// Its name and what it lies within; the stored one has revision + 1.
void change(store::Session& session, const Initiative& initiative);
bool end_initiative(store::Session& session, const InitiativeId& id, const shape::Instant& now);  // false: it has ended

std::optional<Initiative> initiative(store::Session& session, const ClusterId& cluster, const InitiativeId& id);
// By name, those that have ended among them.
Initiatives initiatives_of(store::Session& session, const ClusterId& cluster);

// Of the initiatives of one cluster.
const Initiative* initiative_in(const Initiatives& all, const InitiativeId& id);
bool lies_within(const Initiatives& all, const InitiativeId& id, const InitiativeId& around);  // itself too
// The nearest around it that goes on: what lies within one that has ended lies within the next.
const Initiative* umbrella_of(const Initiatives& all, const Initiative& one);

// As many levels as there may be: umbrellas have few, and pages show one within the other.
inline constexpr int kMostLevels = 6;
// Of which it is the lowest, and of which it is the highest.
int levels_down_to(const Initiatives& all, const InitiativeId& id);
int levels_from(const Initiatives& all, const InitiativeId& id);

}  // namespace trivium::triangle
