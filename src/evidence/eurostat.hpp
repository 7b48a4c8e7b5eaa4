// Eurostat's wide tables: several keys glued together in the first cell, a column for each year, flags behind the
// values.
//
//   freq,unit,nace_r2,geo\TIME_PERIOD <tab> 2018  <tab> 2019
//   A,THS,F,DE234                     <tab> 3.16 p <tab> :
//
// They are read as long rows: one for each key and year, with the columns freq, unit, nace_r2, geo, TIME_PERIOD, value
// (with its flag, so that its kind and mark are read as everywhere) and flag (the letters alone).
//
// Such a table mostly holds several units and groups at once, whose values must not be added to each other. So a key of
// which no column was made has to stand for one value only, in the rows that are taken; otherwise the whole is refused,
// and the key is named.
#pragma once

#include "evidence/import.hpp"

namespace trivium::evidence {

// Whether a file begins as such a table: its first cell ends in a backslash and the name of what the columns are.
bool is_eurostat(const std::filesystem::path& file);

// Refused where its columns are said to stand side by side: that is what is read here by itself.
//
// Columns with marks take Eurostat's flags beside those they were described with: c is suppressed, z not applicable,
// the other letters are remarks; a letter nobody explained is refused. Row and column of an error are the file's.
std::expected<Tally, shape::Flaws> import_eurostat(Duck& duck, const std::filesystem::path& file,
                                                   const DescribedTable& described, const measure::Work& work = {});

}  // namespace trivium::evidence
