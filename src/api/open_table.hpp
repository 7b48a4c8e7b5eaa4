// Opening somebody's table: found, allowed, and with the questions it is answered with.
#pragma once

#include "access/sight.hpp"
#include "api/asking.hpp"
#include "api/house.hpp"
#include "api/kept_answer.hpp"
#include "api/outcome.hpp"
#include "api/seen_by.hpp"

namespace trivium::api {

struct TableAddress {
  triangle::AssessmentId assessment;
};
TRIVIUM_SHAPE(TableAddress, assessment)

struct OpenTable {
  triangle::AssessmentInRound table;
  access::Permission permission;
  const framework::Framework& framework;
  const framework::Texts& texts;  // in the reader's language
  std::string language;
};

// The one place where tables are opened, and so the place where it is noted that somebody else's was.
//
// A table whose text the visitor may read. Where he may not, it is not found, whatever the reason: the answer for a
// colleague's unsent table and for one that never existed are the same.
Outcome<OpenTable> open_table(store::Session& session, const House& house, const triangle::AssessmentId& id,
                              const Asking& asking);

Place place_of(const OpenTable& open);
SeenBy seen_by(store::Session& session, const House& house, const OpenTable& open, bool once_sent = false);

// Of a page that shows several tables: everybody who reads one of them. Wants a visitor.
SeenBy seen_by_any(store::Session& session, const House& house, const std::vector<triangle::AssessmentInRound>& tables,
                   const Asking& asking);

// The 32 tasks in the order of this table: from the vertex it was started from, round the triangle.
std::vector<const framework::Task*> in_own_order(const OpenTable& open);

}  // namespace trivium::api
