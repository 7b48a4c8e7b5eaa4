#include "analysis/rounding_unit.hpp"

#include <fmt/format.h>

#include <array>

namespace trivium::analysis {

double rounding_unit(const std::string& table, const std::string& amount, evidence::Duck& tables,
                     const measure::Work& work) {
  constexpr std::array kUnits{1000.0, 500.0, 100.0, 50.0, 10.0, 5.0, 1.0, 0.5, 0.1, 0.05, 0.01, 0.005, 0.001};
  std::string query;
  for (const double unit : kUnits) {
    const auto times = fmt::format("{}::double / {}::double", amount, unit);
    query += fmt::format("{0}coalesce(bool_and(abs({1} - round({1})) <= 1e-6), false)::bigint",
                         query.empty() ? "select " : ", ", times);
  }
  const auto found = tables.rows(query + " from " + table, {}, work);
  for (std::size_t i = 0; i < kUnits.size(); ++i) {
    if (std::get<std::int64_t>(found.at(0).at(i)) != 0) return kUnits.at(i);
  }
  return 0;
}

}  // namespace trivium::analysis
