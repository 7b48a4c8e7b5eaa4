// Proximity: are two industries at home in the same regions more than either alone would suggest?
//
//   proximity(i,j) = min( P(i|j), P(j|i) ) = n(i,j) / max( n(i), n(j) )
//
// n(i,j) regions are home to both, n(i) to the one. 0 (never together) to 1 (never apart); by taking the smaller of the
// two, an industry that is everywhere is not close to everything. What grows in the same places often needs the same
// people, suppliers or schools, so a region finds it easier to grow into what is close to what it has.
//
// It misleads where industries share regions for no reason but size or climate, and with few regions: below about
// thirty, one region moves it by several points. It says nothing about who buys from whom.
//
// Only regions in which both are known are counted. A pair has no proximity where one of the two is at home nowhere, or
// in no region in which the other is known.
//
// Hidalgo, Klinger, Barabási and Hausmann, The product space conditions the development of nations, Science 317 (2007).
#pragma once

#include "measure/presence.hpp"
#include "measure/work.hpp"

namespace trivium::measure {

struct Pair {
  std::size_t one;
  std::size_t other;
};

// In how many regions both are at home, for each pair both ways; of an industry with itself, in how many it is.
struct CoOccurrence {
  std::size_t industries;
  std::vector<std::uint32_t> together;  // industries × industries
  std::vector<std::uint32_t> beside;    // [i][j]: regions home to i in which j is known; empty where all is known

  [[nodiscard]] std::uint32_t both(const Pair& pair) const { return together[pair.one * industries + pair.other]; }
  [[nodiscard]] std::uint32_t home(const Pair& pair) const {  // to the one, where the other is known
    return beside.empty() ? both({pair.one, pair.one}) : beside[pair.one * industries + pair.other];
  }
};
CoOccurrence co_occurrence(const Presence& presence, const Work& work);

// How close each industry is to each, the same both ways and at least 0. Made from co-occurrence here; weights from
// elsewhere (skill relatedness above a threshold, a table of one's own) do as well.
class Closeness {
 public:
  explicit Closeness(std::size_t industries)
      : industries_{industries}, weights_(industries * industries, 0.0), told_{industries, industries} {}

  [[nodiscard]] std::size_t industries() const { return industries_; }
  // None where it is not defined.
  [[nodiscard]] std::optional<double> between(const Pair& pair) const {
    if (!told_.at(pair.one, pair.other)) return std::nullopt;
    return weights_[pair.one * industries_ + pair.other];
  }
  // One way only: whoever fills it says both.
  void note(const Pair& pair, double weight) {
    weights_[pair.one * industries_ + pair.other] = weight;
    told_.note(pair.one, pair.other);
  }
  // To all others; 0 where it is not defined, so that it adds nothing to a sum.
  [[nodiscard]] std::span<const double> row(std::size_t industry) const {
    return std::span{weights_}.subspan(industry * industries_, industries_);
  }

 private:
  std::size_t industries_;
  std::vector<double> weights_;
  Bits told_;
};

// Of an industry to itself: 1 where it is at home anywhere.
Closeness proximity(const CoOccurrence& counts, const Work& work);

// Other ways to take the size of both out of n(i,j), from the sums s(i) of n(i,j) over all j but i, S over both:
//   association   n S / (s(i) s(j))                        1 is as expected; the inverse of a probability ratio
//   cosine        n / √(s(i) s(j))                         0 … 1
//   jaccard       n / (s(i) + s(j) − n)                    0 … 1
//   probability   n / ½(s(i) s(j)/(S − s(i)) + s(j) s(i)/(S − s(j)))     1 is as expected, drawing without putting back
// Of an industry to itself there is none. None for industries that are never beside another.
// van Eck and Waltman, JASIST 60 (2009); Steijn, Papers in Evolutionary Economic Geography 16.28 (2016).
enum class Normalised { association, cosine, jaccard, probability };
Closeness normalised(const CoOccurrence& counts, Normalised how);

// Related or not: 1 from a closeness on, 0 below it; none where there was none. So EconGeo makes its density, from 1
// on.
Closeness related_from(Closeness closeness, double least);

}  // namespace trivium::measure
