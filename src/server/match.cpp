#include "server/match.hpp"

#include "shape/form.hpp"

namespace trivium::server {
namespace {

bool is_name(const std::string& segment) { return segment.starts_with('{'); }

bool fits(const std::vector<std::string>& pattern, const std::vector<std::string>& given) {
  if (pattern.size() != given.size()) return false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (is_name(pattern[i]) ? given[i].empty() : pattern[i] != given[i]) return false;
  }
  return true;
}

}  // namespace

std::vector<std::string> segments_of(const std::string& path) {
  std::vector<std::string> segments;
  std::size_t from = 1;
  while (from <= path.size()) {
    const auto end = std::min(path.find('/', from), path.size());
    segments.push_back(path.substr(from, end - from));
    from = end + 1;
  }
  return segments;
}

Match match(const std::vector<Route>& routes, const std::string& method, const std::string& path) {
  Match found;
  const auto given = segments_of(path);
  for (const Route& route : routes) {
    if (!fits(route.segments, given)) continue;
    if (route.method != method) {
      found.other_method = true;
      continue;
    }
    found.route = &route;
    for (std::size_t i = 0; i < given.size(); ++i) {
      const auto& name = route.segments[i];
      // Decoded after the address was cut at its slashes, so that an escaped slash stays inside its segment.
      if (is_name(name))
        found.named.emplace_back(name.substr(1, name.size() - 2), shape::unescaped(given[i]).value_or(""));
    }
    return found;
  }
  return found;
}

}  // namespace trivium::server
