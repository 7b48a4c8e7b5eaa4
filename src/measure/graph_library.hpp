// A network as igraph holds it. Debian builds igraph for one thread at a time: its list of what to free, its handlers
// of errors and its random numbers belong to the whole program. So whoever calls it holds Turn for as long, and nobody
// outside of src/measure calls it at all. Its errors come out as GraphFault, its interruptions as Cancelled.
#pragma once

#include "measure/network.hpp"
#include "measure/random.hpp"
#include "measure/work.hpp"

#include <igraph/igraph.h>

#include <mutex>
#include <stdexcept>

namespace trivium::measure {

// What igraph could not do, in its own words.
struct GraphFault : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Our turn to use igraph; others wait. Asking for the work to be stopped ends what igraph does at its next pause.
class Turn {
 public:
  explicit Turn(const Work& work = {});
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  Turn(Turn&&) = delete;
  Turn& operator=(Turn&&) = delete;
  ~Turn();

 private:
  std::scoped_lock<std::mutex> lock_;
  igraph_error_handler_t* errors_;
  igraph_warning_handler_t* warnings_;
  igraph_interruption_handler_t* interruptions_;
};

// Throws where igraph says that it failed.
void checked(igraph_error_t outcome);

// From here on, igraph's random numbers follow from the seed alone.
void begin_chances(const Turn& turn, Seed seed);

class Reals {
 public:
  explicit Reals(const Turn& turn, std::size_t size = 0);
  Reals(const Reals&) = delete;
  Reals& operator=(const Reals&) = delete;
  Reals(Reals&&) = delete;
  Reals& operator=(Reals&&) = delete;
  ~Reals() { igraph_vector_destroy(&vector_); }

  igraph_vector_t* operator()() { return &vector_; }
  double& operator[](std::size_t i) const { return vector_.stor_begin[i]; }

 private:
  igraph_vector_t vector_{};
};

class Wholes {
 public:
  explicit Wholes(const Turn& turn, std::size_t size = 0);
  Wholes(const Wholes&) = delete;
  Wholes& operator=(const Wholes&) = delete;
  Wholes(Wholes&&) = delete;
  Wholes& operator=(Wholes&&) = delete;
  ~Wholes() { igraph_vector_int_destroy(&vector_); }

  igraph_vector_int_t* operator()() { return &vector_; }
  igraph_integer_t& operator[](std::size_t i) const { return vector_.stor_begin[i]; }

 private:
  igraph_vector_int_t vector_{};
};

// Its ties are in the order that ties(network) gives.
class Graph {
 public:
  Graph(const Turn& turn, const Network& network);
  Graph(const Graph&) = delete;
  Graph& operator=(const Graph&) = delete;
  Graph(Graph&&) = delete;
  Graph& operator=(Graph&&) = delete;
  ~Graph() { igraph_destroy(&graph_); }

  const igraph_t* operator()() const { return &graph_; }

 private:
  igraph_t graph_{};
};

// Those of its ties, in the same order.
class Weights : public Reals {
 public:
  Weights(const Turn& turn, const Network& network);
};

}  // namespace trivium::measure
