// Tables of regions by industries, by name and by place.
#pragma once

#include "measure/made.hpp"
#include "measure/presence.hpp"
#include "measure/random.hpp"

#include <rapidcheck.h>

#include <map>
#include <set>

namespace tables {

using trivium::measure::Employment;
using trivium::measure::Presence;

struct Named {
  std::map<std::string, std::size_t> regions;
  std::map<std::string, std::size_t> industries;
  Employment employment{};
};

struct Columns {
  std::string region;
  std::string industry;
  std::string jobs;
};

// R writes numbers to the same width.
inline double number(std::string text) {
  text.erase(0, text.find_first_not_of(' '));
  return std::stod(text);
}

// The rows for which wanted holds; cells that are not there have nobody.
template <class Wanted>
Named read(const shared_files::Table& table, const Columns& columns, const Wanted& wanted) {
  Named found;
  for (std::size_t row = 0; row < table.size(); ++row) {
    if (!wanted(row)) continue;
    found.regions.emplace(table.text(row, columns.region), 0);
    found.industries.emplace(table.text(row, columns.industry), 0);
  }
  std::size_t place = 0;
  for (auto& [name, at] : found.regions) at = place++;
  place = 0;
  for (auto& [name, at] : found.industries) at = place++;
  found.employment = {.regions = found.regions.size(),
                      .industries = found.industries.size(),
                      .jobs = std::vector<double>(found.regions.size() * found.industries.size(), 0.0)};
  for (std::size_t row = 0; row < table.size(); ++row) {
    if (!wanted(row)) continue;
    found.employment.jobs[found.regions.at(table.text(row, columns.region)) * found.industries.size() +
                          found.industries.at(table.text(row, columns.industry))] =
        number(table.text(row, columns.jobs));
  }
  return found;
}

inline Named generated(const shared_files::Table& table) {
  return read(table, {.region = "region", .industry = "industry", .jobs = "emp"}, [](std::size_t) { return true; });
}

// EconGeo's documented matrix of five regions and five industries.
inline Named toy(const std::filesystem::path& folder) {
  const shared_files::Table table{folder / "09-worked-examples/reference_values_EconGeo_toy_matrix.csv"};
  return read(table, {.region = "row", .industry = "col", .jobs = "value"},
              [&](std::size_t row) { return table.text(row, "measure") == "input"; });
}

// Firms of Poland's 86 divisions in its 16 regions at the end of 2020.
inline Named poland(const std::filesystem::path& folder) {
  const shared_files::Table table{folder / "03-region-industry/pl_regon_tidy_voivodeship_pkd.csv.gz"};
  return read(table, {.region = "voivodeship", .industry = "pkd2007", .jobs = "firms"}, [&](std::size_t row) {
    return table.text(row, "year") == "2020" && table.text(row, "table") == "stock_31dec" &&
           table.text(row, "level") == "division";
  });
}

// Rows of letters, a region each: x at home, ? not known, anything else not.
inline Presence presence(const std::vector<std::string>& rows) {
  Presence found{rows.size(), rows.at(0).size()};
  for (std::size_t region = 0; region < rows.size(); ++region) {
    for (std::size_t industry = 0; industry < rows[region].size(); ++industry) {
      if (rows[region][industry] == 'x') found.set_home({.region = region, .industry = industry});
      if (rows[region][industry] == '?') found.set_unknown({.region = region, .industry = industry});
    }
  }
  return found;
}

// So many regions and industries by chance; where some are unknown, of every tenth industry a tenth.
enum class Unknown { none, some };
inline Presence many(std::size_t regions, std::size_t industries, std::uint64_t seed, Unknown unknown) {
  trivium::measure::Draw draw{trivium::measure::Seed{seed}, 0};
  Presence found{regions, industries};
  for (std::size_t region = 0; region < regions; ++region) {
    for (std::size_t industry = 0; industry < industries; ++industry) {
      // Large regions have more of what is common.
      const double share = draw.share() * static_cast<double>(regions + 2 * region) / static_cast<double>(3 * regions);
      if (unknown == Unknown::some && industry % 10 == 0 && draw.below(10) == 0)
        found.set_unknown({.region = region, .industry = industry});
      else if (share > 0.2 + 0.5 * static_cast<double>(industry) / static_cast<double>(industries))
        found.set_home({.region = region, .industry = industry});
    }
  }
  return found;
}

// By chance: up to so many regions and industries, mostly sparse; letters of the kind above.
inline std::vector<std::string> any_rows(const std::string& letters) {
  const auto regions = *rc::gen::inRange<std::size_t>(1, 20);
  const auto industries = *rc::gen::inRange<std::size_t>(1, 80);
  std::vector<std::string> rows;
  for (std::size_t region = 0; region < regions; ++region)
    rows.push_back(*rc::gen::container<std::string>(industries, rc::gen::elementOf(letters)));
  return rows;
}

}  // namespace tables
