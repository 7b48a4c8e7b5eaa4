// A programme of a network: five steps with their dates, and the clusters that take part.
#pragma once

#include "programme/network.hpp"
#include "programme/template.hpp"

#include <expected>

namespace trivium::programme {

using triangle::ProgrammeId;

struct Programme {
  ProgrammeId id;
  NetworkId network;
  std::string title;
  int most_managers;  // of one city
  shape::Date opened_on;
};
TRIVIUM_SHAPE(Programme, id, network, title, most_managers, opened_on)

struct Step {
  ProgrammeId programme;
  int step;  // 1 … 5
  Due due;
  shape::Date due_on;
  Deliverable deliverable;
  std::string title;         // the network's own; empty: the product's words
  std::string instructions;  // the same
  int revision;
  shape::Instant changed_at;
};
TRIVIUM_SHAPE(Step, programme, step, due, due_on, deliverable, title, instructions, revision, changed_at)

// With the steps of the template, each in the year given.
void open(store::Session& session, const Programme& programme, const Template& from, int year,
          const shape::Instant& now);
std::optional<Programme> programme(store::Session& session, const ProgrammeId& id);
// Its rounds too, where they are called as it was.
void rename(store::Session& session, const Programme& programme, const std::string& title);
std::vector<Programme> programmes_of(store::Session& session, const NetworkId& network);  // newest first
std::vector<Step> steps_of(store::Session& session, const ProgrammeId& programme);        // in their order

struct StaleStep {
  Step stored;
};
// Writes on top of given.revision, or gives what is stored; the same twice is one change. The date for filling in is
// also that of the rounds of those who take part.
std::expected<Step, StaleStep> change(store::Session& session, Step given);

}  // namespace trivium::programme
