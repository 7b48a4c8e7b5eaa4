#include "measure/random_envelope.hpp"

#include <algorithm>
#include <cmath>
#include <mutex>

namespace trivium::measure {
namespace {

// All draws at one distance, from the least to the most.
struct Valued {
  double value;
  std::uint32_t draw;
};
using Order = std::vector<Valued>;

Order order_at(std::span<const Curve> curves, std::size_t place) {
  Order order;
  order.reserve(curves.size());
  for (std::uint32_t draw = 0; draw < curves.size(); ++draw)
    if (curves[draw][place]) order.push_back({*curves[draw][place], draw});
  if (order.size() < curves.size()) return {};
  std::ranges::sort(order, {}, &Valued::value);
  return order;
}

// From how few draws, counted from the least or the most, each is at its most extreme place. Equal values are all as
// far in as the one of them that is farthest.
void note_depths(const Order& order, std::span<std::size_t> depths) {
  for (std::size_t first = 0; first < order.size();) {
    std::size_t last = first + 1;
    while (last < order.size() && order[last].value == order[first].value) ++last;
    const std::size_t depth = std::min(last, order.size() - first);
    for (; first < last; ++first) {
      auto& noted = depths[order[first].draw];
      noted = std::min(noted, depth);
    }
  }
}

struct Ranked {
  std::vector<Order> orders;  // by place; nothing where a draw is undefined
  std::vector<std::size_t> depths;
};

Ranked ranked(std::span<const Curve> curves, const Work& work) {
  constexpr std::size_t kBlock = 32;
  const std::size_t places = curves.front().size();
  Ranked made{.orders = std::vector<Order>(places), .depths = std::vector<std::size_t>(curves.size(), curves.size())};
  std::mutex together;
  in_blocks(work, (places + kBlock - 1) / kBlock, [&](std::size_t block) {
    std::vector<std::size_t> depths(curves.size(), curves.size());
    for (std::size_t place = block * kBlock; place < std::min(places, (block + 1) * kBlock); ++place) {
      made.orders[place] = order_at(curves, place);
      note_depths(made.orders[place], depths);
    }
    const std::scoped_lock lock{together};
    std::ranges::transform(made.depths, depths, made.depths.begin(),
                           [](auto one, auto two) { return std::min(one, two); });
  });
  return made;
}

double quantile(const Order& sorted, double share) {
  const double place = static_cast<double>(sorted.size() - 1) * share;
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below].value + (sorted[above].value - sorted[below].value) * (place - std::floor(place));
}

// The least and the most at each distance of those that are left.
std::vector<Band> reached(std::span<const Curve> curves, const std::vector<bool>& left) {
  std::vector<Band> bands(curves.front().size(), {HUGE_VAL, -HUGE_VAL});
  for (std::size_t draw = 0; draw < curves.size(); ++draw) {
    if (!left[draw]) continue;
    for (std::size_t place = 0; place < bands.size(); ++place) {
      const double value = curves[draw][place].value_or(NAN);
      if (value < bands[place].lower) bands[place].lower = value;
      if (value > bands[place].upper) bands[place].upper = value;
    }
  }
  return bands;
}

bool touches(const Curve& curve, std::span<const Band> bands) {
  for (std::size_t place = 0; place < bands.size(); ++place)
    if (curve[place] && (*curve[place] <= bands[place].lower || *curve[place] >= bands[place].upper)) return true;
  return false;
}

}  // namespace

Envelope envelope(std::span<const Curve> curves, const RandomDraws& draws, const Work& work) {
  Envelope result;
  result.draws = draws;
  if (curves.empty()) return result;
  const std::size_t places = curves.front().size();
  result.local.resize(places);
  result.global.resize(places);
  result.mean.resize(places);
  auto [orders, depths] = ranked(curves, work);
  for (std::size_t place = 0; place < places; ++place) {
    const Order& order = orders[place];
    if (order.empty()) continue;
    result.local[place] = {quantile(order, draws.level / 2), quantile(order, 1 - draws.level / 2)};
    double sum = 0;
    for (const Curve& curve : curves) sum += *curve[place];
    result.mean[place] = sum / static_cast<double>(curves.size());
  }

  // The band of k leaves out those less deep than k; never more than half on either side.
  std::ranges::sort(depths);
  const auto allowed = static_cast<std::size_t>(draws.level * static_cast<double>(curves.size()));
  const std::size_t k =
      std::clamp<std::size_t>(depths[std::min(allowed, depths.size() - 1)], 1, (curves.size() + 1) / 2);
  result.outside = static_cast<std::size_t>(std::ranges::lower_bound(depths, k) - depths.begin());
  for (std::size_t place = 0; place < places; ++place)
    if (const Order& order = orders[place]; !order.empty())
      result.global[place] = {order[k - 1].value, order[curves.size() - k].value};
  return result;
}

std::vector<std::optional<Band>> peeled_bands(std::span<const Curve> curves, double level) {
  if (curves.empty()) return {};
  const auto all = static_cast<double>(curves.size());
  const double wanted = (1 - level) * all;
  std::vector<bool> left(curves.size(), true);
  std::size_t count = curves.size();
  auto bands = reached(curves, left);
  auto before = bands;
  while (static_cast<double>(count) > wanted) {
    before = bands;
    for (std::size_t draw = 0; draw < curves.size(); ++draw) {
      if (!left[draw] || !touches(curves[draw], before)) continue;
      left[draw] = false;
      --count;
    }
    bands = reached(curves, left);
  }
  const double back = (wanted - static_cast<double>(count)) / (all - static_cast<double>(count));
  std::vector<std::optional<Band>> made(bands.size());
  for (std::size_t place = 0; count > 0 && place < made.size(); ++place) {
    if (!std::ranges::all_of(curves, [&](const Curve& curve) { return curve[place].has_value(); })) continue;
    made[place] = {std::lerp(bands[place].lower, before[place].lower, back),
                   std::lerp(bands[place].upper, before[place].upper, back)};
  }
  return made;
}

std::vector<std::uint32_t> random_sites(const Choose& choose, Draw draw) {
  std::vector<bool> taken(choose.of);
  std::vector<std::uint32_t> sites;
  sites.reserve(choose.cases);
  for (std::uint32_t last = choose.of - choose.cases; last < choose.of; ++last) {
    const std::uint32_t drawn = draw.below(last + 1);
    const std::uint32_t site = taken[drawn] ? last : drawn;
    taken[site] = true;
    sites.push_back(site);
  }
  return sites;
}

}  // namespace trivium::measure
