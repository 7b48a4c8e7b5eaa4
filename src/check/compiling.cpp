#include "check/compiling.hpp"

#include <nlohmann/json.hpp>

#include <fstream>

namespace trivium::check {

std::map<std::string, Compiling> compiling(const Checkout& checkout, const std::filesystem::path& build) {
  std::ifstream stream{build / "compile_commands.json"};
  if (!stream) throw CannotCheck{(build / "compile_commands.json").string() + " is missing: configure first"};
  std::map<std::string, Compiling> all;
  for (const auto& entry : nlohmann::json::parse(stream)) {
    const std::string command = entry.at("command");
    const std::filesystem::path file{entry.at("file").get<std::string>()};
    all.emplace(file.lexically_relative(checkout.root).generic_string(),
                Compiling{command.substr(0, command.rfind(" -o ")), entry.at("directory").get<std::string>()});
  }
  return all;
}

}  // namespace trivium::check
