// Fonts, style and scripts, served by us and by nobody else: read once at start, held in memory.
#pragma once

#include "server/exchange.hpp"

#include <filesystem>
#include <map>
#include <optional>

namespace trivium::server {

class StaticFiles {
 public:
  // Every file below the folder, under its own path: style/trivium.css is served at /style/trivium.css.
  static StaticFiles load(const std::filesystem::path& folder);

  // Nothing where there is no such file.
  [[nodiscard]] std::optional<Response> answer(const Request& request) const;

 private:
  struct File {
    std::string type;
    std::string bytes;
    std::string tag;
  };
  std::map<std::string, File, std::less<>> files_;
};

}  // namespace trivium::server
