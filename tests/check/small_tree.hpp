#pragma once

#include "check/checkout.hpp"
#include "check/finding.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

namespace trivium::check {

// A checkout of a few files in a folder of its own: two rooms, ground and roof, and roof may use ground.
class SmallTree {
 public:
  SmallTree() {
    std::random_device chance;
    root_ = std::filesystem::temp_directory_path() / fmt::format("small-tree-{:08x}{:08x}", chance(), chance());
    write("build/dev/rooms.json", R"({"ground": [], "roof": ["ground"]})");
    write("src/ground/stone.hpp", "#pragma once\nstruct Stone {};\n");
    write("src/roof/tile.hpp", "#pragma once\n#include \"ground/stone.hpp\"\nstruct Tile { Stone under; };\n");
  }
  SmallTree(const SmallTree&) = delete;
  SmallTree& operator=(const SmallTree&) = delete;
  ~SmallTree() { std::filesystem::remove_all(root_); }

  void write(const std::string& file, const std::string& text) const {
    std::filesystem::create_directories((root_ / file).parent_path());
    std::ofstream{root_ / file} << text;
  }

  // How a build folder says its sources are compiled.
  void compiled_by(const std::string& build, const std::vector<std::string>& sources) const {
    std::vector<std::string> rows;
    for (const auto& source : sources) {
      rows.push_back(fmt::format(
          R"({{"directory": "{0}", "file": "{0}/{1}", "command": "c++ -std=c++23 -I{0}/src -o x.o -c {0}/{1}"}})",
          root_.string(), source));
    }
    write(build + "/compile_commands.json", fmt::format("[{}]", fmt::join(rows, ",\n")));
  }

  Checkout checkout() const { return {.root = root_, .build = root_ / "build" / "dev"}; }

 private:
  std::filesystem::path root_;
};

// As the command prints them.
inline std::vector<std::string> told(const Report& report) {
  std::vector<std::string> lines;
  for (const auto& finding : report.findings) {
    lines.push_back(fmt::format("{}:{}: {}", finding.file, finding.line, finding.reason));
  }
  return lines;
}

using Told = std::vector<std::string>;

}  // namespace trivium::check
