// What a finding rests on, kept with it: the same files, version, settings and seed give the same numbers again. It
// knows no clock and no machine, so that the same analysis gives the same bytes.
#pragma once

#include "shape/described.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace trivium::analysis {

// Letters that stood behind values and left them as they are.
struct FlagCount {
  std::string letters;
  std::int64_t values;
};
TRIVIUM_SHAPE(FlagCount, letters, values)

// A row that could not be read and had no part in the numbers. The reason is a key of the interface's words; the value
// is empty where rows are about persons.
struct RefusedRow {
  std::int64_t row;  // as a spreadsheet counts them
  std::string column;
  std::string value;
  std::string reason;
};
TRIVIUM_SHAPE(RefusedRow, row, column, value, reason)

// A file that was read. The digest is SHA-256, as sha256sum prints it.
struct Source {
  std::string table;
  std::string file;  // its name without folders
  std::optional<std::string> sheet;
  std::string digest;
  std::int64_t taken;  // rows
  std::int64_t refused;
  std::int64_t left_out;
  std::int64_t suppressed;  // values
  std::int64_t missing;
  std::vector<FlagCount> flags;
  std::vector<RefusedRow> refused_rows;  // the first thousand
};
TRIVIUM_SHAPE(Source, table, file, sheet, digest, taken, refused, left_out, suppressed, missing, flags, refused_rows)

// Something a person has to know to read the answer rightly: what was split, added up, or could not be used. Its
// sentence is measure.remark.<name>.
struct Remark {
  std::string name;
  std::optional<std::string> code{};
  std::vector<std::string> codes{};  // others that it concerns
  std::optional<double> value{};
  std::optional<std::int64_t> values{};    // how many
  std::optional<std::int64_t> unstated{};  // how many of them are suppressed or missing
};
TRIVIUM_SHAPE(Remark, name, code, codes, value, values, unstated)

struct Setting {
  std::string name;
  std::string value;
};
TRIVIUM_SHAPE(Setting, name, value)

struct Account {
  std::string analysis;
  std::string version;  // of the program: the method's
  std::vector<Source> sources;
  std::vector<Setting> reading;  // how the files were said to be written, where it is not the usual way
  std::vector<Setting> settings;
  std::optional<std::string> seed;  // where chance has a part
  std::vector<Remark> remarks;
  std::int64_t rows;  // of the answer
};
TRIVIUM_SHAPE(Account, analysis, version, sources, reading, settings, seed, remarks, rows)

}  // namespace trivium::analysis
