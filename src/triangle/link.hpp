// A link somebody drew between two rows of a table. Nobody else draws one: what the house only supposes is a proposal.
#pragma once

#include "shape/json.hpp"
#include "store/session.hpp"
#include "triangle/ids.hpp"

namespace trivium::triangle {

using LinkId = shape::Id<struct LinkTag>;

enum class LinkKind { addresses, carries, meets };  // instrument → demand, practice → instrument, practice → demand
TRIVIUM_NAMES(LinkKind, addresses, carries, meets)

enum class LinkStrength { direct, partly };
TRIVIUM_NAMES(LinkStrength, direct, partly)

struct DrawnLink {
  LinkId id;
  AssessmentId assessment;
  LinkKind kind;
  std::string from_row;  // ids of rows, as the facets hold them
  std::string to_row;
  LinkStrength strength;
  PersonId drawn_by;
  shape::Instant drawn_at;
};
TRIVIUM_SHAPE(DrawnLink, id, assessment, kind, from_row, to_row, strength, drawn_by, drawn_at)

// Draws it, or gives one that is there already the new strength.
void draw(store::Session& session, const DrawnLink& link);
// False where there was none.
bool take_back(store::Session& session, const AssessmentId& assessment, const LinkId& link);
std::vector<DrawnLink> links_of(store::Session& session, const AssessmentId& assessment);

}  // namespace trivium::triangle
