// The things of the triangle that have an id. One type each, so that a round cannot stand where a cluster is meant.
#pragma once

#include "shape/id.hpp"

namespace trivium::triangle {

using CityId = shape::Id<struct CityTag>;
using ClusterId = shape::Id<struct ClusterTag>;
using InitiativeId = shape::Id<struct InitiativeTag>;
using PersonId = shape::Id<struct PersonTag>;
using RoundId = shape::Id<struct RoundTag>;
using AssessmentId = shape::Id<struct AssessmentTag>;
using AnswerId = shape::Id<struct AnswerTag>;

// What a round may belong to; programme/ says what they are.
using NetworkId = shape::Id<struct NetworkTag>;
using ProgrammeId = shape::Id<struct ProgrammeTag>;

}  // namespace trivium::triangle
