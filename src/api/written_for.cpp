#include "api/written_for.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

bool starts(const std::vector<fit::Link>& links, std::size_t practice) {
  return std::ranges::find(links, practice, &fit::Link::from) != links.end();
}

Written for_the_instrument(const fit::Picture& picture, std::size_t instrument) {
  const auto meant = std::ranges::find(picture.written, instrument, &fit::Link::to);
  if (meant != picture.written.end()) return {Meant::this_one, meant->from};
  for (std::size_t k = 0; k < picture.practices.size(); ++k) {
    if (!picture.practices[k].names_nothing.empty() && !starts(picture.written, k) && !starts(picture.carries, k))
      return {Meant::something, k};
  }
  return {};
}

}  // namespace

Written written_for(const fit::Picture& picture, const fit::Break& found) {
  if (found.kind == fit::BreakKind::on_paper) return for_the_instrument(picture, *found.instrument);
  if (found.kind == fit::BreakKind::busy_without_a_reason && !picture.practices[*found.practice].names_nothing.empty())
    return {Meant::this_one, *found.practice};
  return {};
}

}  // namespace trivium::api
