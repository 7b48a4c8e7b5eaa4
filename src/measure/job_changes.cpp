#include "measure/job_changes.hpp"

#include "measure/zeroed.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <mutex>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace trivium::measure {
namespace {

// What a worker did in a year: the establishment in the upper half, the place of the industry from 1 in the lower; 0
// for no record. The smaller of two slots is the one with the smaller establishment, then industry.
using Slot = std::uint64_t;

Slot slot_of(std::int32_t establishment, std::uint32_t industry) {
  return (Slot{static_cast<std::uint32_t>(establishment) ^ 0x8000'0000U} << 32) | (industry + 1);
}
std::uint32_t establishment_of(Slot slot) { return static_cast<std::uint32_t>(slot >> 32); }
std::uint32_t industry_of(Slot slot) { return static_cast<std::uint32_t>(slot) - 1; }

std::uint64_t width(std::int64_t first, std::int64_t last) { return static_cast<std::uint64_t>(last - first) + 1; }

// Counts of pairs: a square where it is small enough to stay in a cache, otherwise keys that are sorted in the end.
class Counts {
 public:
  static constexpr std::uint64_t kSquare = 2'048;

  explicit Counts(std::uint64_t industries) : industries_{industries} {
    if (industries <= kSquare) square_.resize(industries * industries);
  }
  void note(std::uint32_t from, std::uint32_t to) {
    if (square_.empty()) {
      keys_.push_back({(std::uint64_t{from} << 32) | to, 1});
      if (keys_.size() >= limit_) shrink();
    } else {
      ++square_[from * industries_ + to];
    }
  }
  void add(const Counts& other) {
    for (std::size_t i = 0; i < square_.size(); ++i) square_[i] += other.square_[i];
    keys_.insert(keys_.end(), other.keys_.begin(), other.keys_.end());
    if (!keys_.empty()) shrink();
  }
  std::vector<JobChange> pairs(std::int32_t first_industry) {
    std::vector<JobChange> made;
    const auto industry = [&](std::uint64_t place) {
      return static_cast<std::int32_t>(first_industry + static_cast<std::int64_t>(place));
    };
    for (std::size_t i = 0; i < square_.size(); ++i) {
      if (square_[i] > 0) made.push_back({industry(i / industries_), industry(i % industries_), square_[i]});
    }
    shrink();
    for (const auto& [key, count] : keys_) made.push_back({industry(key >> 32), industry(key & 0xffff'ffffU), count});
    return made;
  }

 private:
  struct Key {
    std::uint64_t pair;
    std::uint64_t count;
  };
  // Each pair once.
  void shrink() {
    std::ranges::sort(keys_, {}, &Key::pair);
    std::size_t kept = 0;
    for (const auto& key : keys_) {
      if (kept > 0 && keys_[kept - 1].pair == key.pair) keys_[kept - 1].count += key.count;
      else keys_[kept++] = key;
    }
    keys_.resize(kept);
    limit_ = std::max<std::size_t>(std::size_t{1} << 20, 2 * kept);
  }

  std::uint64_t industries_;
  std::vector<std::uint64_t> square_;
  std::vector<Key> keys_;
  std::size_t limit_ = std::size_t{1} << 20;
};

// The table of some workers.
class Table {
 public:
  Table(const Extent& extent, std::int32_t first, std::int32_t last)
      : extent_{extent},
        first_{first},
        workers_{width(first, last)},
        years_{width(extent.first_year, extent.last_year)},
        memory_{workers_ * years_},
        slots_{memory_.all()} {}

  void take(const Panel& panel) {
    // The records of these workers are picked out first, without a branch that nobody could foresee; their slots are
    // asked for before they are needed, because nearly each is in memory nobody has touched.
    constexpr std::size_t kBatch = 1'024;
    std::array<std::uint32_t, kBatch> picked;
    const auto rows = panel.worker.size();
    const auto* const worker = panel.worker.data();
    for (std::size_t begin = 0; begin < rows; begin += kBatch) {
      const auto here = std::min(kBatch, rows - begin);
      std::size_t count = 0;
      for (std::size_t i = 0; i < here; ++i) {
        picked[count] = static_cast<std::uint32_t>(i);
        count += place(worker[begin + i]) < workers_ ? 1U : 0U;
      }
      constexpr std::size_t kAhead = 16;
      for (std::size_t i = 0; i < count; ++i) {
        if (i + kAhead < count) __builtin_prefetch(&slots_[at(panel, begin + picked[i + kAhead])], 1);
        write(panel, begin + picked[i]);
      }
    }
  }

  std::uint64_t count(Counts& counts) const {
    std::uint64_t changes = 0;
    for (std::size_t begin = 0; begin < slots_.size(); begin += years_) {
      for (std::size_t i = begin; i + 1 < begin + years_; ++i) {
        const Slot now = slots_[i];
        const Slot next = slots_[i + 1];
        // Nearly always nothing changes, and then the slots are the same.
        if (now == next || now == 0 || next == 0) continue;
        if (establishment_of(now) == establishment_of(next) || industry_of(now) == industry_of(next)) continue;
        counts.note(industry_of(now), industry_of(next));
        ++changes;
      }
    }
    return changes;
  }
  std::uint64_t passed_over() const { return passed_over_; }

 private:
  std::uint32_t place(std::int32_t worker) const {
    return static_cast<std::uint32_t>(worker) - static_cast<std::uint32_t>(first_);
  }
  std::size_t at(const Panel& panel, std::size_t row) const {
    return place(panel.worker[row]) * years_ + static_cast<std::uint16_t>(panel.year[row] - extent_.first_year);
  }
  void write(const Panel& panel, std::size_t row) {
    auto& slot = slots_[at(panel, row)];
    const auto made = slot_of(panel.establishment[row], static_cast<std::uint32_t>(panel.industry[row]) -
                                                            static_cast<std::uint32_t>(extent_.first_industry));
    if (slot == 0) {
      slot = made;
    } else {
      ++passed_over_;
      slot = std::min(slot, made);
    }
  }

  Extent extent_;
  std::int32_t first_;
  std::uint64_t workers_;
  std::uint64_t years_;
  Zeroed<Slot> memory_;
  std::span<Slot> slots_;
  std::uint64_t passed_over_ = 0;
};

Extent extent_of(const Panel& panel, const Work& work) {
  std::array<Extent, 3> found{};
  in_blocks({.threads = work.threads, .stop = work.stop}, 3, [&](std::size_t i) {
    // Plain minima and maxima, which the compiler turns into vectors.
    const auto range = [](auto column) {
      auto least = column[0];
      auto most = column[0];
      for (const auto value : column) {
        least = std::min(least, value);
        most = std::max(most, value);
      }
      return std::pair{least, most};
    };
    auto& made = found[i];
    if (i == 0) std::tie(made.first_worker, made.last_worker) = range(panel.worker);
    if (i == 1) std::tie(made.first_year, made.last_year) = range(panel.year);
    if (i == 2) std::tie(made.first_industry, made.last_industry) = range(panel.industry);
  });
  return {found[0].first_worker, found[0].last_worker,    found[1].first_year,
          found[1].last_year,    found[2].first_industry, found[2].last_industry};
}

// The workers in parts, so many that the table of each has at most so many slots.
std::vector<std::pair<std::int32_t, std::int32_t>> parts(const Extent& extent, std::uint64_t slots) {
  const auto years = width(extent.first_year, extent.last_year);
  const auto workers = width(extent.first_worker, extent.last_worker);
  const auto most = std::max<std::uint64_t>(1, slots / years);
  const auto count = (workers + most - 1) / most;
  const auto each = (workers + count - 1) / count;
  if (count > 10'000) throw std::length_error{"the ids of workers have too many gaps for a table"};
  std::vector<std::pair<std::int32_t, std::int32_t>> made;
  for (std::int64_t first = extent.first_worker; first <= extent.last_worker;
       first += static_cast<std::int64_t>(each)) {
    const auto last = std::min<std::int64_t>(extent.last_worker, first + static_cast<std::int64_t>(each) - 1);
    made.emplace_back(static_cast<std::int32_t>(first), static_cast<std::int32_t>(last));
  }
  return made;
}

// For ids with many gaps: records in order of worker, year, establishment and industry.
JobChanges by_sorting(const Panel& panel, const Extent& extent, const Work& work) {
  std::vector<std::size_t> rows(panel.worker.size());
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = i;
  const auto key = [&](std::size_t row) {
    return std::tuple{panel.worker[row], panel.year[row], panel.establishment[row], panel.industry[row]};
  };
  std::ranges::sort(rows, [&](std::size_t a, std::size_t b) {
    if (work.stop.stop_requested()) throw Cancelled{};
    return key(a) < key(b);
  });
  JobChanges made;
  Counts counts{width(extent.first_industry, extent.last_industry)};
  const auto place = [&](std::size_t row) {
    return static_cast<std::uint32_t>(panel.industry[row]) - static_cast<std::uint32_t>(extent.first_industry);
  };
  std::size_t before = 0;  // the row that stands for the last worker and year
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const auto a = rows[before];
    const auto b = rows[i];
    if (panel.worker[a] == panel.worker[b] && panel.year[a] == panel.year[b]) {
      ++made.passed_over;
      continue;
    }
    before = i;
    if (panel.worker[a] != panel.worker[b] || panel.year[b] != panel.year[a] + 1 ||
        panel.establishment[a] == panel.establishment[b] || panel.industry[a] == panel.industry[b])
      continue;
    counts.note(place(a), place(b));
    ++made.changes;
  }
  made.pairs = counts.pairs(extent.first_industry);
  return made;
}

}  // namespace

JobChanges job_changes(const Panel& panel, const Work& work) {
  const auto rows = panel.worker.size();
  assert(panel.year.size() == rows && panel.establishment.size() == rows && panel.industry.size() == rows);
  if (rows == 0) return {};
  const auto extent = extent_of(panel, work);
  const auto slots = width(extent.first_worker, extent.last_worker) * width(extent.first_year, extent.last_year);
  constexpr std::uint64_t kMostEmpty = 16;
  if (slots > kMostEmpty * rows + 1'000'000) return by_sorting(panel, extent, work);

  JobChanges made;
  const auto industries = width(extent.first_industry, extent.last_industry);
  Counts counts{industries};
  std::mutex adding;
  constexpr std::uint64_t kSlots = (std::uint64_t{128} << 20) / sizeof(Slot);
  const auto all = parts(extent, std::clamp<std::uint64_t>(slots / 2 + 1, 1, kSlots));
  in_blocks(work, all.size(), [&](std::size_t i) {
    Table table{extent, all[i].first, all[i].second};
    constexpr std::size_t kPiece = std::size_t{1} << 22;  // between two looks whether it is still wanted
    for (std::size_t begin = 0; begin < rows; begin += kPiece) {
      if (work.stop.stop_requested()) throw Cancelled{};
      const auto count = std::min(kPiece, rows - begin);
      table.take({panel.worker.subspan(begin, count), panel.year.subspan(begin, count),
                  panel.establishment.subspan(begin, count), panel.industry.subspan(begin, count)});
    }
    Counts own{industries};
    const auto changes = table.count(own);
    // Sums of whole numbers are the same in any order.
    const std::scoped_lock lock{adding};
    counts.add(own);
    made.changes += changes;
    made.passed_over += table.passed_over();
  });
  made.pairs = counts.pairs(extent.first_industry);
  return made;
}

JobChanges job_changes(const Extent& extent, const PanelSource& source, TableBytes table, const Work& work) {
  JobChanges made;
  Counts counts{width(extent.first_industry, extent.last_industry)};
  const auto all = parts(extent, table.most / sizeof(Slot));
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto [first, last] = all[i];
    Table some{extent, first, last};
    source(first, last, [&](const Panel& piece) {
      if (work.stop.stop_requested()) throw Cancelled{};
      some.take(piece);
    });
    made.changes += some.count(counts);
    made.passed_over += some.passed_over();
    if (work.progress) work.progress(i + 1, all.size());
  }
  made.pairs = counts.pairs(extent.first_industry);
  return made;
}

}  // namespace trivium::measure
