// What a finding rests on, kept with it: the same files, version, settings and seed give the same numbers again. It
// knows no clock and no machine, so that the same analysis gives the same bytes.
#pragma once

#include "shape/described.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace trivium::analysis {

// A file that was read. The digest is SHA-256, as sha256sum prints it.
struct Source {
  std::string table;
  std::string file;  // its name without folders
  std::string digest;
  std::int64_t taken;  // rows
  std::int64_t refused;
  std::int64_t left_out;
  std::int64_t suppressed;  // values
  std::int64_t missing;
};
TRIVIUM_SHAPE(Source, table, file, digest, taken, refused, left_out, suppressed, missing)

struct Setting {
  std::string name;
  std::string value;
};
TRIVIUM_SHAPE(Setting, name, value)

struct Account {
  std::string analysis;
  std::string version;  // of the program: the method's
  std::vector<Source> sources;
  std::vector<Setting> settings;
  std::optional<std::string> seed;  // where chance has a part
  std::int64_t rows;                // of the answer
};
TRIVIUM_SHAPE(Account, analysis, version, sources, settings, seed, rows)

}  // namespace trivium::analysis
