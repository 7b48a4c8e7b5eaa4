// How closely knit a network is as a whole.
//
//   density       ties there are / ties there could be                                  0 … 1
//   reciprocity   ties that run both ways / all ties, of a directed network             0 … 1
//   transitivity  3 · triangles / pairs of ties that meet in a node                     0 … 1
//
// Density falls as a network grows, because nobody can know everybody: compare it only between networks of about the
// same size, or the same network over time. A high reciprocity may say that people agree on who works with whom, or
// that they named only close friends. Transitivity takes every tie both ways.
//
// Undefined, and so not given: density below two nodes; reciprocity without ties, or where the network is undirected
// (it would always be 1 and say nothing); transitivity where no two ties meet.
//
// Wasserman and Faust, Social Network Analysis, Cambridge University Press (1994).
#pragma once

#include "measure/network.hpp"
#include "measure/work.hpp"

#include <optional>

namespace trivium::measure {

std::optional<double> density(const Network& network);
std::optional<double> reciprocity(const Network& network);
std::optional<double> transitivity(const Network& network, const Work& work = {});

}  // namespace trivium::measure
