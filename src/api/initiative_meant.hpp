// Initiatives as people type them: "film  office" is the Film Office there is.
#pragma once

#include "triangle/initiative.hpp"

namespace trivium::api {

// The one of that name that goes on, whatever its capitals, accents and blanks; but: another one than this.
const triangle::Initiative* initiative_there(const triangle::Initiatives& all, const std::string& name,
                                             const std::optional<triangle::InitiativeId>& but = {});

struct InitiativeMeant {
  triangle::InitiativeId initiative;
  bool made;
};
// The same, made where there is none.
InitiativeMeant initiative_meant(store::Session& session, const triangle::ClusterId& cluster, const std::string& name,
                                 const shape::Instant& now);

}  // namespace trivium::api
