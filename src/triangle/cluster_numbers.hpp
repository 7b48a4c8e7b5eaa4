// What was counted of a cluster, year by year: a table as somebody pasted it, and where it is from. It belongs to the
// cluster and is read and written by those who hold a role there.
#pragma once

#include "store/session.hpp"
#include "triangle/ids.hpp"

#include <expected>

namespace trivium::triangle {

enum class DecimalMark { point, comma };
TRIVIUM_NAMES(DecimalMark, point, comma)

struct ClusterNumbers {
  ClusterId cluster;
  std::string source;
  std::string numbers;
  DecimalMark decimal;
  int revision;
  PersonId written_by;
  shape::Instant written_at;
};
TRIVIUM_SHAPE(ClusterNumbers, cluster, source, numbers, decimal, revision, written_by, written_at)

std::optional<ClusterNumbers> numbers_of(store::Session& session, const ClusterId& cluster);

struct StaleNumbers {
  std::optional<ClusterNumbers> stored;
};
// Writes on top of given.revision (0: there are none yet), or gives what is stored; the same twice is one change.
std::expected<ClusterNumbers, StaleNumbers> keep(store::Session& session, ClusterNumbers given);

}  // namespace trivium::triangle
