// Links between demands, instruments and practices, drawn and taken back by whoever writes the table.
#pragma once

#include "api/open_table.hpp"
#include "triangle/link.hpp"

namespace trivium::api {

struct DrawLink {  // POST /assessments/{assessment}/links
  triangle::AssessmentId assessment;
  std::optional<triangle::LinkKind> kind;  // what its ends can only be where it is not said
  std::string from_row;
  std::string to_row;
  std::optional<triangle::LinkStrength> strength;  // direct where it is not said
  std::optional<bool> on_map;                      // where a browser goes back to
};
TRIVIUM_SHAPE(DrawLink, assessment, kind, from_row, to_row, strength, on_map)

struct DrawOneLink {
  const House& house;
  Outcome<Done<Noted>> operator()(const DrawLink& given, const Asking& asking) const;
};

struct TakeLinkBack {  // POST /assessments/{assessment}/links/{link}/remove
  triangle::AssessmentId assessment;
  triangle::LinkId link;
  // Where it was drawn: the map's form draws or takes back, and sends the same fields for both.
  std::optional<triangle::LinkKind> kind;
  std::optional<std::string> from_row;
  std::optional<std::string> to_row;
  std::optional<bool> on_map;
};
TRIVIUM_SHAPE(TakeLinkBack, assessment, link, kind, from_row, to_row, on_map)

struct TakeOneLinkBack {
  const House& house;
  Outcome<Done<Noted>> operator()(const TakeLinkBack& given, const Asking& asking) const;
};

}  // namespace trivium::api
