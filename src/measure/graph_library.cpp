#include "measure/graph_library.hpp"

#include <new>
#include <string>

namespace trivium::measure {
namespace {

// All of these are igraph's, as it were: they belong to whoever has the turn.
std::mutex& one_at_a_time() {
  static std::mutex mutex;
  return mutex;
}

struct Now {
  std::stop_token stop;
  std::string reason;
};
Now& now() {
  static Now now;
  return now;
}

void remember(const char* reason, const char* /*file*/, int /*line*/, igraph_error_t /*error*/) {
  now().reason = reason;
  IGRAPH_FINALLY_FREE();
}

igraph_error_t pause(void* /*nothing*/) {
  if (!now().stop.stop_requested()) return IGRAPH_SUCCESS;
  IGRAPH_FINALLY_FREE();
  return IGRAPH_INTERRUPTED;
}

}  // namespace

Turn::Turn(const Work& work)
    : lock_{one_at_a_time()},
      errors_{igraph_set_error_handler(remember)},
      warnings_{igraph_set_warning_handler(igraph_warning_handler_ignore)},
      interruptions_{igraph_set_interruption_handler(pause)} {
  now() = {.stop = work.stop, .reason = {}};
  if (work.stop.stop_requested()) {
    // The destructor does not run for what throws in its constructor.
    igraph_set_interruption_handler(interruptions_);
    igraph_set_warning_handler(warnings_);
    igraph_set_error_handler(errors_);
    throw Cancelled{};
  }
}

Turn::~Turn() {
  now() = {};
  igraph_set_interruption_handler(interruptions_);
  igraph_set_warning_handler(warnings_);
  igraph_set_error_handler(errors_);
}

void checked(igraph_error_t outcome) {
  if (outcome == IGRAPH_SUCCESS) return;
  if (outcome == IGRAPH_INTERRUPTED) throw Cancelled{};
  if (outcome == IGRAPH_ENOMEM) throw std::bad_alloc{};
  throw GraphFault{"the network could not be worked out: " + now().reason};
}

void begin_chances(const Turn& /*turn*/, Seed seed) {
  // igraph's generator is seeded with 32 bits; both halves of ours have a part in them.
  checked(igraph_rng_seed(igraph_rng_default(), (seed.value ^ (seed.value >> 32)) & 0xFFFFFFFFU));
}

Reals::Reals(const Turn& /*turn*/, std::size_t size) {
  checked(igraph_vector_init(&vector_, static_cast<igraph_integer_t>(size)));
}

Wholes::Wholes(const Turn& /*turn*/, std::size_t size) {
  checked(igraph_vector_int_init(&vector_, static_cast<igraph_integer_t>(size)));
}

Graph::Graph(const Turn& turn, const Network& network) {
  Wholes ends{turn, 2 * network.ties()};
  std::size_t end = 0;
  for (const auto& tie : ties(network)) {
    ends[end++] = tie.from;
    ends[end++] = tie.to;
  }
  checked(igraph_create(&graph_, ends(), static_cast<igraph_integer_t>(network.nodes()),
                        network.direction() == Direction::directed));
}

Weights::Weights(const Turn& turn, const Network& network) : Reals{turn, network.ties()} {
  std::size_t at = 0;
  for (const auto& tie : ties(network)) (*this)[at++] = tie.weight;
}

}  // namespace trivium::measure
