// The table of routes in parts, so that a new row does not mean compiling all of them anew: one file for all took two
// minutes and 4 GB.
#pragma once

#include "server/routes.hpp"

namespace trivium::server {

struct RoutesGround {
  const api::House& house;
  const sample::SampleCity& sample;
  const document::Workshop& workshop;
  const Facts& facts;
};

// The front door, what Trivium is and keeps of people, measures, being signed in, and what the host looks after.
std::vector<Route> front_routes(const RoutesGround& ground);
// Clusters, their rounds and people.
std::vector<Route> cluster_routes(const RoutesGround& ground);
// Networks, their programmes, visits, and conversations with the coaches.
std::vector<Route> programme_routes(const RoutesGround& ground);
// A table: its 32 tasks, sending it, taking it along.
std::vector<Route> table_routes(const RoutesGround& ground);
// What a table is held against: itself, what was counted, the last round, colleagues, cases.
std::vector<Route> reflection_routes(const RoutesGround& ground);

}  // namespace trivium::server
