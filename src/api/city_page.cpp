#include "api/city_page.hpp"

#include "access/sight.hpp"
#include "access/stands_for.hpp"
#include "api/noted.hpp"
#include "api/open_table.hpp"
#include "api/written_length.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

class CityReader {
 public:
  CityReader(store::Session& session, const House& house, const Asking& asking, const programme::Programme& programme)
      : session_{session},
        house_{house},
        asking_{asking},
        programme_{programme},
        who_{access::asker(session, asking.visitor->person, asking.visitor->hosts)} {}

  CityPage page(const triangle::City& city) {
    CityPage page{};
    page.programme = programme_.id;
    page.city = city.id;
    page.city_name = city.name;
    page.programme_title = programme_.title;
    for (const auto& person : access::people_of(session_, programme_.network)) {
      if (person.city == city.id) page.people.push_back({person.name, person.role, city.name, {}, false});
    }
    std::map<std::string, std::string> names;
    std::map<std::string, std::vector<access::StandsFor>> stand;  // by cluster
    for (const auto& cluster : programme::clusters_in(session_, programme_.id)) {
      if (cluster.city != city.id) continue;
      names[cluster.cluster.text] = cluster.name;
      stand[cluster.cluster.text] = access::who_stands_for(session_, cluster.cluster);
      const bool talks = access::may_ask_coaches(who_, cluster.cluster, programme_.network) ||
                         access::coaches(who_, cluster.cluster, programme_.network);
      const bool visited =
          access::permission_of_visit(who_, cluster.cluster, programme_.network).sight != access::Sight::nothing;
      page.clusters.push_back({cluster.cluster, cluster.name, cluster.round, talks, 0, visited});
    }
    for (const auto& told : programme::managers_in(session_, programme_.id)) {
      if (told.city != city.id) continue;
      auto manager = line_of(told, names[told.cluster.text]);
      for (const auto& stands : stand[told.cluster.text]) {
        if (stands.person == told.person) manager.initiatives.push_back(stands.initiative_name);
      }
      if (manager.readable && page.headings.empty()) {
        page.headings = headings(*manager.readable);
        page.lengths = lengths();
      }
      if (told.sent_at) std::ranges::find(page.clusters, told.cluster, &CityCluster::cluster)->sent += 1;
      page.managers.push_back(std::move(manager));
    }
    const auto places = programme::room_in(session_, programme_, city.id, asking_.now);
    page.here = places.here;
    page.invited = places.invited;
    page.room = places.room;
    return page;
  }

 private:
  CityManager line_of(const programme::ManagerTakingPart& told, const std::string& cluster) {
    CityManager manager{.name = told.name,
                        .email = told.email,
                        .initiatives = {},
                        .cluster = told.cluster,
                        .cluster_name = cluster,
                        .state = triangle::AssessmentState::not_started,
                        .sent_at = told.sent_at,
                        .readable = {},
                        .tasks = {},
                        .handed_in_at = told.handed_in_at};
    if (!told.assessment) return manager;
    manager.state = told.sent_at ? triangle::AssessmentState::sent : triangle::AssessmentState::in_progress;
    const auto table = triangle::assessment(session_, *told.assessment);
    if (access::reads_closing(who_, *table, told.handed_in_at) && told.handed_in_at) manager.closing = table->id;
    if (!told.sent_at || access::permission(who_, *table).sight != access::Sight::text) return manager;
    manager.readable = table->id;
    note_read(asking_, Deed::states_read, told.person, record("assessment", table->id.text));
    const auto answers = answers_by_task(session_, table->id);
    for (const auto& task : house_.questions.version(table->question_set).tasks) {
      const auto answer = answers.find(task.id);
      const auto* said = answer == answers.end() ? nullptr : &answer->second;
      const auto state = triangle::state_of(said);
      const auto written = characters_written(task, said);
      manager.tasks.push_back({.task = task.id,
                               .mark = task.vertex + task.mark(),
                               .state = state,
                               .state_in_words = say("state." + std::string(shape::name_of(state))),
                               .characters = static_cast<int>(written),
                               .steps = steps_of(written),
                               .length_in_words = say("city.characters", written)});
    }
    return manager;
  }

  std::vector<TaskHeading> headings(const triangle::AssessmentId& id) {
    std::vector<TaskHeading> list;
    const auto open = open_table(session_, house_, id, unnoted(asking_));
    if (!open) return list;
    for (const auto& task : open->framework.tasks)
      list.push_back({task.vertex + task.mark(), open->texts.task(task.id).title});
    return list;
  }

  std::vector<LengthStep> lengths() {
    std::vector<LengthStep> list;
    for (const auto most : kLengths) list.push_back({steps_of(most), say("city.length_up_to", most)});
    list.push_back({steps_of(kLengths.back() + 1), say("city.length_over", kLengths.back())});
    return list;
  }

  std::string say(const std::string& key) { return house_.words.say(asking_.language, key); }
  std::string say(const std::string& key, std::size_t count) {
    return house_.words.say(asking_.language, key, {{"count", std::to_string(count)}});
  }

  store::Session& session_;
  const House& house_;
  const Asking& asking_;
  const programme::Programme& programme_;
  access::Asker who_;
};

}  // namespace

Outcome<CityPage> ShowCity::operator()(const CityAddress& given, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  return house.store.read([&](store::Session& session) -> Outcome<CityPage> {
    const auto programme = programme::programme(session, given.programme);
    if (!programme) return refuse(Why::not_found);
    const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
    if (access::sight_of_city(who, programme->network, given.city) == access::Sight::nothing)
      return refuse(Why::not_found);
    const auto cities = programme::cities_of(session, programme->network);
    const auto city = std::ranges::find(cities, given.city, &triangle::City::id);
    if (city == cities.end()) return refuse(Why::not_found);
    return CityReader{session, house, asking, *programme}.page(*city);
  });
}

}  // namespace trivium::api
