#include "api/check_page.hpp"

#include "access/sight.hpp"
#include "api/fields.hpp"
#include "api/noted.hpp"

namespace trivium::api {

Outcome<CheckPage> ShowCheck::operator()(const TableAddress& given, const Asking& asking) const {
  return house.store.read([&](store::Session& session) -> Outcome<CheckPage> {
    const auto open = open_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    CheckPage page{};
    page.assessment = open->table.id;
    page.place = place_of(*open);
    page.state = triangle::state_of(open->table);
    page.sent_at = open->table.sent_at;
    const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
    page.may_send = open->permission.write && access::manages(who, open->table.cluster) && !open->table.sent_at;
    page.seen_by = seen_by(session, house, *open);
    page.seen_by_after = seen_by(session, house, *open, true);
    const auto answers = answers_by_task(session, open->table.id);
    for (const auto& task : open->framework.tasks) {
      if (page.groups.empty() || shape::name_of(page.groups.back().vertex) != task.vertex) {
        page.groups.push_back(
            {shape::named<triangle::Vertex>(task.vertex).value(), open->texts.vertex(task.vertex).name, {}});
      }
      const auto answer = answers.find(task.id);
      const bool provided = answer != answers.end() && !triangle::empty(answer->second);
      CheckRow row{.task = task.id,
                   .mark = task.mark(),
                   .title = open->texts.task(task.id).title,
                   .question = open->texts.task(task.id).question,
                   .state = triangle::state_of(answer == answers.end() ? nullptr : &answer->second),
                   .provided = provided,
                   .answer = {}};
      if (provided) row.answer = InWords{task, open->texts, house.words, open->language}(answer->second);
      page.gaps += provided ? 0 : 1;
      page.groups.back().rows.push_back(std::move(row));
    }
    return page;
  });
}

Outcome<Done<Noted>> SendOwnTable::operator()(const SendTable& given, const Asking& asking) const {
  return house.store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    const auto open = open_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
    if (!open->permission.write || !access::manages(who, open->table.cluster)) return refuse(Why::not_yours);
    triangle::send(session, given.assessment, asking.now);
    note(session, asking, Deed::table_sent, record("assessment", given.assessment.text), asking.visitor->person);
    // On to what the table says as a whole.
    return Done<Noted>{
        .record = {}, .go_to = "/assessments/" + given.assessment.text + "/fit", .notice = "notice.sent"};
  });
}

Outcome<DocumentsPage> ShowDocuments::operator()(const TableAddress& given, const Asking& asking) const {
  return house.store.read([&](store::Session& session) -> Outcome<DocumentsPage> {
    const auto open = open_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    return DocumentsPage{
        .assessment = open->table.id, .place = place_of(*open), .seen_by = seen_by(session, house, *open)};
  });
}

}  // namespace trivium::api
