// Job changes between industries, counted from a panel of who worked where in which year.
//
// A worker changes jobs from industry i to industry j when there is a record of them in year y in an establishment of
// i, and one in year y + 1 in another establishment, of j, and j is not i.
//
//   F(i,j) = how many such changes there are, i ≠ j
//
// It counts changes, not people: who moves there and back is in two of them. It misleads where industries are recoded
// between years, or establishments change their number when they change hands: everybody there then seems to move. A
// year without a record breaks the chain, so coming back after a year out is no change.
//
// One worker has one job a year. Where the panel has several, the one with the smallest number of establishment, and in
// it of industry, stands for the year; how many were passed over is told, because the choice is arbitrary. An industry
// pair nobody changed between is left out.
//
// Neffke and Henning (2013), "Skill relatedness and firm diversification", is where such counts are taken from.
#pragma once

#include "measure/work.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace trivium::measure {

// Columns of one length, in any order of rows. Wider ids and ids of letters are numbered before they come here.
struct Panel {
  std::span<const std::int32_t> worker;
  std::span<const std::int16_t> year;
  std::span<const std::int32_t> establishment;
  std::span<const std::int32_t> industry;
};

struct JobChange {
  std::int32_t from;
  std::int32_t to;
  std::uint64_t count;  // a national panel has more than 32 bits hold

  bool operator==(const JobChange&) const = default;
};

struct JobChanges {
  std::vector<JobChange> pairs;   // by from, then by to
  std::uint64_t changes = 0;      // all of them
  std::uint64_t passed_over = 0;  // records of a worker and year that has another

  bool operator==(const JobChanges&) const = default;
};

// One sweep over a table of workers × years, without sorting; where ids have so many gaps that the table would be
// mostly empty, the records are sorted instead. The table is made for some workers at a time, of at most 128 MiB
// for each thread.
JobChanges job_changes(const Panel& panel, const Work& work = {});

// The least and the most of each column.
struct Extent {
  std::int32_t first_worker, last_worker;
  std::int16_t first_year, last_year;
  std::int32_t first_industry, last_industry;
};

// Gives every record of the workers from first to last, piece by piece; it is asked once for each part of the workers.
// It may give others too, which costs time only.
using PanelSource =
    std::function<void(std::int32_t first, std::int32_t last, const std::function<void(const Panel&)>& piece)>;

struct TableBytes {
  std::size_t most = std::size_t{256} << 20;
};

// The same for a panel that does not fit into memory: what is held is the table for some workers, and the counts. Ids
// with many gaps cost passes over the panel. Throws std::length_error where they would cost more than 10,000.
JobChanges job_changes(const Extent& extent, const PanelSource& source, TableBytes table = {}, const Work& work = {});

}  // namespace trivium::measure
