// A foreign table into the engine: typed, every row that could not be taken with its row, column, value and reason.
//
// A row is taken as a whole or not at all. The table is there when this returns a value; where it returns flaws or
// throws, it is not.
#pragma once

#include "evidence/described_table.hpp"
#include "evidence/duck.hpp"
#include "evidence/rows.hpp"
#include "measure/work.hpp"
#include "shape/flaw.hpp"

#include <expected>
#include <filesystem>

namespace trivium::evidence {

// Text with separators. What stops the whole: the table cannot be found in it (headers missing or twice), it is no
// text, a quote is never closed, a record has more than a MiB.
std::expected<Tally, shape::Flaws> import_csv(Duck& duck, const std::filesystem::path& file,
                                              const DescribedTable& table, const measure::Work& work = {});

// Parquet, by the same rules: each value is read as the text that the engine writes for it. The engine has to be opened
// with the file as allowed.
std::expected<Tally, shape::Flaws> import_parquet(Duck& duck, const std::filesystem::path& file,
                                                  const DescribedTable& table, const measure::Work& work = {});

}  // namespace trivium::evidence
