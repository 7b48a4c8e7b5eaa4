#include "sample/sample_city.hpp"

#include "access/stands_for.hpp"
#include "framework/problem_names.hpp"
#include "sample/settle_network.hpp"
#include "triangle/cluster.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace trivium::sample {
namespace {

void settle_table(store::Session& session, const ToldTable& told, const triangle::RoundId& round, const People& people,
                  const shape::Instant& started) {
  const auto& person = people.at(told.manager);
  const auto id = triangle::AssessmentId::fresh();
  std::optional<shape::Instant> sent;
  if (told.sent_on) sent = shape::Instant{told.sent_on->text + "T16:00:00.000Z"};
  triangle::add(session, triangle::Assessment{
                             .id = id,
                             .round = round,
                             .person = person,
                             .started_from = told.started_from,
                             .started_at = started,
                             .last_task = told.answers.empty() ? std::nullopt : std::optional{told.answers.back().task},
                             .sent_at = sent});
  const auto problems = std::ranges::find(told.answers, "A_sum", &triangle::Answer::task);
  for (auto answer : told.answers) {
    if (problems != told.answers.end()) framework::name_by_row(answer.facets, framework::problems_in(problems->facets));
    answer.assessment = id;
    answer.written_by = person;
    (void)triangle::save(session, std::move(answer));  // a first text cannot be stale
  }
  for (auto translation : told.translations) {
    translation.assessment = id;
    translation.written_by = person;
    (void)triangle::save(session, std::move(translation));
  }
  settle_beside(session, told, id, people);
}

using Initiatives = std::map<std::string, triangle::InitiativeId>;  // by key

Initiatives settle_initiatives(store::Session& session, const SampleCity::Story& story,
                               const triangle::ClusterId& cluster) {
  const auto morning = [](const shape::Date& day) { return shape::Instant{day.text + "T08:00:00.000Z"}; };
  Initiatives ids;
  for (const auto& told : story.initiatives) {
    const auto id = triangle::InitiativeId::fresh();
    triangle::add(
        session, triangle::Initiative{.id = id,
                                      .cluster = cluster,
                                      .name = told.name,
                                      .within = told.within.empty() ? std::nullopt : std::optional{ids.at(told.within)},
                                      .created_at = morning(told.since),
                                      .ended_at = told.until ? std::optional{morning(*told.until)} : std::nullopt});
    ids.emplace(told.key, id);
  }
  return ids;
}

// Adds them to the people there are.
void settle_managers(store::Session& session, const SampleCity::Story& story, const triangle::ClusterId& cluster,
                     const shape::Instant& now, People& people) {
  const auto initiatives = settle_initiatives(session, story, cluster);
  for (const auto& manager : story.managers) {
    const auto id = settle_person(session, manager.person, story.language, now);
    people.emplace(manager.person.key, id);
    const auto role = access::RoleId::fresh();
    access::give_role(session,
                      {.id = role, .person = id, .role = access::Role::manager, .cluster = cluster, .since = now});
    for (const auto& key : manager.stands_for) access::stand_for(session, role, initiatives.at(key));
  }
}

}  // namespace

std::expected<SampleCity, std::vector<std::string>> SampleCity::load(const std::filesystem::path& folder,
                                                                     const framework::QuestionSets& questions) {
  SampleCity sample;
  sample.question_set_ = questions.newest().version;
  std::vector<std::string> faults;
  std::error_code trouble;
  for (const auto& entry : std::filesystem::directory_iterator{folder, trouble}) {
    // san-sebastian.en.yaml: the language is what stands before the last dot.
    if (entry.path().extension() != ".yaml") continue;
    const std::string language = entry.path().stem().extension().string().substr(1);
    auto story = read_story(entry.path(), language, questions.newest());
    if (story) sample.stories_.emplace(language, std::make_shared<const Story>(std::move(*story)));
    else faults.insert(faults.end(), story.error().begin(), story.error().end());
  }
  if (faults.empty() && !sample.stories_.contains("en"))
    faults.push_back(fmt::format("{}: there is no sample city in English", folder.string()));
  if (!faults.empty()) return std::unexpected{std::move(faults)};
  return sample;
}

