// Answers as pages and files name things in them, from the records and back: there a problem is named by its row
// (framework/problem_names.hpp). Whoever reads or saves an answer in api/ does it here.
#pragma once

#include "api/rows_in.hpp"

namespace trivium::api {

AnswersByTask answers_by_task(store::Session& session, const triangle::AssessmentId& table);

std::optional<triangle::Answer> kept_answer(store::Session& session, const triangle::AssessmentId& table,
                                            const std::string& task);

// One text it had, and all of them, the newest first; problems are named as they stand in the table today.
std::optional<triangle::Answer> kept_version(store::Session& session, const triangle::AssessmentId& table,
                                             const std::string& task, int revision);
std::vector<triangle::Answer> kept_versions(store::Session& session, const triangle::AssessmentId& table,
                                            const std::string& task);

// As triangle::save. problems_as_of: the revision of A_sum whose places are named, where it is not today's: a page
// stays open while another one changes the problems.
std::expected<triangle::Answer, triangle::Stale> keep_answer(store::Session& session, triangle::Answer given,
                                                             std::optional<int> problems_as_of = {});

}  // namespace trivium::api
