// The links of the last round in this one: they stay with what they were drawn between, whatever ids the rows have now.
#pragma once

#include "api/picture_of.hpp"

#include <set>

namespace trivium::api {

struct LastRound {
  const TablePicture& table;
  const std::vector<triangle::DrawnLink>& links;
};

// Those whose two ends are both said in this round, between the rows that say them. Where both rows were answered in
// this round and came back under the ids they had, the table came back as a whole with its links: one that is not among
// this round's own was taken back. taken_over: tasks whose answers are the last round's.
std::vector<triangle::DrawnLink> links_that_stand(const LastRound& last, const TablePicture& now,
                                                  const std::set<std::string>& taken_over);

}  // namespace trivium::api
