#include "measure/distance_envelope.hpp"

#include "measure/kernel_nodes.hpp"

namespace trivium::measure {

Envelope distance_envelope(std::span<const Site> all, std::uint32_t cases, const DensityChoice& choice,
                           const RandomDraws& draws, const Work& work) {
  std::vector<Curve> curves(draws.count);  // each made when it is drawn: room for a million takes half a minute to get
  in_blocks(work, draws.count, [&](std::size_t draw) {
    const auto sites = random_sites({cases, static_cast<std::uint32_t>(all.size())}, Draw{draws.seed, draw});
    const auto found = distance_density(all, sites, choice, {.stop = work.stop});
    curves[draw] = found ? Curve(found->density.begin(), found->density.end()) : Curve(KernelNodes::kNodes);
  });
  return envelope(curves, draws, {.threads = work.threads, .stop = work.stop});
}

}  // namespace trivium::measure