access::PersonId SampleCity::settle(store::Session& session, const std::string& language,
                                    const shape::Instant& now) const {
  if (const auto there = access::illustrated_people(session); !there.empty()) return there.front().id;
  auto told = stories_.find(language);
  if (told == stories_.end()) told = stories_.find("en");
  const Story& story = *told->second;
  const triangle::Cluster cluster{.id = triangle::ClusterId::fresh(),
                                  .city = triangle::city_named(session, story.city, story.country, story.zone),
                                  .name = story.cluster,
                                  .illustration = true,
                                  .created_at = now};
  triangle::add(session, cluster);
  People people;
  settle_managers(session, story, cluster.id, now, people);
  const auto programmes = settle_network(session, story, cluster.city, now, people);
  if (story.numbers) {
    auto numbers = story.numbers->as_given;
    numbers.cluster = cluster.id;
    numbers.written_by = people.at(story.numbers->given_by);
    (void)triangle::keep(session, std::move(numbers));  // first ones cannot be stale
  }
  for (const auto& round : story.rounds) {
    const triangle::Round added{
        .id = triangle::RoundId::fresh(),
        .cluster = cluster.id,
        .title = round.title,
        .question_set = question_set_,
        .opened_on = round.opened_on,
        .send_by = round.send_by,
        .programme = round.programme.empty() ? std::nullopt : std::optional{programmes.at(round.programme)}};
    triangle::add(session, added);
    for (const auto& table : round.tables)
      settle_table(session, table, added.id, people, {round.opened_on.text + "T08:00:00.000Z"});
    settle_talk(session, round, added, people);
  }
  return people.at(story.managers.front().person.key);
}

void remove_sample_city(store::Session& session) {
  const std::string clusters = "(select id from clusters where illustration = 1)";
  const std::string rounds = "(select id from rounds where cluster in " + clusters + ")";
  const std::string tables = "(select id from assessments where round in " + rounds + ")";
  for (const std::string table : {"coach_notes", "closings", "translation_outcomes", "translations", "reasons", "links",
                                  "answer_versions", "answers", "looks"}) {
    session.run("delete from " + table + " where assessment in " + tables);
  }
  const std::string talks = "(select id from conversations where round in " + rounds + ")";
  const std::string networks = "(select id from networks where illustration = 1)";
  const std::string programmes = "(select id from programmes where network in " + networks + ")";
  session.run("delete from told_to_all where conversation in " + talks + " or programme in " + programmes);
  session.run("delete from remarks where conversation in " + talks);
  for (const std::string table : {"conversations", "visits", "assessments"}) {
    session.run("delete from " + table + " where round in " + rounds);
  }
  session.run("delete from initiatives_of_roles where initiative in (select id from initiatives where cluster in " +
              clusters + ")");
  for (const std::string table : {"rounds", "own_cases", "cluster_numbers", "invitations", "roles", "initiatives"}) {
    session.run("delete from " + table + " where cluster in " + clusters);
  }
  // A host may have taken a cluster that is real into it: its round stays, as one of no programme.
  session.run("update rounds set programme = null where programme in " + programmes);
  for (const std::string before : {"", "left:"})  // its number of days, and one it took back
    session.run("delete from retention where reach in (select '" + before + "' || id from networks where id in " +
                networks + ")");
  session.run("delete from programme_steps where programme in " + programmes);
  for (const std::string table : {"programmes", "network_cities", "invitations", "roles"}) {
    session.run("delete from " + table + " where network in " + networks);
  }
  session.run("delete from sessions where person in (select id from people where illustration = 1)");
  session.run("delete from people where illustration = 1");
  session.run("delete from clusters where illustration = 1");
  session.run("delete from networks where illustration = 1");
  session.run(
      "delete from cities where id not in (select city from clusters) and id not in (select city from network_cities)");
}

}  // namespace trivium::sample
