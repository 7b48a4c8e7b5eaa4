#include "stage/years.hpp"

namespace trivium::stage {

constexpr int kYoung = 5;

std::vector<YearOf> counted(std::span<const measure::Life> lives, const measure::Period& period) {
  std::vector<measure::Life> together{lives.begin(), lives.end()};
  for (auto& life : together) life.type = 0;
  std::vector<YearOf> years;
  for (const auto& one : measure::turnover(together, period)) {
    YearOf year{.year = one.year};
    year.cluster.firms = static_cast<double>(one.active);
    year.cluster.entries = static_cast<double>(one.entries);
    year.cluster.exits = static_cast<double>(one.exits);
    if (one.year >= period.from + kYoung - 1) {
      double young = 0;
      for (const auto& life : together) {
        const bool active = life.first <= one.year && (!life.last || *life.last >= one.year);
        if (active && life.first > one.year - kYoung) young += 1;
      }
      year.cluster.young = young;
    }
    years.push_back(year);
  }
  return years;
}

}  // namespace trivium::stage
