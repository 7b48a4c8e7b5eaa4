// What the manager of a table said in the rounds before, for the rules that look back.
#pragma once

#include "api/open_table.hpp"
#include "guidance/answers.hpp"

namespace trivium::api {

// Her tables of the same cluster that the reader may read, and from earlier rounds; the latest first. What was drawn on
// their maps counts as it does for this one.
guidance::EarlierTables earlier_tables(store::Session& session, const House& house, const OpenTable& open,
                                       const Asking& asking);

}  // namespace trivium::api
