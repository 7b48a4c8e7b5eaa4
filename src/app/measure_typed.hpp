// What was typed after trivium measure NAME, and the request it makes.
#pragma once

#include "analysis/run.hpp"
#include "analysis/written.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace trivium::app {

struct MeasureTyped {
  std::map<std::string, std::string> files;  // by input; "file.xlsx#Sheet", or the name of a shipped correspondence
  std::map<std::string, std::string> settings;
  std::vector<std::string> headers;
  std::vector<std::string> missing;
  std::vector<std::string> suppressed;
  std::vector<std::string> zero;
  std::string suppressed_where;
  std::vector<std::string> only;
  std::vector<std::string> without;
  std::vector<std::string> filled_down;
  std::vector<std::string> header_rows;
  std::vector<std::string> side_by_side;
  std::string letters = "utf8";
  std::string decimal = ".";
  std::string thousands;
  std::string out;
  std::string form;
  std::string memory = "1GB";
  std::string spill;
  std::uint64_t seed = 1;
  unsigned threads = 2;
  bool leave_out_rows = false;
};

// A flaw's pointer is the option.
std::expected<analysis::Request, shape::Flaws> request(const analysis::Analysis& analysis, const MeasureTyped& typed);

// The form of the answer; nothing where neither is known.
std::optional<analysis::Form> form_of(const MeasureTyped& typed);

}  // namespace trivium::app
