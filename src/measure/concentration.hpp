// How unevenly something is spread: employment over industries, firms over sizes, an industry over regions.
//
// Every one of these goes up when a statistical office cuts its classes finer or its regions smaller; compare only what
// was counted in the same classes. None says where the concentration is: read them beside the quotients.
//
// Parts are amounts of at least 0, in no particular order and no particular unit. Where they add up to nothing there is
// nothing to be uneven, and so no number.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace trivium::measure {

// Herfindahl–Hirschman: Σ s², s the shares. From 1/n (all alike) to 1 (one has all). 1/HHI reads as "as if it were so
// many of equal size". Hirschman (1945), Herfindahl (1950).
std::optional<double> herfindahl(std::span<const double> parts);

// The largest part's share: 1/n (all alike) to 1 (one has all).
std::optional<double> largest_share(std::span<const double> parts);

// Gini: half the mean difference between two parts over their mean. 0 (all alike) to 1 − 1/n (one has all). Parts of 0
// count: leave out what could not have any. Gini (1912).
std::optional<double> gini(std::span<const double> parts);

// Entropy in bits: −Σ s log₂ s. 0 (one has all) to log₂ n (all alike). Shannon (1948); Theil (1972).
std::optional<double> entropy(std::span<const double> parts);

// One side and what it is compared with, part by part: an industry by region beside all employment by region, or a
// region by industry beside the whole country by industry.
struct Compared {
  std::span<const double> parts;
  std::span<const double> whole;  // the same length
};

// Gini of the location quotients of the parts, each counting the same: 2/(n² R̄) Σ k (R₍ₖ₎ − R̄), R the quotients in
// ascending order. 0 (spread as the whole) up to 1 − 1/n. The locational Gini where parts are regions, the Gini of
// specialisation where they are industries. Parts of which the whole has nothing are left out.
// Krugman, Geography and Trade (1991); Farhauer and Kröll, Standorttheorien (2013).
std::optional<double> locational_gini(const Compared& compared);

// Krugman's index: Σ |s − x|, the shares on both sides. 0 (the same profile) to 2 (nothing in common).
// Krugman, Geography and Trade (1991).
std::optional<double> krugman(const Compared& compared);

// The variety of a region: entropy over fine classes, taken apart into what lies between the broad groups (unrelated
// variety: a cushion when one of them falls) and within them (related variety: neighbours who can learn from each
// other). between + within is the entropy. Frenken, van Oort and Verburg, Regional Studies 41 (2007).
struct Variety {
  double unrelated;  // bits, between groups
  double related;    // bits, within groups, weighted by the groups' shares
};
std::optional<Variety> variety(std::span<const double> parts, std::span<const std::size_t> group_of_part);

}  // namespace trivium::measure
