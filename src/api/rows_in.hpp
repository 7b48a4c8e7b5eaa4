// What stands in a table's answers, where it stands: nothing where nobody has written it.
#pragma once

#include "triangle/answer.hpp"

namespace trivium::api {

using AnswersByTask = std::map<std::string, triangle::Answer>;

// The rows of a facet, as they were written.
const shape::Json& rows_in(const AnswersByTask& answers, const std::string& task, const char* facet);

// The places of those of them that say what they are: a row with a weight or a share alone is no thing yet.
std::vector<std::size_t> told_rows(const shape::Json& rows);

std::string text_in(const shape::Json& row, const char* member);

// A facet that is one text.
std::string facet_text(const AnswersByTask& answers, const std::string& task, const char* facet);

}  // namespace trivium::api
