// The filled-in table as a file: Table 1 with its answers, the questions in the reader's language, the answers as
// written.
#pragma once

#include "api/open_table.hpp"
#include "document/write.hpp"

namespace trivium::api {

// The 32 tasks with their answers, a group for each vertex.
std::vector<document::Group> groups_of(store::Session& session, const House& house, const OpenTable& open);

struct WriteTable {
  const House& house;
  const document::Workshop& workshop;
  document::Format format;
  Outcome<Download> operator()(const TableAddress& given, const Asking& asking) const;
};

}  // namespace trivium::api
