#include "api/programme_page.hpp"

#include "access/sight.hpp"
#include "api/city_meant.hpp"
#include "api/noted.hpp"
#include "api/typed_text.hpp"
#include "programme/conversation.hpp"
#include "programme/visit.hpp"

#include <algorithm>
#include <set>

namespace trivium::api {
namespace {

constexpr std::size_t kLongestInstructions = 5000;

struct OpenProgrammeOf {
  programme::Programme programme;
  access::Asker who;
  access::Permission permission;
};

// A programme of a network the reader stands in; for all others there is none.
Outcome<OpenProgrammeOf> open_programme(store::Session& session, const ProgrammeId& id, const Asking& asking) {
  if (!asking.visitor) return refuse(Why::sign_in);
  auto found = programme::programme(session, id);
  if (!found) return refuse(Why::not_found);
  auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
  const auto given = access::permission(who, found->network);
  if (given.sight == access::Sight::nothing) return refuse(Why::not_found);
  return OpenProgrammeOf{std::move(*found), std::move(who), given};
}

std::string usual(const House& house, const Asking& asking, int step, const std::string& what) {
  return house.words.say(asking.language, "programme.step." + std::to_string(step) + "." + what);
}

std::optional<int> step_number(const std::string& typed) {
  if (typed.size() != 1 || typed[0] < '1' || typed[0] > '0' + programme::kSteps) return std::nullopt;
  return typed[0] - '0';
}

void add_round(store::Session& session, const triangle::RoundId& round, CityLine& line) {
  line.clusters += 1;
  const auto planned = programme::visit(session, round);
  line.with_day += planned && planned->on_day ? 1 : 0;
  for (const auto& talk : programme::conversations_of(session, round)) line.questions += talk.resolved_at ? 0 : 1;
}

// Cities of the network with at least the numbers of those who take part.
std::vector<CityLine> city_lines(store::Session& session, const OpenProgrammeOf& open) {
  const auto managers = programme::managers_in(session, open.programme.id);
  const auto clusters = programme::clusters_in(session, open.programme.id);
  std::vector<CityLine> lines;
  for (const auto& city : programme::cities_of(session, open.programme.network)) {
    const bool opens = access::sight_of_city(open.who, open.programme.network, city.id) != access::Sight::nothing;
    if (!opens && !access::sees_all_cities(open.who, open.programme.network)) continue;
    CityLine line{.city = city.id,
                  .name = city.name,
                  .managers = 0,
                  .most_managers = open.programme.most_managers,
                  .tables = 0,
                  .begun = 0,
                  .questions = 0,
                  .sent = 0,
                  .clusters = 0,
                  .with_day = 0,
                  .handed_in = 0,
                  .opens = opens};
    std::set<std::string> people;
    for (const auto& manager : managers) {
      if (manager.city != city.id) continue;
      people.insert(manager.person.text);
      line.tables += 1;
      line.begun += manager.assessment ? 1 : 0;
      line.sent += manager.sent_at ? 1 : 0;
      line.handed_in += manager.handed_in_at ? 1 : 0;
    }
    line.managers = static_cast<int>(people.size());
    for (const auto& cluster : clusters) {
      if (cluster.city == city.id) add_round(session, cluster.round, line);
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

// Beside each step what is due to the reader in it.
void add_own(store::Session& session, const OpenProgrammeOf& open, const Asking& asking, ProgrammePage& page) {
  auto owed = access::deadlines_of(session, open.who, shape::date_of(asking.now), access::Over::kept);
  std::erase_if(owed, [&](const auto& one) { return one.programme != open.programme.id; });
  for (auto& line : deadline_lines(owed)) {
    for (auto& step : page.steps) {
      if (step.step == line.step) step.mine.push_back(line);
    }
  }
}

// Clusters that do not take part yet, of those the reader arranges.
std::vector<ClusterChoice> may_take_in(store::Session& session, const OpenProgrammeOf& open) {
  std::vector<ClusterChoice> choices;
  const auto there = programme::clusters_in(session, open.programme.id);
  for (const auto& cluster : triangle::clusters(session)) {
    if (cluster.illustration || !access::permission(open.who, cluster.id).write) continue;
    if (std::ranges::find(there, cluster.id, &programme::ClusterTakingPart::cluster) != there.end()) continue;
    choices.push_back({cluster.id, cluster.city, cluster.name});
  }
  return choices;
}

// The cluster that is meant: one there is, or a new one in a city of the network.
std::optional<triangle::ClusterId> meant(store::Session& session, const TakeInCluster& given,
                                         const OpenProgrammeOf& open, const Asking& asking, shape::Flaws& flaws) {
  if (given.cluster && !given.cluster->empty()) {
    const auto choices = may_take_in(session, open);
    triangle::ClusterId wanted{*given.cluster};
    if (std::ranges::find(choices, wanted, &ClusterChoice::cluster) != choices.end()) return wanted;
    flaws.push_back({"/cluster", "flaw.unknown_choice", {}});
    return std::nullopt;
  }
  const CityId city{given.in_city.value_or("")};
  const auto cities = programme::cities_of(session, open.programme.network);
  if (std::ranges::find(cities, city, &triangle::City::id) == cities.end())
    flaws.push_back({"/in_city", city.text.empty() ? "flaw.which_city" : "flaw.unknown_choice", {}});
  const std::string name = line_of_text(given.name.value_or(""), "/name", flaws);
  if (flaws.empty()) check_cluster_name(session, city, name, {}, "/name", flaws);
  // Whoever cannot choose it here has to be told who can.
  for (auto& flaw : flaws)
    if (flaw.key == "flaw.cluster_there" && !open.who.hosts) flaw.key = "flaw.cluster_there_take_in";
  if (!flaws.empty()) return std::nullopt;
  const triangle::Cluster made{
      .id = triangle::ClusterId::fresh(), .city = city, .name = name, .illustration = false, .created_at = asking.now};
  triangle::add(session, made);
  return made.id;
}

// A cluster may bring more managers along than there is room for in its city.
std::optional<shape::Flaw> too_many(store::Session& session, const programme::Programme& programme,
                                    const triangle::ClusterId& cluster) {
  const auto where = triangle::cluster(session, cluster).value();
  std::set<std::string> people;
  for (const auto& manager : programme::managers_in(session, programme.id)) {
    if (manager.city == where.city_id) people.insert(manager.person.text);
  }
  if (people.size() <= static_cast<std::size_t>(programme.most_managers)) return std::nullopt;
  return shape::Flaw{
      "/cluster",
      "flaw.no_room_for_managers",
      {{"city", where.city}, {"programme", programme.title}, {"most", fmt::to_string(programme.most_managers)}}};
}

}  // namespace

std::vector<StepLine> step_lines(store::Session& session, const House& house, const ProgrammeId& programme,
                                 const Asking& asking) {
  const auto today = shape::date_of(asking.now);
  std::vector<StepLine> lines;
  bool now_is_told = false;
  for (auto& step : programme::steps_of(session, programme)) {
    const auto last = programme::last_day(step.due, step.due_on);
    StepLine line{
        .step = step.step,
        .title = step.title.empty() ? usual(house, asking, step.step, "title") : step.title,
        .instructions = step.instructions.empty() ? usual(house, asking, step.step, "instructions") : step.instructions,
        .due = step.due,
        .due_on = step.due_on,
        .last_day = last,
        .days_left = {},
        .deliverable = step.deliverable,
        .state = StepState::over,
        .revision = step.revision};
    if (last >= today) {
      line.days_left = shape::days_between(today, last);
      line.state = now_is_told ? StepState::ahead : StepState::now;
      now_is_told = true;
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

Outcome<ProgrammePage> ShowProgramme::operator()(const ProgrammeAddress& given, const Asking& asking) const {
  return house.store.read([&](store::Session& session) -> Outcome<ProgrammePage> {
    const auto open = open_programme(session, given.programme, asking);
    if (!open) return std::unexpected{open.error()};
    ProgrammePage page{};
    page.programme = open->programme.id;
    page.network = open->programme.network;
    page.network_name = programme::network(session, page.network)->name;
    page.title = open->programme.title;
    page.section = house.programme.section;
    page.arranges = open->permission.write;
    page.steps = step_lines(session, house, page.programme, asking);
    add_own(session, *open, asking, page);
    page.cities = city_lines(session, *open);
    if (page.arranges) {
      page.may_take_in = may_take_in(session, *open);
      for (const auto& city : programme::cities_of(session, page.network))
        page.network_cities.push_back({city.id, city.name, city.country, {}});
    }
    return page;
  });
}

Outcome<StepPage> ShowStep::operator()(const StepAddress& given, const Asking& asking) const {
  return house.store.read([&](store::Session& session) -> Outcome<StepPage> {
    const auto open = open_programme(session, given.programme, asking);
    if (!open) return std::unexpected{open.error()};
    if (!open->permission.write) return refuse(Why::not_yours);
    const auto stored = programme::steps_of(session, given.programme);
    const auto number = step_number(given.step);
    if (!number) return refuse(Why::not_found);
    const auto at = static_cast<std::size_t>(*number - 1);
    return StepPage{.programme = given.programme,
                    .programme_title = open->programme.title,
                    .line = step_lines(session, house, given.programme, asking).at(at),
                    .usual_title = usual(house, asking, *number, "title"),
                    .usual_instructions = usual(house, asking, *number, "instructions"),
                    .title = stored.at(at).title,
                    .instructions = stored.at(at).instructions,
                    .due = stored.at(at).due,
                    .due_on = stored.at(at).due_on,
                    .deliverable = stored.at(at).deliverable,
                    .revision = stored.at(at).revision};
  });
}

Outcome<Done<Noted>> ChangeOneStep::operator()(const ChangeStep& given, const Asking& asking) const {
  return house.store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    const auto open = open_programme(session, given.programme, asking);
    if (!open) return std::unexpected{open.error()};
    if (!open->permission.write) return refuse(Why::not_yours);
    const auto number = step_number(given.step);
    if (!number) return refuse(Why::not_found);
    shape::Flaws flaws;
    programme::Step step{.programme = given.programme,
                         .step = *number,
                         .due = given.due,
                         .due_on = given.due_on,
                         .deliverable = {},
                         .title = line_of_text_if_any(given.title, "/title", flaws),
                         .instructions = text_if_any(given.instructions, kLongestInstructions, "/instructions", flaws),
                         .revision = given.revision,
                         .changed_at = asking.now};
    const auto steps = programme::steps_of(session, given.programme);
    const auto at = static_cast<std::size_t>(*number - 1);
    step.deliverable = given.deliverable.value_or(steps[at].deliverable);
    const auto last = programme::last_day(given.due, given.due_on);
    if (at > 0 && last < programme::last_day(steps[at - 1].due, steps[at - 1].due_on))
      flaws.push_back({"/due_on", "flaw.step_before_last", {}});
    if (at + 1 < steps.size() && last > programme::last_day(steps[at + 1].due, steps[at + 1].due_on))
      flaws.push_back({"/due_on", "flaw.step_after_next", {}});
    if (!flaws.empty()) return put_right(std::move(flaws));
    if (const auto changed = programme::change(session, std::move(step)); !changed)
      return std::unexpected{
          Refusal{.why = Why::stale, .flaws = {}, .conflict = shape::to_json(changed.error().stored)}};
    note(session, asking, Deed::step_changed,
         record("programme", given.programme.text) + " " + record("step", std::to_string(*number)));
    return Done<Noted>{.record = {}, .go_to = "/programmes/" + given.programme.text, .notice = "notice.step_changed"};
  });
}

Outcome<Done<Noted>> TakeClusterIn::operator()(const TakeInCluster& given, const Asking& asking) const {
  return house.store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    const auto open = open_programme(session, given.programme, asking);
    if (!open) return std::unexpected{open.error()};
    if (!open->permission.write) return refuse(Why::not_yours);
    shape::Flaws flaws;
    const auto cluster = meant(session, given, *open, asking, flaws);
    if (!cluster) return put_right(std::move(flaws));
    if (!programme::take_in(session, open->programme, *cluster, house.questions.newest().version, asking.now))
      return put_right("/cluster", "flaw.already_takes_part");
    if (auto flaw = too_many(session, open->programme, *cluster)) return put_right({*flaw});
    note(session, asking, Deed::cluster_taken_in,
         record("programme", given.programme.text) + " " + record("cluster", cluster->text));
    return Done<Noted>{.record = {}, .go_to = "/clusters/" + cluster->text, .notice = "notice.cluster_taken_in"};
  });
}

}  // namespace trivium::api
