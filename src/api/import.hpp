// An exported table coming back into one's own table: looked through as a whole first, then written as a whole.
#pragma once

#include "api/export.hpp"

namespace trivium::api {

struct TableToFill {
  triangle::AssessmentId assessment;
  std::string city;
  std::string cluster;
  std::string round;
};
TRIVIUM_SHAPE(TableToFill, assessment, city, cluster, round)

struct ImportPage {  // GET /import
  std::vector<TableToFill> into;
};
TRIVIUM_SHAPE(ImportPage, into)

struct Import {  // POST /import
  triangle::AssessmentId assessment;
  shape::Json table;  // an ExportedTable
};
TRIVIUM_SHAPE(Import, assessment, table)

struct Imported {
  int changed;    // answers, translations and outcomes that were written
  int unchanged;  // already there, word for word
  int left_out;   // outcomes of translations that no earlier table here holds
};
TRIVIUM_SHAPE(Imported, changed, unchanged, left_out)

struct ShowImport {
  const House& house;
  Outcome<ImportPage> operator()(const Nothing& nothing, const Asking& asking) const;
};

// What stood there before stays in the history of each answer.
struct ImportIntoTable {
  const House& house;
  Outcome<Done<Imported>> operator()(const Import& given, const Asking& asking) const;
};

}  // namespace trivium::api
