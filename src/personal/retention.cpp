#include "personal/retention.hpp"

#include "personal/removal.hpp"
#include "store/store.hpp"
#include "trail/cut.hpp"
#include "trail/reading.hpp"
#include "triangle/assessment.hpp"
#include "triangle/cluster.hpp"

#include <algorithm>

namespace trivium::personal {
namespace {

using Days = std::chrono::hours;

constexpr const char* kHouse = "house";
// Before the id of a network: since when it has no number of its own any more, and which it had.
const std::string kLeft = "left:";

struct SetDays {
  int days;
  shape::Instant set_at;
};
TRIVIUM_SHAPE(SetDays, days, set_at)

std::string reach_of(const std::optional<access::NetworkId>& network) { return network ? network->text : kHouse; }

std::optional<SetDays> set_for(store::Session& session, const std::string& reach) {
  return session.row<SetDays>("select {} from retention where reach = :reach", {{"reach", reach}});
}

shape::Date day_after(const shape::Date& day, int days) {
  return shape::date_of(shape::later({day.text + "T00:00:00.000Z"}, Days{24 * days}));
}

struct Ended {
  triangle::ProgrammeId programme;
  access::NetworkId network;
  std::string network_name;
  std::string title;
  shape::Date ends_on;
};
TRIVIUM_SHAPE(Ended, programme, network, network_name, title, ends_on)

std::vector<Ended> ends_of_programmes(store::Session& session) {
  return session.rows<Ended>(R"(
      select {} from (
        select programmes.id as programme, programmes.network as network, networks.name as network_name,
               programmes.title as title,
               (select max(due_on) from programme_steps where programme_steps.programme = programmes.id) as ends_on
        from programmes join networks on networks.id = programmes.network) ended
      where ends_on is not null order by network_name, ends_on, programme)");
}

// Whoever sets a number of days today cannot take today what people believed kept.
std::optional<shape::Date> goes_on(const std::optional<SetDays>& set, const shape::Date& ends_on) {
  if (!set) return std::nullopt;
  return std::max(day_after(ends_on, set->days), day_after(shape::date_of(set->set_at), kWarnedBefore));
}

std::int64_t remove_passing(store::Session& session, const shape::Instant& now) {
  const auto then = shape::later(now, -std::chrono::seconds{Days{24 * kPassingThings}});
  return session.run("delete from refused_sign_ins where at < :before and id <> 'turn'", {{"before", then}}) +
         session.run("delete from sessions where coalesce(ended_at, expires_at) < :before", {{"before", then}}) +
         session.run("delete from calendar_links where ended_at < :before", {{"before", then}}) +
         // Only after the day itself: before it, they keep anybody from being reminded twice.
         session.run("delete from reminders where last_day < :before", {{"before", shape::date_of(then)}}) +
         session.run("delete from invitations where coalesce(accepted_at, withdrawn_at, expires_at) < :before",
                     {{"before", then}}) +
         session.run("delete from set_up_keys where expires_at < :before", {{"before", then}});
}

}  // namespace

std::optional<int> days_set(store::Session& session, const std::optional<access::NetworkId>& network) {
  const auto set = set_for(session, reach_of(network));
  return set ? std::optional{set->days} : std::nullopt;
}

void set_days(store::Session& session, const std::optional<access::NetworkId>& network, std::optional<int> days,
              const access::PersonId& by, const shape::Instant& now) {
  const std::string reach = reach_of(network);
  const auto before = days_set(session, network);
  if (before == days) return;  // the same again does not begin anew
  const auto put = [&](const std::string& where, const std::optional<int>& given) {
    session.run("delete from retention where reach = :reach", {{"reach", where}});
    if (given)
      session.run("insert into retention (reach, days, set_by, set_at) values (:reach, :days, :set_by, :set_at)",
                  {{"reach", where}, {"days", *given}, {"set_by", by}, {"set_at", now}});
  };
  put(reach, days);
  if (network) put(kLeft + reach, days ? std::nullopt : before);
}

std::vector<KeptProgramme> kept_programmes(store::Session& session) {
  const auto house = set_for(session, kHouse);
  std::vector<KeptProgramme> all;
  for (auto& ended : ends_of_programmes(session)) {
    auto set = set_for(session, ended.network.text);
    if (!set) {
      set = house;
      // From then on the house's number holds: what people believed kept is not taken that day.
      if (const auto left = set_for(session, kLeft + ended.network.text); set && left)
        set->set_at = std::max(set->set_at, left->set_at);
    }
    auto goes = goes_on(set, ended.ends_on);
    all.push_back({.programme = ended.programme,
                   .network = ended.network,
                   .network_name = std::move(ended.network_name),
                   .title = std::move(ended.title),
                   .ends_on = std::move(ended.ends_on),
                   .goes_on = std::move(goes)});
  }
  return all;
}

bool removes_tables_of(store::Session& session, const triangle::Round& round, const shape::Date& today) {
  if (!round.programme) return false;
  const auto all = kept_programmes(session);
  const auto kept = std::ranges::find(all, *round.programme, &KeptProgramme::programme);
  return kept != all.end() && kept->goes_on && *kept->goes_on <= today;
}

std::vector<Going> going(store::Session& session, const access::PersonId& person, const shape::Date& today) {
  std::vector<Going> all;
  for (const auto& kept : kept_programmes(session)) {
    if (!kept.goes_on || day_after(today, kWarnedBefore) < *kept.goes_on) continue;
    for (const auto& table : triangle::assessments_of(session, person)) {
      const auto round = triangle::round(session, table.round);
      if (round && round->programme == kept.programme)
        all.push_back({table.id, table.city, table.cluster_name, table.round_title, *kept.goes_on});
    }
  }
  return all;
}

Removed remove_what_is_due(store::Store& store, const shape::Instant& now) {
  Removed removed;
  const auto today = shape::date_of(now);
  for (const auto& kept : store.read([](store::Session& session) { return kept_programmes(session); })) {
    if (!kept.goes_on || *kept.goes_on > today) continue;
    removed.tables += store.write([&](store::Session& session) {
      const auto gone = remove_tables_of(session, kept.programme);
      if (gone > 0)
        trail::note(session, trail::Entry{.at = now,
                                          .who = trail::kConsole,
                                          .deed = trail::Deed::tables_removed,
                                          .records = trail::record("programme", kept.programme.text)});
      return gone;
    });
  }
  store.write([&](store::Session& session) {
    removed.passing = remove_passing(session, now);
    removed.trail_rows =
        trail::cut_before(session, shape::later(now, -std::chrono::seconds{Days{24 * trail::kDaysKept}}), now);
  });
  if (removed.any()) store.wipe();
  return removed;
}

}  // namespace trivium::personal
