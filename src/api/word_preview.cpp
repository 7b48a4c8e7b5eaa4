#include "api/word_preview.hpp"

#include "api/in_words.hpp"
#include "api/word_answer.hpp"
#include "document/passages.hpp"
#include "shape/text.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

using document::as_on_paper;

constexpr std::size_t kExcerpt = 160;  // characters

const framework::Texts& texts_in(const OpenTable& open, const std::string& language) {
  const auto* texts = open.framework.in(language);
  return texts == nullptr ? open.texts : *texts;
}

// "demands/+2" of a row that was brought here before.
bool row_is_there(const WordTask& task, const WordKey& key, const triangle::Answer* here, const std::string& text) {
  if (!key.row.starts_with('+') || here == nullptr || !here->facets.contains(key.facet->id)) return false;
  const auto& words = task.texts.task(task.task.id).facets.at(key.facet->id);
  const auto& rows = here->facets[key.facet->id];
  return std::ranges::any_of(rows, [&](const shape::Json& row) {
    return as_on_paper(row_in_words(*key.facet, words, task.texts, row)) == as_on_paper(text);
  });
}

}  // namespace

WordPreview::WordPreview(store::Session& session, const House& house, const OpenTable& open, std::string from,
                         std::string language)
    : page{.assessment = open.table.id,
           .place = place_of(open),
           .read = true,
           .from = std::move(from),
           .document_language = std::move(language),
           .other_table = {},
           .changes = {},
           .left = {},
           .remarks = {},
           .same = 0,
           .already = 0,
           .stale = false,
           .chosen = false,
           .seen_by = seen_by(session, house, open)},
      session_{session},
      house_{house},
      open_{open},
      texts_{texts_in(open, page.document_language)},
      answers_{answers_by_task(session, open.table.id)} {}

WordPreview::Written WordPreview::written(const std::string& task, int revision) const {
  if (page.from != open_.table.id.text) return {};
  if (revision == 0) return {.answer = {}, .known = true};
  auto answer = kept_version(session_, open_.table.id, task, revision);
  const bool known = answer.has_value();
  return {.answer = std::move(answer), .known = known};
}

const triangle::Answer* WordPreview::here(const std::string& task) const {
  const auto found = answers_.find(task);
  return found == answers_.end() ? nullptr : &found->second;
}

std::string WordPreview::text_before(const framework::Task& task, int revision, const std::string& field) const {
  const Written before = written(task.id, revision);
  return before.answer ? text_in(in_document(task), &*before.answer, field) : std::string{};
}

triangle::Answer WordPreview::blank(const std::string& task) const {
  return {.assessment = open_.table.id,
          .task = task,
          .standing = {},
          .confidence = {},
          .notes = {},
          .evidence = {},
          .facets = shape::Json::object(),
          .language = texts_.language,
          .revision = 0,
          .written_by = {},
          .written_at = {}};
}

WordTask WordPreview::in_document(const framework::Task& task) const {
  return {task, open_.framework, texts_, house_.words, texts_.language};
}

WordTask WordPreview::for_reader(const framework::Task& task) const {
  return {task, open_.framework, open_.texts, house_.words, open_.language};
}

std::string WordPreview::text_in(const WordTask& task, const triangle::Answer* answer, const std::string& field) const {
  const auto key = word_key(task.task, field);
  if (!key || key->facet == nullptr || key->row.empty() || key->column != nullptr)
    return text_of(word_fields(task, answer), field);
  if (answer == nullptr || !answer->facets.contains(key->facet->id)) return {};
  const auto& rows = answer->facets[key->facet->id];
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (row_key(rows[i], i) == key->row)
      return row_in_words(*key->facet, texts_.task(task.task.id).facets.at(key->facet->id), texts_, rows[i]);
  }
  return {};
}

void WordPreview::propose(const WordProposal& proposal, bool all) {
  const auto* task = open_.framework.task(proposal.task);
  const auto key = task == nullptr ? std::nullopt : word_key(*task, proposal.field);
  if (!key) return leave(task, "", house_.words.say(open_.language, "word.untaken.unknown_row"), proposal.text);
  const WordTask words = in_document(*task);
  const auto* stored = here(proposal.task);
  const Written before = written(proposal.task, proposal.written);
  const auto as_it_is = stored != nullptr ? *stored : blank(proposal.task);
  auto taken = as_it_is;
  const auto flaw = put_into(taken, words, *key, proposal.text);
  if (flaw && !all)
    return leave(task, proposal.field, house_.words.say(open_.language, flaw->key, flaw->args), proposal.text);
  const bool nothing_new = row_is_there(words, *key, stored, proposal.text) || triangle::same_words(taken, as_it_is);
  if (nothing_new && !all) {
    ++page.already;
    return;
  }
  WordChange change{.index = static_cast<int>(page.changes.size()),
                    .task = task->id,
                    .mark = task->vertex + task->mark(),
                    .title = open_.texts.task(task->id).title,
                    .field = proposal.field,
                    .label = label_of(*key, for_reader(*task), before.answer ? &*before.answer : stored),
                    .text = proposal.text,
                    .before = before.answer ? text_in(words, &*before.answer, proposal.field) : "",
                    .here = text_in(words, stored, proposal.field),
                    .written = proposal.written,
                    .revision = stored != nullptr ? stored->revision : 0,
                    .conflict = false,
                    .knows_before = before.known,
                    .pieces = {},
                    .pick = proposal.pick,
                    .wrong = {},
                    .language = taken.language};
  const std::string now = as_on_paper(change.here);
  change.conflict = before.known ? now != as_on_paper(change.before) : !now.empty();
  change.pieces = shortened(text_changes(change.here, change.text));
  if (!change.conflict && !change.pick) change.pick = WordPick::document;
  page.changes.push_back(std::move(change));
}

WordLeft WordPreview::left_at(const framework::Task* task) const {
  WordLeft left{.index = static_cast<int>(page.left.size()),
                .task = {},
                .mark = {},
                .title = {},
                .label = {},
                .why = {},
                .text = {}};
  if (task == nullptr) return left;
  left.task = task->id;
  left.mark = task->vertex + task->mark();
  left.title = open_.texts.task(task->id).title;
  return left;
}

void WordPreview::leave_again(const WordStillLeft& untaken) {
  auto left = left_at(untaken.task ? open_.framework.task(*untaken.task) : nullptr);
  left.label = untaken.label;
  left.why = untaken.why;
  left.text = shape::beginning(shape::with_plain_line_ends(untaken.text), kExcerpt);
  page.left.push_back(std::move(left));
}

void WordPreview::leave(const framework::Task* task, const std::string& field, std::string why,
                        const std::string& text) {
  auto left = left_at(task);
  left.why = std::move(why);
  left.text = shape::beginning(text, kExcerpt);
  if (task != nullptr) {
    if (const auto key = word_key(*task, field)) left.label = label_of(*key, for_reader(*task), here(task->id));
    else if (task->facet(field) != nullptr) left.label = open_.texts.task(task->id).facets.at(field).label;
  }
  page.left.push_back(std::move(left));
}

}  // namespace trivium::api
