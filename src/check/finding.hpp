#pragma once

#include <compare>
#include <string>
#include <vector>

namespace trivium::check {

// One thing that is wrong, where it stands. Line 0: the file as a whole.
struct Finding {
  std::string file;
  int line = 0;
  std::string reason;

  auto operator<=>(const Finding&) const = default;
};

// What a part looked at and what it found.
struct Report {
  std::vector<Finding> findings;
  std::string looked_at;  // "71 headers, 68 unchanged since they last held"
};

}  // namespace trivium::check
