// What a DOCX says of where it comes from: ids and numbers, nothing that anybody wrote.
#pragma once

#include "api/open_table.hpp"
#include "document/filled_table.hpp"

namespace trivium::api {

struct WordOrigin {
  std::string table;
  int question_set = 0;
  std::string language;
  std::map<std::string, int> written;  // by task: the revision its answer had; absent or 0: there was none
};

std::vector<document::Fact> facts_of(const OpenTable& open, const std::map<std::string, triangle::Answer>& answers);

// Nothing where it is no document of ours.
std::optional<WordOrigin> origin_in(const std::vector<document::Fact>& facts);

}  // namespace trivium::api
