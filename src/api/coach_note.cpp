#include "api/coach_note.hpp"

#include "api/noted.hpp"
#include "api/typed_text.hpp"

namespace trivium::api {
namespace {

std::string address_after(const KeepNote& given, const triangle::RoundId& round) {
  if (given.then != ThenNote::visit) return "/assessments/" + given.assessment.text + "/tasks/" + given.task + "#said";
  const std::string visit = "/rounds/" + round.text + "/visit";
  const std::string item = given.item ? "&item=" + std::to_string(*given.item) : "";
  return visit + "?noted=" + given.assessment.text + "&task=" + given.task + item + "#said";
}

}  // namespace

Outcome<Done<KeptNote>> KeepOneNote::operator()(const KeepNote& given, const Asking& asking) const {
  return house.store.write([&](store::Session& session) -> Outcome<Done<KeptNote>> {
    const auto open = open_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    if (open->framework.task(given.task) == nullptr) return refuse(Why::not_found);
    const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
    if (!access::reads_notes(who, open->table)) return refuse(Why::not_yours);
    shape::Flaws flaws;
    programme::CoachNote typed{.assessment = given.assessment,
                               .task = given.task,
                               .text = text_if_any(given.note, kLongestNote, "/note", flaws),
                               .revision = given.note_revision,
                               .written_by = asking.visitor->person,
                               .written_at = asking.now};
    if (!flaws.empty()) return put_right(std::move(flaws));
    const auto kept = programme::note(session, std::move(typed));
    if (!kept) {
      const auto& now = kept.error();
      return std::unexpected{
          Refusal{.why = Why::stale, .flaws = {}, .conflict = now ? shape::to_json(*now) : shape::Json{}}};
    }
    const bool nothing = kept->text.empty() && kept->revision == given.note_revision;
    if (!nothing)
      note(session, asking, Deed::note_kept, record("assessment", given.assessment.text), open->table.person);
    return Done<KeptNote>{.record = {kept->revision},
                          .go_to = address_after(given, open->table.round),
                          .notice = nothing              ? "notice.note_nothing"
                                    : kept->text.empty() ? "notice.note_taken_back"
                                                         : "notice.note_kept"};
  });
}

std::optional<NoteOfCoaches> note_of_coaches(store::Session& session, const OpenTable& open, const std::string& task,
                                             const Asking& asking) {
  const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
  if (!access::reads_notes(who, open.table)) return std::nullopt;
  const auto note = programme::note_on(session, open.table.id, task);
  if (!note) return NoteOfCoaches{};
  note_read(asking, Deed::note_read, note->written_by, record("assessment", open.table.id.text));
  return NoteOfCoaches{
      .text = note->text, .revision = note->revision, .by = access::person(session, note->written_by)->name};
}

}  // namespace trivium::api
