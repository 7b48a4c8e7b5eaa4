#include "api/together_page.hpp"

#include "access/sight.hpp"
#include "api/conversation_lines.hpp"
#include "api/fields.hpp"
#include "api/said_of.hpp"
#include "api/uses.hpp"
#include "triangle/cluster.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

constexpr std::size_t kMost = 4;  // people held against each other at once

struct Table {
  OpenTable open;
  std::map<std::string, triangle::Answer> answers;
};

// Sent tables of the round that the visitor may read.
std::vector<Table> readable(store::Session& session, const House& house, const triangle::Round& round,
                            const Asking& asking) {
  auto all = triangle::assessments_in(session, round.cluster);
  std::ranges::stable_sort(all, {}, &triangle::AssessmentInRound::manager);
  std::vector<Table> tables;
  for (const auto& table : all) {
    if (table.round != round.id || !table.sent_at) continue;
    // Asked first: who may not read it has not tried to, and the trail must not say so.
    if (access::permission(session, asking.visitor, table).sight != access::Sight::text) continue;
    auto open = open_table(session, house, table.id, asking);
    if (open) tables.push_back({std::move(*open), answers_by_task(session, table.id)});
  }
  return tables;
}

// Nothing is opened for it, so nobody's table counts as read.
std::vector<TogetherElsewhere> elsewhere(store::Session& session, const triangle::Round& here, const Asking& asking) {
  const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
  const auto tables = triangle::assessments_in(session, here.cluster);
  std::vector<TogetherElsewhere> found;
  for (const auto& round : triangle::rounds_of(session, here.cluster)) {
    if (round.id == here.id) continue;
    const auto comparable = std::ranges::count_if(tables, [&](const auto& table) {
      return table.round == round.id && table.sent_at && access::permission(who, table).sight == access::Sight::text;
    });
    if (comparable > 1) found.push_back({round.id, round.title, round.opened_on});
  }
  return found;
}

struct Comparing {
  const House& house;
  const std::string& language;
  const std::vector<const Table*>& chosen;

  TogetherTask operator()(const framework::Task& task, const fit::Divergence& found) const {
    const auto& texts = chosen.front()->open.texts;
    TogetherTask said{.task = task.id,
                      .title = texts.task(task.id).title,
                      .vertex = shape::named<triangle::Vertex>(task.vertex).value(),
                      .mark = task.mark(),
                      .apart = found.apart,
                      .answers = {},
                      .unsure = {},
                      .silent = {}};
    std::vector<std::string> unsure;
    std::vector<std::string> silent;
    for (const auto* table : chosen) {
      const auto answer = table->answers.find(task.id);
      const auto people = said_of(task, answer == table->answers.end() ? nullptr : &answer->second);
      if (!people.anything) {
        silent.push_back(table->open.table.manager);
        continue;
      }
      if (fit::does_not_know(people)) unsure.push_back(table->open.table.manager);
      auto words = in_words(task, *table, answer->second, people, found);
      if (found.apart != fit::Apart::close || !words.parts.empty()) said.answers.push_back(std::move(words));
    }
    if (!unsure.empty()) said.unsure = words::joined(language, unsure);
    if (!silent.empty()) said.silent = words::joined(language, silent);
    return said;
  }

 private:
  // Of an answer that differs: where it does. Of one that is close: what was not compared. Else all of it.
  TogetherAnswer in_words(const framework::Task& task, const Table& table, triangle::Answer answer,
                          const fit::Said& compared, const fit::Divergence& found) const {
    if (found.apart == fit::Apart::close) {
      for (const auto& part : compared.parts) answer.facets.erase(part.facet);
    } else {
      auto differing = shape::Json::object();
      for (const auto& facet : found.facets) {
        if (answer.facets.contains(facet)) differing[facet] = answer.facets[facet];
      }
      if (!differing.empty()) {
        answer.facets = std::move(differing);
        answer.notes.clear();
        answer.evidence.clear();
      }
    }
    auto words = InWords{task, table.open.texts, house.words, language}(answer);
    return {table.open.table.manager, table.open.table.id, answer.standing, std::move(words.parts), answer.language};
  }
};

