#include "api/open_table.hpp"

#include "api/noted.hpp"

#include <set>

namespace trivium::api {

Outcome<OpenTable> open_table(store::Session& session, const House& house, const triangle::AssessmentId& id,
                              const Asking& asking) {
  if (!asking.visitor) return refuse(Why::sign_in);
  auto table = triangle::assessment(session, id);
  if (!table) return refuse(Why::not_found);
  const auto given = access::permission(session, asking.visitor, *table);
  const bool reads = given.sight == access::Sight::text;
  note_read(asking, Deed::table_read, table->person, record("assessment", id.text),
            reads ? trail::Result::done : trail::Result::refused);
  if (!reads) return refuse(Why::not_found);
  const auto& framework = house.questions.version(table->question_set);
  const auto* texts = framework.in(asking.language);
  if (texts == nullptr) texts = framework.in("en");
  return OpenTable{std::move(*table), given, framework, *texts, asking.language};
}

Place place_of(const OpenTable& open) {
  return {.city = open.table.city,
          .cluster = open.table.cluster_name,
          .round = open.table.round_title,
          .manager = open.table.manager,
          .mine = open.permission.write,
          .illustration = open.table.illustration};
}

SeenBy seen_by(store::Session& session, const House& house, const OpenTable& open, bool once_sent) {
  auto names = access::other_readers(session, open.table, once_sent);
  if (names.empty()) return {.only_you = open.permission.write, .names = house.words.say(open.language, "seen_by.you")};
  // The owner first; a reader finds his own name among the others.
  names.insert(names.begin(),
               open.permission.write ? house.words.say(open.language, "seen_by.you") : open.table.manager);
  return {.only_you = false, .names = words::joined(open.language, names)};
}

SeenBy seen_by_any(store::Session& session, const House& house, const std::vector<triangle::AssessmentInRound>& tables,
                   const Asking& asking) {
  std::set<std::string> names;
  for (const auto& table : tables) {
    names.insert(table.manager);
    for (auto& name : access::other_readers(session, table)) names.insert(std::move(name));
  }
  names.erase(asking.visitor->name);
  std::vector<std::string> listed{house.words.say(asking.language, "seen_by.you")};
  listed.insert(listed.end(), names.begin(), names.end());
  return {.only_you = listed.size() == 1, .names = words::joined(asking.language, listed)};
}

std::vector<const framework::Task*> in_own_order(const OpenTable& open) {
  const std::string from{shape::name_of(open.table.started_from)};
  std::vector<const framework::Task*> order;
  std::vector<const framework::Task*> later;
  bool reached = false;
  for (const auto& task : open.framework.tasks) {
    reached = reached || task.vertex == from;
    (reached ? order : later).push_back(&task);
  }
  order.insert(order.end(), later.begin(), later.end());
  return order;
}

}  // namespace trivium::api
