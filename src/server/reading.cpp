#include "server/page_data.hpp"

namespace trivium::server {

std::optional<std::string> Reading::wrong_at(const std::string& pointer, bool or_below) const {
  for (const auto& flaw : flaws) {
    const bool here = flaw.pointer == pointer;
    const bool below = or_below && flaw.pointer.size() > pointer.size() && flaw.pointer.starts_with(pointer) &&
                       flaw.pointer[pointer.size()] == '/';
    if (here || below) return words.say(language, flaw.key, flaw.args);
  }
  return std::nullopt;
}

}  // namespace trivium::server