struct Weighed {
  double weight;
  TogetherTask task;
};

void compare(TogetherPage& page, const House& house, const std::vector<const Table*>& chosen,
             const std::string& language) {
  const auto& framework = chosen.front()->open.framework;
  const Comparing comparing{house, language, chosen};
  std::vector<Weighed> agenda;
  for (const auto& use : uses(framework, house.guidance)) {
    const auto& task = *framework.task(use.task);
    std::vector<fit::Said> people;
    for (const auto* table : chosen) {
      const auto answer = table->answers.find(task.id);
      people.push_back(said_of(task, answer == table->answers.end() ? nullptr : &answer->second));
    }
    const auto found = fit::divergence(people);
    switch (found.apart) {
      case fit::Apart::nobody: ++page.nobody; break;
      case fit::Apart::only_one: page.alone.push_back(comparing(task, found)); break;
      case fit::Apart::not_known: page.not_known.push_back(comparing(task, found)); break;
      case fit::Apart::not_comparable: page.side_by_side.push_back(comparing(task, found)); break;
      case fit::Apart::close: page.close.push_back(comparing(task, found)); break;
      case fit::Apart::partly:
      case fit::Apart::far: {
        // What feeds the map weighs as much as five rules of guidance.
        const bool on_map = std::ranges::find(use.views, View::fit_map) != use.views.end();
        agenda.push_back({found.difference * (static_cast<double>(use.rules.size()) + (on_map ? 5 : 0) + 1),
                          comparing(task, found)});
      }
    }
  }
  std::ranges::stable_sort(agenda, std::ranges::greater{}, &Weighed::weight);
  for (auto& one : agenda) page.agenda.push_back(std::move(one.task));
  const auto far = std::ranges::count(page.agenda, fit::Apart::far, &TogetherTask::apart);
  page.counts = {.far = static_cast<int>(far),
                 .partly = static_cast<int>(page.agenda.size()) - static_cast<int>(far),
                 .close = static_cast<int>(page.close.size()),
                 .not_compared = static_cast<int>(page.side_by_side.size()),
                 .one_side = static_cast<int>(page.alone.size() + page.not_known.size())};
}

}  // namespace

Outcome<TogetherPage> ShowTogether::operator()(const AskTogether& given, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  return house.store.read([&](store::Session& session) -> Outcome<TogetherPage> {
    const auto of = round_of_cluster(session, given.round);
    const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
    if (!of || !access::sees_round(who, of->round.cluster, of->network)) return refuse(Why::not_found);
    const auto* round = &of->round;
    const auto cluster = triangle::cluster(session, round->cluster);
    TogetherPage page{};
    page.round = round->id;
    page.cluster = round->cluster;
    page.round_title = round->title;
    page.cluster_name = cluster->name;
    page.city = cluster->city;
    page.illustration = cluster->illustration;
    const auto own = triangle::assessment(session, round->id, asking.visitor->person);
    page.own_open = own && !own->sent_at;
    const auto tables = readable(session, house, *round, asking);
    page.open = tables.size() > 1;
    if (!page.open) page.elsewhere = elsewhere(session, *round, asking);
    page.choosing = tables.size() > kMost;
    std::vector<triangle::AssessmentInRound> shown;
    for (const auto& table : tables) shown.push_back(table.open.table);
    page.seen_by = seen_by_any(session, house, shown, asking);
    const auto wanted = given.with.value_or(std::vector<triangle::AssessmentId>{});
    if (!wanted.empty() && (wanted.size() < 2 || wanted.size() > kMost))
      return put_right("/with", "flaw.two_to_four", {});
    std::vector<const Table*> chosen;
    for (const auto& table : tables) {
      const bool named =
          wanted.empty() ? chosen.size() < kMost : std::ranges::find(wanted, table.open.table.id) != wanted.end();
      page.people.push_back({table.open.table.id, table.open.table.manager, named});
      if (named) chosen.push_back(&table);
    }
    if (chosen.size() > 1) compare(page, house, chosen, asking.language);
    return page;
  });
}

}  // namespace trivium::api
