#include "app/nearest.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace trivium::app {
namespace {

bool is_begun(std::string_view given, const std::string& name) { return given.size() > 1 && name.starts_with(given); }

}  // namespace

std::size_t slips(std::string_view one, std::string_view other) {
  // Row after row of the table of all beginnings, with the one before the last for letters that were exchanged.
  std::vector<std::size_t> before;
  std::vector<std::size_t> last(other.size() + 1);
  for (std::size_t j = 0; j < last.size(); ++j) last[j] = j;
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
  std::vector<std::tuple<bool, std::size_t, std::size_t>> places;
  for (std::size_t place = 0; place < names.size(); ++place)
    places.emplace_back(!is_begun(given, names[place]), slips(given, names[place]), place);
  std::ranges::sort(places);
  std::vector<std::string> sorted;
  for (const auto& one : places) sorted.push_back(std::move(names[std::get<2>(one)]));
  return sorted;
}

std::optional<std::string> nearest(std::string_view given, std::vector<std::string> names) {
  for (auto& name : nearest_first(given, std::move(names))) {
    const bool near = slips(given, name) <= std::max<std::size_t>(1, std::max(given.size(), name.size()) / 3);
    if (near || is_begun(given, name)) return std::move(name);
  }
  return std::nullopt;
}

}  // namespace trivium::app
