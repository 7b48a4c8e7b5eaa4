#include "server/target.hpp"

#include <algorithm>
#include <cctype>

namespace trivium::server {
namespace {

bool begins_with(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && std::ranges::equal(text.substr(0, lower.size()), lower, [](char one, char two) {
           return std::tolower(static_cast<unsigned char>(one)) == two;
         });
}

}  // namespace

std::string path_of_target(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!begins_with(target, scheme)) continue;
    const auto path = target.find('/', scheme.size());
    return path == std::string_view::npos ? "/" : std::string{target.substr(path)};
  }
  return std::string{target};
}

}  // namespace trivium::server
