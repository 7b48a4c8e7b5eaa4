// The generator's points, made anew; nothing, with a word, where its script or numpy is not there.
#pragma once

#include "measure/distance_leaves.hpp"
#include "measure/shared_files.hpp"

#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

struct GeneratedPoints {
  std::vector<trivium::measure::Site> sites;
  std::vector<std::uint32_t> cases;
};

inline std::optional<GeneratedPoints> generated_points(const std::string& size) {
  const auto script = shared_files::file("data/bench/gen.py");
  if (!script) return std::nullopt;
  std::string folder = (std::filesystem::temp_directory_path() / "trivium-points-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) return std::nullopt;
  const std::string command = "/usr/bin/python3 '" + script->string() + "' points " + size + " " + folder;
  const std::filesystem::path made = std::filesystem::path{folder} / ("points_" + size + ".csv");
  if (std::system((command + " >" + folder + "/said 2>&1").c_str()) != 0 || !std::filesystem::exists(made)) {
    leave_out_for_want_of("python3-numpy (script/setup test)");
    std::filesystem::remove_all(folder);
    return std::nullopt;
  }
  const shared_files::Table table{made};
  GeneratedPoints points;
  for (std::size_t row = 0; row < table.size(); ++row) {
    if (table.text(row, "sector") == "case") points.cases.push_back(static_cast<std::uint32_t>(row));
    points.sites.push_back({table.number(row, "x"), table.number(row, "y"), table.number(row, "emp")});
  }
  std::filesystem::remove_all(folder);
  return points;
}
