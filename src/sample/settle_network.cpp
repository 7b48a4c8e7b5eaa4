#include "sample/settle_network.hpp"

#include "programme/coach_note.hpp"

namespace trivium::sample {
namespace {

void settle_programme(store::Session& session, const ToldProgramme& told, const programme::NetworkId& network,
                      const programme::ProgrammeId& id) {
  session.insert("programmes", programme::Programme{.id = id,
                                                    .network = network,
                                                    .title = told.title,
                                                    .most_managers = told.most_managers,
                                                    .opened_on = told.opened_on});
  for (auto step : told.steps) {
    step.programme = id;
    session.insert("programme_steps", step);
  }
}

void settle_conversation(store::Session& session, const ToldConversation& told, const triangle::Round& round,
                         const People& people) {
  const auto& with = people.at(told.with);
  const auto& first = told.remarks.front();
  programme::Conversation begun{.id = programme::ConversationId::fresh(),
                                .round = round.id,
                                .assessment = {},
                                .task = told.task,
                                .on_revision = told.task.empty() ? 0 : 1,
                                .with_person = with,
                                .heard = programme::Heard::coaches,
                                .begun_by = people.at(first.by),
                                .begun_at = first.at,
                                .resolved_at = {}};
  if (!told.task.empty()) begun.assessment = triangle::assessment(session, round.id, with).value().id;
  const auto id = programme::begin(session, begun, first.text);
  for (std::size_t at = 1; at < told.remarks.size(); ++at) {
    const auto& remark = told.remarks[at];
    programme::add(session, {.id = programme::RemarkId::fresh(),
                             .conversation = id,
                             .written_by = people.at(remark.by),
                             .written_at = remark.at,
                             .text = remark.text});
  }
  const auto& last = told.remarks.back();
  if (told.resolved) programme::resolve(session, id, last.at);
  if (!told.to_all) return;
  auto to_all = *told.to_all;
  to_all.conversation = id;
  to_all.programme = round.programme.value();
  to_all.told_by = people.at(last.by);
  (void)programme::tell_all(session, to_all);  // told once: cannot be stale
}

}  // namespace

access::PersonId settle_person(store::Session& session, const ToldPerson& told, const std::string& language,
                               const shape::Instant& now) {
  const auto id = access::PersonId::fresh();
  access::add(session, access::Person{.id = id,
                                      .name = told.name,
                                      .email = told.email,
                                      .password = {},
                                      .language = language,
                                      .hosts = false,
                                      .illustration = true,
                                      .created_at = now});
  return id;
}

Programmes settle_network(store::Session& session, const SampleCity::Story& story, const triangle::CityId& city,
                          const shape::Instant& now, People& people) {
  const auto network = programme::NetworkId::fresh();
  programme::add(session, {.id = network, .name = story.network.name, .illustration = true, .created_at = now});
  programme::add_city(session, network, city, now);
  for (const auto& told : story.network.people) {
    const auto person = settle_person(session, told.person, story.language, now);
    people.emplace(told.person.key, person);
    const bool of_the_city = told.role == access::Role::coach || told.role == access::Role::coordinator;
    access::give_role(session, {.id = access::RoleId::fresh(),
                                .person = person,
                                .role = told.role,
                                .network = network,
                                .city = of_the_city ? std::optional{city} : std::nullopt,
                                .since = now});
  }
  Programmes programmes;
  for (const auto& told : story.network.programmes) {
    const auto id = programme::ProgrammeId::fresh();
    settle_programme(session, told, network, id);
    programmes.emplace(told.key, id);
  }
  return programmes;
}

void settle_talk(store::Session& session, const ToldRound& told, const triangle::Round& round, const People& people) {
  if (told.visit) {
    auto plan = told.visit->plan;
    plan.round = round.id;
    plan.changed_by = people.at(told.visit->planned_by);
    (void)programme::plan(session, std::move(plan));  // the first plan cannot be stale
  }
  for (const auto& conversation : told.conversations) settle_conversation(session, conversation, round, people);
}

void settle_beside(store::Session& session, const ToldTable& told, const triangle::AssessmentId& table,
                   const People& people) {
  for (const auto& note : told.notes) {
    (void)programme::note(session, {.assessment = table,  // the first one cannot be stale
                                    .task = note.task,
                                    .text = note.remark.text,
                                    .revision = 0,
                                    .written_by = people.at(note.remark.by),
                                    .written_at = note.remark.at});
  }
  if (!told.closing) return;
  auto closing = *told.closing;
  closing.assessment = table;
  (void)triangle::save(session, closing);
  triangle::hand_in(session, table, closing.written_at);
}

}  // namespace trivium::sample
