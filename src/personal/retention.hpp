// For how long what is kept. Tables of a programme: as many days after its end as its network says, or the
// installation; where neither says anything, until they are erased. What is only needed for a while goes after thirty
// days.
#pragma once

#include "access/person.hpp"
#include "programme/programme.hpp"
#include "store/store.hpp"
#include "triangle/cluster.hpp"

#include <optional>
#include <vector>

namespace trivium::personal {

inline constexpr int kLeastDays = 30;
inline constexpr int kMostDays = 3650;
inline constexpr int kWarnedBefore = 30;  // days; also the least between setting a number of days and the first removal
inline constexpr int kPassingThings = 30;  // days: sessions that ended, invitations that are over, refused sign-ins

// The days set for a network, or without one for the installation.
std::optional<int> days_set(store::Session& session, const std::optional<access::NetworkId>& network);
void set_days(store::Session& session, const std::optional<access::NetworkId>& network, std::optional<int> days,
              const access::PersonId& by, const shape::Instant& now);

struct KeptProgramme {
  triangle::ProgrammeId programme;
  access::NetworkId network;
  std::string network_name;
  std::string title;
  shape::Date ends_on;                   // the last day of its last step
  std::optional<shape::Date> goes_on{};  // the day its tables are removed; none: they stay
};
TRIVIUM_SHAPE(KeptProgramme, programme, network, network_name, title, ends_on, goes_on)

std::vector<KeptProgramme> kept_programmes(store::Session& session);

// A table whose owner has to be told: it goes within thirty days.
struct Going {
  triangle::AssessmentId assessment;
  std::string city;
  std::string cluster;
  std::string round;
  shape::Date goes_on;
};
TRIVIUM_SHAPE(Going, assessment, city, cluster, round, goes_on)

// Whether what stands in this round's tables is removed from this day on: nobody should begin one.
bool removes_tables_of(store::Session& session, const triangle::Round& round, const shape::Date& today);

std::vector<Going> going(store::Session& session, const access::PersonId& person, const shape::Date& today);

struct Removed {
  std::int64_t tables = 0;
  std::int64_t passing = 0;  // sessions, addresses of calendars, reminders, invitations, refused sign-ins, set-up keys
  std::int64_t trail_rows = 0;

  [[nodiscard]] bool any() const { return tables + passing + trail_rows > 0; }
};

// What is past its day goes: a programme's tables whole or not at all, each with its row of the trail; then the files
// are wiped.
Removed remove_what_is_due(store::Store& store, const shape::Instant& now);

}  // namespace trivium::personal
