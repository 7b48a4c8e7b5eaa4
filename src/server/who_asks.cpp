#include "server/who_asks.hpp"

#include "shape/text.hpp"

#include <algorithm>

namespace trivium::server {

std::string who_asks(const Request& request, const std::vector<std::string>& proxies) {
  if (std::ranges::find(proxies, request.address) == proxies.end()) return request.address;
  const auto named = request.header("x-forwarded-for");
  const auto last = shape::trimmed(named.substr(named.rfind(',') + 1));  // of one name all, as npos + 1 is 0
  constexpr std::size_t kLongest = 45;                                   // an address of IPv6
  return last.empty() || last.size() > kLongest ? request.address : last;
}

}  // namespace trivium::server
