// What was said for years while something else moved: {task: B3, facet: strategies, kept: {columns: [text, kind],
// years: 3, while: {task: A8, facet: stage}}}
#pragma once

#include "guidance/condition.hpp"

namespace trivium::guidance {

// node: what stands under "kept". What does not fit the framework is noted with its line.
void read_kept(const framework::StrictYaml& yaml, const YAML::Node& node, const framework::Framework& framework,
               const framework::Facet& rows, Condition& condition);

// True where a table at least so many years (of 365 days) before said the same in these columns, every table since that
// answered it again as well, and the other facet said something else there than it does now. Rows count in their order;
// a row that is reworded is another one.
bool kept_while_moved(const Condition& condition, const Answers& answers, const EarlierTables& earlier);

}  // namespace trivium::guidance
