#include "api/calendar_events.hpp"

#include "access/roles_in.hpp"
#include "api/letters.hpp"
#include "programme/visit.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace trivium::api {
namespace {

using access::ClusterId;
using access::OwnDeadline;
using calendar::Event;

// From the first to the last time a timetable names; an hour where it names one. Nothing where it names none.
std::optional<calendar::Hours> hours_of(const std::string& timetable) {
  std::vector<std::string> times;
  for (const auto& line : programme::timetable_of(timetable)) {
    if (!line.at.empty()) times.push_back(line.at);
  }
  if (times.empty()) return std::nullopt;
  const auto [first, last] = std::ranges::minmax(times);
  if (first != last) return calendar::Hours{first, last};
  const int hour = std::stoi(first.substr(0, 2));
  return calendar::Hours{first, hour == 23 ? std::string{"23:59"} : fmt::format("{:02}{}", hour + 1, first.substr(2))};
}

class Events {
 public:
  Events(store::Session& session, const House& house, const access::Asker& who, const std::string& language,
         const std::string& public_address, const shape::Date& today)
      : session_{session},
        house_{house},
        who_{who},
        language_{language},
        public_address_{public_address},
        owed_{access::deadlines_of(session, who, today, access::Over::kept)} {}

  std::vector<Event> all() {
    for (const auto& programme : programmes()) add_steps(programme);
    for (const auto& cluster : clusters()) {
      for (const auto& round : triangle::rounds_of(session_, cluster)) add_round(round);
    }
    std::ranges::stable_sort(events_, {}, [](const Event& event) { return event.day; });
    return std::move(events_);
  }

 private:
  [[nodiscard]] std::string say(const std::string& key, const words::Args& args = {}) const {
    return house_.words.say(language_, key, args);
  }

  [[nodiscard]] std::vector<ClusterId> clusters() const {
    std::vector<ClusterId> all;
    for (const auto& held : who_.roles) {
      if (held.cluster && std::ranges::find(all, *held.cluster) == all.end()) all.push_back(*held.cluster);
    }
    return all;
  }

  // Those of one's own networks, and those one's own clusters take part in.
  [[nodiscard]] std::vector<programme::Programme> programmes() const {
    std::vector<programme::Programme> all;
    std::vector<triangle::NetworkId> seen;
    for (const auto& stands : who_.networks) {
      if (std::ranges::find(seen, stands.network) != seen.end()) continue;
      seen.push_back(stands.network);
      if (access::permission(who_, stands.network).sight == access::Sight::nothing) continue;
      for (auto& programme : programme::programmes_of(session_, stands.network)) {
        if (takes_part(programme)) all.push_back(std::move(programme));
      }
    }
    return all;
  }

  [[nodiscard]] bool takes_part(const programme::Programme& programme) const {
    const bool in_network =
        std::ranges::any_of(who_.roles, [&](const auto& held) { return held.network == programme.network; });
    return in_network || std::ranges::any_of(programme::clusters_in(session_, programme.id), [&](const auto& cluster) {
             return !access::roles_in(who_, cluster.cluster, programme.network).empty();
           });
  }

  void add_steps(const programme::Programme& programme) {
    for (const auto& step : programme::steps_of(session_, programme.id)) {
      const auto last = programme::last_day(step.due, step.due_on);
      const std::string title =
          step.title.empty() ? say(fmt::format("programme.step.{}.title", step.step)) : step.title;
      const auto mine = owed_at(programme.id, step.step);
      const std::string what =
          mine.empty() ? title : say("duty." + std::string{shape::name_of(mine.front().deadline.duty)});
      events_.push_back({.uid = fmt::format("step-{}-{}@trivium", programme.id.text, step.step),
                         .sequence = step.revision - 1,
                         .changed_at = step.changed_at,
                         .summary = say("calendar.summary", {{"what", what}, {"title", programme.title}}),
                         .description = described(title, step, mine),
                         .url = public_address_ + "/programmes/" + programme.id.text,
                         .day = last});
    }
  }

  [[nodiscard]] std::vector<OwnDeadline> owed_at(const triangle::ProgrammeId& programme, int step) const {
    std::vector<OwnDeadline> mine;
    std::ranges::copy_if(owed_, std::back_inserter(mine), [&](const OwnDeadline& one) {
      return one.programme == programme && one.deadline.step == step;
    });
    return mine;
  }

  [[nodiscard]] std::string described(const std::string& title, const programme::Step& step,
                                      const std::vector<OwnDeadline>& mine) const {
    std::string text = title + "\n" + in_words(house_.words, language_, step.due, step.due_on) + "\n";
    for (const auto& one : mine) text += in_words(house_.words, language_, one) + "\n";
    return shape::trimmed(text + "\n" +
                          (step.instructions.empty() ? say(fmt::format("programme.step.{}.instructions", step.step))
                                                     : step.instructions));
  }

  void add_round(const triangle::Round& round) {
    const auto programme = round.programme ? programme::programme(session_, *round.programme) : std::nullopt;
    const auto network = programme ? std::optional{programme->network} : std::nullopt;
    // The host may plan every visit, and has this one in the calendar only where a role of hers reaches it.
    if (access::roles_in(who_, round.cluster, network).empty()) return;
    if (access::permission_of_visit(who_, round.cluster, network).sight != access::Sight::nothing) add_visit(round);
    for (const auto& one : owed_) {
      if (one.round == round.id && !one.programme) add_table(round, one);
    }
  }

  void add_visit(const triangle::Round& round) {
    const auto planned = programme::visit(session_, round.id);
    if (!planned || !planned->on_day) return;
    const auto cluster = triangle::cluster(session_, round.cluster).value();
    auto hours = hours_of(planned->timetable);
    // Those who come from elsewhere read it on the clock of the city they come to.
    if (hours) hours->zone = triangle::city(session_, cluster.city_id)->zone;
    events_.push_back({.uid = fmt::format("visit-{}@trivium", round.id.text),
                       .sequence = planned->revision - 1,
                       .changed_at = planned->changed_at,
                       .summary = say("calendar.visit", {{"city", cluster.city}, {"cluster", cluster.name}}),
                       .description = planned->timetable,
                       .location = planned->place,
                       .url = public_address_ + "/rounds/" + round.id.text + "/visit",
                       .day = *planned->on_day,
                       .hours = std::move(hours)});
  }

  // Its day is never changed, so it stays the first of its kind.
  void add_table(const triangle::Round& round, const OwnDeadline& one) {
    events_.push_back({.uid = fmt::format("table-{}@trivium", round.id.text),
                       .sequence = 0,
                       .changed_at = {round.opened_on.text + "T00:00:00.000Z"},
                       .summary = say("calendar.summary", {{"what", say("duty.table")}, {"title", one.title}}),
                       .description = in_words(house_.words, language_, one),
                       .url = public_address_ + (one.assessment ? "/assessments/" + one.assessment->text : "/"),
                       .day = one.deadline.last_day});
  }

  store::Session& session_;
  const House& house_;
  const access::Asker& who_;
  const std::string& language_;
  const std::string& public_address_;
  std::vector<OwnDeadline> owed_;
  std::vector<Event> events_{};
};

}  // namespace

std::vector<Event> calendar_events(store::Session& session, const House& house, const access::Asker& who,
                                   const std::string& language, const std::string& public_address,
                                   const shape::Date& today) {
  return Events{session, house, who, language, public_address, today}.all();
}

}  // namespace trivium::api
