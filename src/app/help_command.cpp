#include "app/help_command.hpp"

#include <algorithm>
#include <string_view>

namespace trivium::app {
namespace {

constexpr std::string_view kName = "help";

}  // namespace

void add_help(CLI::App& program, const std::string& about) { program.add_subcommand(std::string{kName}, about); }

std::vector<std::string> line_of_help(std::vector<std::string> line) {
  const auto asks = std::ranges::find(line, kName);
  const auto before = asks - line.begin();  // trivium help, trivium measure help
  if (asks == line.end() || before < 1 || before > 2 || line[1].starts_with('-')) return line;
  line.erase(asks);
  // Asked for twice it would be one time too many for the command.
  std::erase_if(line, [](const std::string& word) { return word == "--help" || word == "-h"; });
  line.emplace_back("--help");
  return line;
}

}  // namespace trivium::app
