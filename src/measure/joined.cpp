#include "measure/joined.hpp"

#include <algorithm>

namespace trivium::measure {
namespace {

// Sets that grow together, each named by one of its members.
class Sets {
 public:
  explicit Sets(std::size_t members) : above_(members), size_(members, 1) {
    for (std::size_t i = 0; i < members; ++i) above_[i] = i;
  }
  std::size_t name(std::size_t member) {
    while (above_[member] != member) member = above_[member] = above_[above_[member]];
    return member;
  }
  void join(std::size_t one, std::size_t other) {
    one = name(one);
    other = name(other);
    if (one == other) return;
    if (size_[one] < size_[other]) std::swap(one, other);
    above_[other] = one;
    size_[one] += size_[other];
  }
  std::size_t size(std::size_t member) { return size_[name(member)]; }

 private:
  std::vector<std::size_t> above_;
  std::vector<std::size_t> size_;
};

std::vector<bool> known_everywhere(const Presence& presence) {
  std::vector<bool> known(presence.industries(), true);
  if (presence.complete()) return known;
  for (std::size_t industry = 0; industry < presence.industries(); ++industry)
    known[industry] =
        std::ranges::all_of(presence.unknown_by_industry().row(industry), [](std::uint64_t word) { return word == 0; });
  return known;
}

}  // namespace

Joined largest_part(const Presence& presence) {
  const auto regions = presence.regions();
  auto at_home = industries_by_region(presence);
  const auto known = known_everywhere(presence);
  Sets sets{regions + presence.industries()};
  for (std::size_t region = 0; region < regions; ++region) {
    for (const auto industry : at_home.row(region)) {
      if (known[industry]) sets.join(region, regions + industry);
    }
  }
  std::size_t best = 0;
  for (std::size_t region = 1; region < regions; ++region) {
    if (sets.size(region) > sets.size(best)) best = region;
  }
  Joined found;
  found.industries_of.from.push_back(0);
  if (regions == 0 || sets.size(best) == 1) return found;
  std::vector<std::uint32_t> place(presence.industries());
  for (std::size_t industry = 0; industry < presence.industries(); ++industry) {
    if (!known[industry] || sets.name(regions + industry) != sets.name(best)) continue;
    place[industry] = static_cast<std::uint32_t>(found.industries.size());
    found.industries.push_back(industry);
  }
  for (std::size_t region = 0; region < regions; ++region) {
    if (sets.name(region) != sets.name(best)) continue;
    found.regions.push_back(region);
    for (const auto industry : at_home.row(region)) {
      if (known[industry]) found.industries_of.places.push_back(place[industry]);
    }
    found.industries_of.from.push_back(found.industries_of.places.size());
  }
  return found;
}

}  // namespace trivium::measure
