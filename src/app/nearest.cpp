#include "app/nearest.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace trivium::app {

std::size_t slips(std::string_view one, std::string_view other) {
  // Row after row of the table of all beginnings, with the one before the last for letters that were exchanged.
  std::vector<std::size_t> before;
  std::vector<std::size_t> last(other.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= one.size(); ++i) {
    std::vector<std::size_t> row(other.size() + 1, i);
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const bool same = one[i - 1] == other[j - 1];
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = std::exchange(last, std::move(row));
  }
  return last.back();
}

std::vector<std::string> nearest_first(std::string_view given, std::vector<std::string> names) {
  std::ranges::stable_sort(names, {}, [&](const std::string& name) { return slips(given, name); });
  return names;
}

std::optional<std::string> nearest(std::string_view given, std::vector<std::string> names) {
  for (auto& name : nearest_first(given, std::move(names))) {
    const bool near = slips(given, name) <= std::max<std::size_t>(1, std::max(given.size(), name.size()) / 3);
    const bool begun = given.size() > 1 && name.starts_with(given);
    if (near || begun) return std::move(name);
  }
  return std::nullopt;
}

}  // namespace trivium::app
