#include "api/fit_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace trivium::api {

// What a lean must not be read without: how little it may speak for.
std::vector<std::string> FitWords::beside_the_lean(const std::string& mark, const fit::Lean& lean) const {
  std::vector<std::string> sentences;
  if (lean.by_count) sentences.push_back(words.say(language, "fit.lean.by_count"));
  constexpr double kWhole = 1 - 1e-9;
  if (lean.share < kWhole) {
    // Never rounded to nothing or to all.
    const auto percent = std::clamp(std::lround(lean.share * 100), 1L, 99L);
    sentences.push_back(words.say(language, (lean.by_count ? "fit.lean.part." : "fit.lean.share.") + mark,
                                  {{"percent", std::to_string(percent)}}));
  }
  if (lean.unsized > 0)
    sentences.push_back(words.say(language, "fit.lean.unsized." + mark, {{"count", std::to_string(lean.unsized)}}));
  return sentences;
}

// Where it leans, in words; no order is told among what is as good as equal.
std::string FitWords::leaning(const std::string& who, const fit::Lean& lean) const {
  struct Corner {
    double share;
    const char* mechanism;
  };
  std::array<Corner, 3> corners{{{lean.sharing, "sharing"}, {lean.matching, "matching"}, {lean.learning, "learning"}}};
  std::ranges::stable_sort(corners, std::ranges::greater{}, &Corner::share);
  const auto name = [&](const Corner& corner) {
    return words.say(language, std::string{"fit.mechanism."} + corner.mechanism);
  };
  constexpr double kAlike = 0.02;
  const auto& [first, second, third] = corners;
  if (second.share < 0.1) return words.say(language, who + ".one", {{"first", name(first)}});
  if (first.share - third.share < kAlike)
    return words.say(language, who + ".even",
                     {{"first", name(first)}, {"second", name(second)}, {"third", name(third)}});
  return words.say(language, who + (first.share - second.share < kAlike ? ".both" : ".two"),
                   {{"first", name(first)}, {"second", name(second)}});
}

std::vector<FitPoint> FitWords::points(const fit::Profile& profile) const {
  std::vector<FitPoint> points;
  const auto add = [&](const char* mark, const fit::Lean& lean) {
    FitPoint point{.mark = mark, .sentence = {}, .placed = lean.placed, .x = 0, .y = 0, .lean = lean};
    const std::string who = "fit.lean." + std::string{mark};
    if (!lean.placed) {
      point.sentence = words.say(language, who + ".nowhere");
    } else {
      // Sharing above, matching left, learning right.
      point.x = static_cast<int>(std::lround(30 + 260 * (lean.learning + lean.sharing / 2)));
      point.y = static_cast<int>(std::lround(250 - 225 * lean.sharing));
      point.sentence = leaning(who, lean);
      for (const auto& more : beside_the_lean(mark, lean)) point.sentence += " " + more;
    }
    points.push_back(std::move(point));
  };
  add("A", profile.demands);
  add("B", profile.instruments);
  add("C", profile.practices);
  return points;
}

std::vector<FitDistance> FitWords::distances(const fit::Profile& profile) const {
  std::vector<FitDistance> distances;
  const auto add = [&](const char* pair, const fit::Lean& one, const fit::Lean& other) {
    const auto apart = fit::distance(one, other);
    if (!apart) return;
    distances.push_back({*apart, words.say(language, "fit.distance." + std::string{shape::name_of(*apart)},
                                           {{"pair", words.say(language, std::string{"fit.pair."} + pair)}})});
  };
  add("A_B", profile.demands, profile.instruments);
  add("B_C", profile.instruments, profile.practices);
  add("A_C", profile.demands, profile.practices);
  return distances;
}

}  // namespace trivium::api
