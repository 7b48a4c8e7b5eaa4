#include "api/fields.hpp"
#include "api/noted.hpp"
#include "api/rows_in.hpp"
#include "api/word_answer.hpp"
#include "api/word_page.hpp"
#include "api/word_preview.hpp"
#include "shape/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace trivium::api {
namespace {

std::string pointer_of(std::size_t index, const char* member) { return fmt::format("/changes/{}/{}", index, member); }

// Under the pointers of the form, which may leave numbers out.
std::vector<std::pair<std::string, const shape::Json*>> typed_list(const shape::Json& typed, const char* member) {
  std::vector<std::pair<std::string, const shape::Json*>> list;
  const auto found = typed.find(member);
  if (found == typed.end()) return list;
  for (const auto& [key, one] : found->items()) list.emplace_back(key, &one);
  std::ranges::stable_sort(list, {}, [](const auto& one) { return std::pair{one.first.size(), one.first}; });
  return list;
}

// One answer with all that was chosen for it.
class Taking {
 public:
  Taking(store::Session& session, const House& house, const OpenTable& open, const TakeWord& given)
      : preview_{session, house, open, given.from, given.document_language},
        house_{house},
        open_{open},
        given_{given} {}

  // By task, as they would be saved.
  std::map<std::string, triangle::Answer> answers;
  shape::Flaws flaws;
  WordConflict stale{};
  int taken = 0;

  void all() {
    for (std::size_t i = 0; i < given_.changes.size(); ++i) one(i);
  }

 private:
  void one(std::size_t i) {
    const WordChosen& chosen = given_.changes[i];
    const auto* task = open_.framework.task(chosen.task);
    const auto key = task == nullptr ? std::nullopt : word_key(*task, chosen.field);
    if (!key) {
      flaws.push_back({pointer_of(i, "field"), "flaw.unknown_task", {{"task", chosen.task}}});
      return;
    }
    if (!chosen.pick) {
      flaws.push_back({pointer_of(i, "pick"), "flaw.word_choose", {{"task", task->vertex + task->mark()}}});
      return;
    }
    const auto* stored = preview_.here(chosen.task);
    if (chosen.revision != (stored == nullptr ? 0 : stored->revision)) {
      saved_since(*task, stored);
      return;
    }
    if (*chosen.pick == WordPick::here) return;
    auto& answer = answers.try_emplace(chosen.task, begun(chosen.task, stored)).first->second;
    const std::string text = *chosen.pick == WordPick::written
                                 ? preview_.text_before(*task, chosen.written, chosen.field)
                                 : shape::with_plain_line_ends(chosen.text);
    if (auto flaw = put_into(answer, preview_.in_document(*task), *key, text))
      flaws.push_back({pointer_of(i, "pick"), flaw->key, flaw->args});
    else ++taken;
  }

  void saved_since(const framework::Task& task, const triangle::Answer* stored) {
    if (std::ranges::find(stale.answers, task.id, &WordStale::task) != stale.answers.end()) return;
    WordStale one{.task = task.id, .stored = {}, .revision = 0};
    if (stored != nullptr) {
      one.stored = InWords{task, open_.texts, house_.words, open_.language}(*stored);
      one.revision = stored->revision;
    }
    stale.answers.push_back(std::move(one));
  }

  triangle::Answer begun(const std::string& task, const triangle::Answer* stored) const {
    return stored != nullptr ? *stored : preview_.blank(task);
  }

  WordPreview preview_;
  const House& house_;
  const OpenTable& open_;
  const TakeWord& given_;
};

}  // namespace

Outcome<Done<WordTaken>> TakeFromWord::operator()(const TakeWord& given, const Asking& asking) const {
  return house.store.write([&](store::Session& session) -> Outcome<Done<WordTaken>> {
    const auto open = open_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    if (!open->permission.write) return refuse(Why::not_yours);
    Taking taking{session, house, *open, given};
    taking.all();
    if (!taking.stale.answers.empty())
      return std::unexpected{Refusal{.why = Why::stale, .flaws = {}, .conflict = shape::to_json(taking.stale)}};
    if (!taking.flaws.empty()) return put_right(std::move(taking.flaws));
    WordTaken done{.taken = taking.taken, .answers = 0};
    for (auto& [task, answer] : taking.answers) {
      settle_standing(answer);
      answer.written_by = open->table.person;
      answer.written_at = asking.now;
      if (!keep_answer(session, std::move(answer))) return refuse(Why::stale);
      ++done.answers;
    }
    if (done.answers > 0)
      note(session, asking, Deed::table_imported, record("assessment", given.assessment.text), open->table.person);
    return Done<WordTaken>{.record = done,
                           .go_to = "/assessments/" + given.assessment.text + "/table",
                           .notice = done.taken > 0 ? "notice.word_taken" : "notice.word_nothing"};
  });
}

Outcome<WordPage> ShowWordAsChosen::operator()(const shape::Json& typed, const Refusal& refusal,
                                               const Asking& asking) const {
  return house.store.read([&](store::Session& session) -> Outcome<WordPage> {
    const triangle::AssessmentId id{text_in(typed, "assessment")};
    const auto open = open_table(session, house, id, asking);
    if (!open) return std::unexpected{open.error()};
    if (!open->permission.write) return refuse(Why::not_yours);
    WordPreview preview{session, house, *open, text_in(typed, "from"), text_in(typed, "document_language")};
    preview.page.stale = refusal.why == Why::stale;
    preview.page.chosen = true;
    // The document is gone; what of it cannot be taken over lies in the form.
    for (const auto& [key, one] : typed_list(typed, "left")) {
      if (const auto untaken = shape::read<WordStillLeft>(*one, shape::Wire::form)) preview.leave_again(*untaken);
    }
    for (const auto& [key, one] : typed_list(typed, "remarks")) {
      if (one->is_string()) preview.page.remarks.push_back(one->get<std::string>());
    }
    for (const auto& [key, one] : typed_list(typed, "changes")) {
      const auto chosen = shape::read<WordChosen>(*one, shape::Wire::form);
      if (!chosen) continue;
      const auto* stored = preview.here(chosen->task);
      // What was chosen over a text that is not there any more has to be chosen again.
      const bool as_seen = chosen->revision == (stored == nullptr ? 0 : stored->revision);
      preview.propose({.task = chosen->task,
                       .field = chosen->field,
                       .text = shape::with_plain_line_ends(chosen->text),
                       .written = chosen->written,
                       .pick = as_seen ? chosen->pick : std::nullopt},
                      !preview.page.stale);
      if (preview.page.changes.empty()) continue;
      for (const auto& flaw : refusal.flaws) {
        if (!flaw.pointer.starts_with("/changes/" + key + "/")) continue;
        preview.page.changes.back().wrong = house.words.say(open->language, flaw.key, flaw.args);
      }
    }
    return std::move(preview.page);
  });
}

}  // namespace trivium::api
