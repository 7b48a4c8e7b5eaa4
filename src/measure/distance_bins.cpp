#include "measure/distance_bins.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <numeric>

namespace trivium::measure {
namespace {

constexpr std::size_t kChunk = Leaves::kChunk;
constexpr std::size_t kSideBySide = RunBins::kSideBySide;
constexpr unsigned kOffsets = 46;  // 2¹⁸ offsets below 2²⁸ fit; the other 18 bits count
constexpr std::uint64_t kOne = std::uint64_t{1} << kOffsets;
constexpr std::size_t kHolds = (std::size_t{1} << 18) - 1;
constexpr double kNowhere = 1e15;  // a distance beyond every ruler

using Pass = RunBins::Pass;

// Loops of a fixed length over plain arrays become vectors in each of the copies below. No addition is done in another
// order or precision in one of them than in the others.
struct Chunk {
  alignas(64) double distances[kChunk];
  alignas(64) std::uint64_t adds[kChunk];
  alignas(64) std::uint32_t marks[kChunk];
};

__attribute__((always_inline)) inline void place(Chunk& chunk, const RunBins::Scale& scale) {
  const RunBins::Scale here = scale;
  const double nowhere = here.nowhere;
  for (std::size_t k = 0; k < kChunk; ++k) {
    const double distance = chunk.distances[k] <= here.most ? chunk.distances[k] : nowhere;
    const std::uint64_t key = here.keys(distance);
    chunk.adds[k] = RulerKeys::offset(key) | kOne;
    chunk.marks[k] = static_cast<std::uint32_t>(RulerKeys::mark(key));
  }
}

// Four sums side by side, since equal distances often follow each other, and an addition waits for the last one.
__attribute__((always_inline)) inline void count(const Chunk& chunk, std::size_t pairs, std::uint64_t* sums,
                                                 std::size_t width) {
  std::size_t k = 0;
  for (; k + kSideBySide <= pairs; k += kSideBySide) {
    sums[chunk.marks[k]] += chunk.adds[k];
    sums[width + chunk.marks[k + 1]] += chunk.adds[k + 1];
    sums[2 * width + chunk.marks[k + 2]] += chunk.adds[k + 2];
    sums[3 * width + chunk.marks[k + 3]] += chunk.adds[k + 3];
  }
  for (; k < pairs; ++k) sums[chunk.marks[k]] += chunk.adds[k];
}

template <std::size_t rulers, bool squared>
__attribute__((always_inline)) inline void look_at(const Run& run, const Pass& pass) {
  Chunk chunk;
  for (std::size_t done = 0; done < run.count; done += kChunk) {
    const std::size_t pairs = std::min(kChunk, run.count - done);
    const double* const xs = run.xs + done;
    const double* const ys = run.ys + done;
    alignas(64) double squares[kChunk];
    for (std::size_t k = 0; k < kChunk; ++k) {
      const double x = xs[k] - run.x;
      const double y = ys[k] - run.y;
      squares[k] = x * x + y * y;
      chunk.distances[k] = __builtin_sqrt(squares[k]);
    }
    if constexpr (squared) {
      double* const sums = pass.squares;
      const double most = pass.most_square;
      for (std::size_t k = pairs; k < kChunk; ++k) squares[k] = 0;
      for (std::size_t k = 0; k < kChunk; ++k) sums[k] += squares[k] < most ? squares[k] : most;
    }
    for (std::size_t ruler = 0; ruler < rulers; ++ruler) {
      place(chunk, pass.scales[ruler]);
      count(chunk, pairs, pass.packed + ruler * kSideBySide * pass.width, pass.width);
    }
  }
}

template <std::size_t rulers, bool squared>
void narrow(const Run& run, const Pass& pass) {
  look_at<rulers, squared>(run, pass);
}

#if defined(__x86_64__)
template <std::size_t rulers, bool squared>
__attribute__((target("avx2"))) void wide(const Run& run, const Pass& pass) {
  look_at<rulers, squared>(run, pass);
}
template <std::size_t rulers, bool squared>
__attribute__((target("avx512f,avx512vl,avx512dq,avx512bw"))) void widest(const Run& run, const Pass& pass) {
  look_at<rulers, squared>(run, pass);
}
#endif

template <std::size_t rulers, bool squared>
void look_with(Registers registers, const Run& run, const Pass& pass) {
#if defined(__x86_64__)
  if (registers == Registers::widest) return widest<rulers, squared>(run, pass);
  if (registers == Registers::wide) return wide<rulers, squared>(run, pass);
#else
  static_cast<void>(registers);
#endif
  narrow<rulers, squared>(run, pass);
}

}  // namespace

RunBins::RunBins(const Marked& marked, Registers registers) : registers_{registers} {
  assert(marked.rulers.size() == 1 || marked.rulers.size() == 3);
  std::uint32_t marks = 0;
  for (const Ruler& ruler : marked.rulers) {
    const bool mirrored = ruler.along < 0;
    scales_.push_back({.keys = RulerKeys{ruler},
                       .most = mirrored ? marked.near : std::numeric_limits<double>::infinity(),
                       .nowhere = mirrored ? -kNowhere : kNowhere});
    marks = std::max(marks, ruler.marks);
  }
  width_ = marks + 1;
  packed_.resize(scales_.size() * kSideBySide * width_);
  bins_.resize(scales_.size() * width_);
}

template <class Passing>
void RunBins::in_pieces(const Run& run, const Passing& passing) {
  constexpr std::size_t kPiece = kHolds / kChunk * kChunk;
  for (std::size_t done = 0; done < run.count; done += kPiece) {
    Run piece = run;
    piece.xs += done;
    piece.ys += done;
    piece.other += done;
    piece.count = std::min(kPiece, run.count - done);
    if (held_ + piece.count > kHolds) unpack();
    held_ += piece.count;
    passing(piece);
  }
}

void RunBins::add(const Run& run) {
  in_pieces(run, [&](const Run& piece) {
    const Pass pass{scales_.data(), packed_.data(), width_, 0, nullptr};
    if (scales_.size() == 1) look_with<1, false>(registers_, piece, pass);
    else look_with<3, false>(registers_, piece, pass);
  });
}

void RunBins::add(const Run& run, double most_square) {
  assert(scales_.size() == 1);
  in_pieces(run, [&](const Run& piece) {
    look_with<1, true>(registers_, piece, {scales_.data(), packed_.data(), width_, most_square, squares_.data()});
  });
}

std::span<const Bin> RunBins::bins(std::size_t ruler) {
  unpack();
  return std::span{bins_}.subspan(ruler * width_, width_);
}

double RunBins::squares() const { return std::accumulate(squares_.begin(), squares_.end(), 0.0); }

void RunBins::unpack() {
  for (std::size_t ruler = 0; ruler < scales_.size(); ++ruler)
    for (std::size_t side = 0; side < kSideBySide; ++side)
      for (std::size_t mark = 0; mark < width_; ++mark) {
        std::uint64_t& packed = packed_[(ruler * kSideBySide + side) * width_ + mark];
        bins_[ruler * width_ + mark].count += packed >> kOffsets;
        bins_[ruler * width_ + mark].offset += packed & (kOne - 1);
        packed = 0;
      }
  held_ = 0;
}

}  // namespace trivium::measure
