// PC-Axis files (.px), in which Eustat, INE, Statistics Sweden, Finland and others publish their tables: keywords that
// say which variables a table has and which values each of them, and then nothing but the cells.
//
//   STUB="Region"; HEADING="Year";
//   VALUES("Region")="Bizkaia","Gipuzkoa"; CODES("Region")="48","20"; VALUES("Year")="2018","2019";
//   DATA=12.5 "-" ".." 3;
//
// They are read as long rows: one for each cell, with a column for each variable under its name, another for its codes
// where it has some, "Region (code)", and value. Of several languages the main one is read.
//
// Such a table mostly holds totals beside their parts and several units. So a variable of which no column was made has
// to stand for one value only, in the rows that are taken; otherwise the whole is refused, and the variable is named.
#pragma once

#include "evidence/import.hpp"

namespace trivium::evidence {

// By its name, .px, or by its first keyword.
bool is_px(const std::filesystem::path& file);

// A dash is nil, as the format says. What one to six points stand for each office says itself, kept back as often as
// not there: a cell of points is refused unless it was said what they mean. Row of an error is the line of the file,
// column of a cell are the values it belongs to.
std::expected<Tally, shape::Flaws> import_px(Duck& duck, const std::filesystem::path& file,
                                             const DescribedTable& described, const measure::Work& work = {});

}  // namespace trivium::evidence
