#include "api/start_page.hpp"

#include "access/sight.hpp"
#include "personal/retention.hpp"
#include "programme/network.hpp"
#include "triangle/cluster.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

std::optional<int> days_left(const std::optional<shape::Date>& send_by, const shape::Instant& now) {
  if (!send_by) return std::nullopt;
  return shape::days_between(shape::date_of(now), *send_by);
}

void add_tables(store::Session& session, const access::Asker& who, const Asking& asking, StartPage& page) {
  for (const auto& table : triangle::assessments_of(session, who.person)) {
    // Nothing is asked of whoever does not manage there any more.
    const auto send_by = access::manages(who, table.cluster) ? table.send_by : std::nullopt;
    page.mine.push_back({.assessment = table.id,
                         .city = table.city,
                         .cluster = table.cluster_name,
                         .round = table.round_title,
                         .state = triangle::state_of(table),
                         .send_by = send_by,
                         .days_left = days_left(send_by, asking.now)});
  }
  std::ranges::stable_sort(page.mine, {},
                           [](const MyTable& table) { return table.state == triangle::AssessmentState::sent; });
}

// What is owed in it is still asked for, however late.
bool owed(const std::vector<access::OwnDeadline>& owed, const triangle::RoundId& round) {
  return std::ranges::any_of(owed, [&](const access::OwnDeadline& one) {
    return one.round == round && !one.deadline.done && one.deadline.duty == access::Duty::table;
  });
}

void add_others(store::Session& session, const access::Asker& who, const shape::Date& today,
                const std::vector<access::OwnDeadline>& due, StartPage& page) {
  std::vector<triangle::ClusterId> seen;
  for (const auto& held : who.roles) {
    if (!held.cluster || std::ranges::find(seen, *held.cluster) != seen.end()) continue;
    seen.push_back(*held.cluster);
    for (const auto& table : triangle::assessments_in(session, *held.cluster)) {
      if (table.person == who.person || access::permission(who, table).sight != access::Sight::text) continue;
      page.to_read.push_back(
          {table.id, table.city, table.cluster_name, table.round_title, table.manager, table.sent_at});
    }
  }
  std::ranges::stable_sort(page.to_read, std::ranges::greater{}, [](const TableToRead& table) {
    return table.sent_at ? table.sent_at->text : std::string{};
  });
  for (const auto& held : who.roles) {
    if (held.role != access::Role::manager) continue;
    const auto cluster = triangle::cluster(session, *held.cluster);
    const auto rounds = triangle::rounds_of(session, *held.cluster);
    if (!cluster || rounds.empty()) continue;
    // The newest, and those before it whose day is still to come or whose table is owed; none whose tables are removed.
    for (const auto& round : rounds) {
      const bool open =
          round.id == rounds.front().id || (round.send_by && *round.send_by >= today) || owed(due, round.id);
      if (!open || personal::removes_tables_of(session, round, today) ||
          triangle::assessment(session, round.id, who.person))
        continue;
      page.to_start.push_back({round.id, cluster->city, cluster->name, round.title, round.send_by});
    }
  }
}

PartHere part_of(store::Session& session, const access::RoleHeld& held) {
  if (held.cluster) {
    const auto cluster = triangle::cluster(session, *held.cluster);
    return {held.role, cluster->city + " · " + cluster->name, "/clusters/" + held.cluster->text};
  }
  auto place = programme::network(session, *held.network)->name;
  if (held.city) place += " · " + triangle::city(session, *held.city)->name;
  return {held.role, std::move(place), "/networks/" + held.network->text};
}

void add_parts(store::Session& session, const access::PersonId& person, StartPage& page) {
  page.manages = !page.mine.empty();
  for (const auto& held : access::roles_of(session, person)) {
    if (held.role == access::Role::manager) page.manages = true;
    else page.parts.push_back(part_of(session, held));
  }
  page.no_part = !page.manages && !page.hosts && page.parts.empty();
}

}  // namespace

Outcome<StartPage> ShowStart::operator()(const Nothing& /*nothing*/, const Asking& asking) const {
  return house.store.read([&](store::Session& session) {
    StartPage page{};
    page.signed_in = asking.visitor.has_value();
    page.hosts = page.signed_in && asking.visitor->hosts;
    for (const auto& person : access::illustrated_people(session)) {
      const auto held = access::roles_of(session, person.id);
      if (held.empty()) continue;  // a host may have ended it
      page.sample_people.push_back({person.id, person.name, held.front().role});
      if (person.language != asking.language) page.sample_only_in = person.language;
    }
    page.sample = !page.sample_people.empty();
    page.fresh = !access::anybody_hosts(session);
    if (page.signed_in) {
      page.going = personal::going(session, asking.visitor->person, shape::date_of(asking.now));
      page.handed_over = access::handed_over_by(session, asking.visitor->person);
      page.taken_out = personal::taken_out(session, asking.visitor->person, asking.now);
      const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
      add_tables(session, who, asking, page);
      add_parts(session, asking.visitor->person, page);
      const auto today = shape::date_of(asking.now);
      const auto due = access::deadlines_of(session, who, today, access::Over::left_out);
      page.due = deadline_lines(due);
      std::ranges::stable_partition(page.due, [](const DeadlineLine& one) { return !one.done; });
      page.waiting = waiting_for(session, house, asking, who);
      add_others(session, who, today, due, page);
    }
    return page;
  });
}

}  // namespace trivium::api
