// What is held against each other: demands from the cluster, instruments of the policy, practices of the managers, and
// the links somebody drew between them. Plain records without a store, a clock or a language.
#pragma once

#include "shape/json.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace trivium::fit {

enum class Mechanism { sharing, matching, learning };
TRIVIUM_NAMES(Mechanism, sharing, matching, learning)

enum class Scale { city, metropolitan, regional, national, eu };
TRIVIUM_NAMES(Scale, city, metropolitan, regional, national, eu)

// From here on upwards a lever is in nobody's hands locally: it goes on the lobbying list, and whoever wants it moved
// lobbies. The rule lever_above_lobbying_list of data/guidance asks about the same levels; a test holds them together.
inline constexpr Scale kLobbiedFrom = Scale::regional;

// What a manager can do about something: change it herself, influence it, lobby for it, or live with it.
enum class Control { by_hand, influence, lobby, live_with };
[[maybe_unused]] constexpr auto trivium_names(Control /*of*/) {
  return std::array{std::pair<std::string_view, Control>{"do", Control::by_hand},
                    std::pair<std::string_view, Control>{"influence", Control::influence},
                    std::pair<std::string_view, Control>{"lobby", Control::lobby},
                    std::pair<std::string_view, Control>{"live_with", Control::live_with}};
}

// task: the answer it comes from, for instance "A_sum".
struct Demand {
  std::string id;
  std::string task;
  std::string text;
  double weight;  // > 0, of any unit
  std::vector<Mechanism> mechanisms;
  std::optional<Scale> scale;             // where the lever is held
  std::vector<std::string> unmet_actors;  // concerned, and met by no practice
  std::vector<std::string> actors = {};   // concerned, one by one
};

inline bool for_the_lobbying_list(const Demand& demand) { return demand.scale && *demand.scale >= kLobbiedFrom; }

struct Instrument {
  std::string id;
  std::string task;
  std::string text;
  std::optional<double> resource;  // share of a year's money or staff, of any unit; none: unknown
  std::vector<Mechanism> mechanisms;
  std::vector<std::string> taken_up_by = {};  // one by one
};

struct Practice {
  std::string id;
  std::string task;
  std::string text;
  std::optional<double> effort;  // per month, of any unit; none: unknown
  std::vector<Mechanism> mechanisms;
  std::string names_nothing = {};  // what it was written to carry out, where no instrument is called that
};

// direct 1, partly ½. Positions are those in the picture's lists.
struct Link {
  std::size_t from;
  std::size_t to;
  double strength;
};

struct Picture {
  std::vector<Demand> demands;
  std::vector<Instrument> instruments;
  std::vector<Practice> practices;
  std::vector<Link> addresses;  // instrument → demand, a
  std::vector<Link> carries;    // practice → instrument, b
  std::vector<Link> meets;      // practice → demand without an instrument, c
  std::vector<Link> written;    // practice → instrument it may have been written for, in other words; no link yet
  std::optional<double> whole;  // what all resources come to at most: 100 for percentages; none: of any unit
  // The lowest level of government from which on upwards nobody here is known to talk to anybody: said to be so, not
  // only left open. None: somebody does, or it is not known.
  std::optional<Scale> out_of_reach;
  std::vector<std::string> meetings;  // the answers that say whom the practice meets
  // Nobody has answered yet what the policy has, or what is done: that nothing is named is then no finding.
  bool policy_blank = false;
  bool practice_blank = false;
};

}  // namespace trivium::fit
