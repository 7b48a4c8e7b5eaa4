#include "api/word_page.hpp"

#include "api/word_edits.hpp"
#include "api/word_origin.hpp"
#include "api/word_preview.hpp"

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <semaphore>
#include <set>

namespace trivium::api {
namespace {

using document::ReturnedRow;
using document::ReturnedTable;
using document::Unreadable;

constexpr int kMostOutside = 20;

// Two at once: each may take up to 100 MB, and a fraction of a second.
class Turn {
 public:
  Turn() : got_{two().try_acquire_for(std::chrono::seconds{5})} {}
  ~Turn() {
    if (!got_) return;
    // A tree is made of small pieces, which the allocator keeps when they are freed: for each thread anew.
    malloc_trim(0);
    two().release();
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  Turn(Turn&&) = delete;
  Turn& operator=(Turn&&) = delete;
  [[nodiscard]] bool got() const { return got_; }

 private:
  static std::counting_semaphore<2>& two() {
    static std::counting_semaphore<2> semaphore{2};
    return semaphore;
  }
  bool got_;
};

const char* sentence(Unreadable why) {
  switch (why) {
    case Unreadable::not_a_package: return "flaw.word_no_document";
    case Unreadable::pdf: return "flaw.word_pdf";
    case Unreadable::other_kind: return "flaw.word_other_kind";
    case Unreadable::locked: return "flaw.word_locked";
    case Unreadable::nested: return "flaw.word_nested";
    case Unreadable::too_large: return "flaw.word_too_large";
    case Unreadable::unsafe: return "flaw.word_unsafe";
    case Unreadable::damaged: return "flaw.word_damaged";
    case Unreadable::not_ours: return "flaw.word_not_ours";
  }
  return "flaw.word_damaged";
}

Outcome<OpenTable> own_table(store::Session& session, const House& house, const triangle::AssessmentId& id,
                             const Asking& asking) {
  auto open = open_table(session, house, id, asking);
  if (!open) return open;
  if (!open->permission.write) return refuse(Why::not_yours);
  return open;
}

// What somebody wrote from a table of his own he may bring into another of his; of anybody else's nothing is said.
Outcome<std::optional<std::string>> other_table(store::Session& session, const House& house, const OpenTable& open,
                                                const WordOrigin& origin, const Asking& asking) {
  if (origin.table == open.table.id.text) return std::optional<std::string>{};
  const auto other = open_table(session, house, triangle::AssessmentId{origin.table}, asking);
  if (!other || !other->permission.write) return put_right("/file", "flaw.word_not_yours");
  return std::optional{other->table.city + " · " + other->table.cluster_name + " · " + other->table.round_title};
}

class Comparison {
 public:
  Comparison(WordPreview& preview, const House& house, const OpenTable& open, const WordOrigin& origin)
      : preview_{preview}, house_{house}, open_{open}, origin_{origin} {}

  void rows(const std::vector<ReturnedRow>& rows) {
    for (const auto& row : rows) {
      if (is_heading(row)) continue;
      const auto* task = task_of(row);
      if (task == nullptr || !seen_.insert(task->id).second) stray(row);
      else compare(*task, row);
    }
    for (const auto& task : open_.framework.tasks) {
      if (!seen_.contains(task.id)) preview_.leave(&task, "", say("row_gone"), "");
    }
  }

  void remarks(const ReturnedTable& table) {
    for (const auto& text : table.around) outside("around", text);
    if (outside_ > kMostOutside) {
      const std::string count = std::to_string(outside_ - kMostOutside);
      preview_.leave(nullptr, "", house_.words.say(open_.language, "word.untaken.more", {{"count", count}}), "");
    }
    const auto remark = [&](bool holds, const char* key) {
      if (holds) preview_.page.remarks.push_back(house_.words.say(open_.language, key));
    };
    remark(table.seen.tracked, "word.seen.tracked");
    remark(table.seen.comments, "word.seen.comments");
    remark(table.seen.footnotes, "word.seen.footnotes");
    remark(table.seen.pictures, "word.seen.pictures");
    remark(table.seen.tables, "word.seen.tables");
  }

 private:
  std::string say(const std::string& why) const { return house_.words.say(open_.language, "word.untaken." + why); }

  bool is_heading(const ReturnedRow& row) const {
    const auto word = [&](const char* key) { return house_.words.say(origin_.language, key); };
    return row.key.empty() && row.parts.empty() && row.opening == word("document.answer") &&
           row.beside == word("document.dimension") + "\n" + word("document.question");
  }

  const framework::Task* task_of(const ReturnedRow& row) const {
    if (!row.key.empty()) return open_.framework.task(row.key);
    const auto found = std::ranges::find_if(
        open_.framework.tasks, [&](const framework::Task& task) { return task.vertex + task.mark() == row.named; });
    return found == open_.framework.tasks.end() ? nullptr : &*found;
  }

  void stray(const ReturnedRow& row) {
    std::string text = row.opening;
    for (const auto& part : row.parts) text += (text.empty() ? "" : "\n") + part.label + "\n" + part.text;
    if (text.empty()) text = row.beside;
    if (!text.empty()) outside("unknown_row", text);
  }

  // Of a whole book round a table the first pages are enough.
  void outside(const char* why, const std::string& text) {
    if (++outside_ <= kMostOutside) preview_.leave(nullptr, "", say(why), text);
  }

  void compare(const framework::Task& task, const ReturnedRow& row) {
    const auto written = origin_.written.find(task.id);
    const int revision = written == origin_.written.end() ? 0 : written->second;
    const auto before = preview_.written(task.id, revision);
    const auto* stored = preview_.here(task.id);
    const triangle::Answer* base = before.answer ? &*before.answer : nullptr;
    // Not at hand: then whatever is not as it stands here is asked about.
    if (!before.known) base = stored;
    const WordRead read = read_row(preview_.in_document(task), row, base);
    preview_.page.same += read.same;
    for (const auto& edit : read.edits)
      preview_.propose({.task = task.id, .field = edit.key, .text = edit.text, .written = revision}, false);
    for (const auto& one : read.untaken)
      preview_.leave(&task, one.key, house_.words.say(open_.language, one.why), one.text);
  }

  WordPreview& preview_;
  const House& house_;
  const OpenTable& open_;
  const WordOrigin& origin_;
  std::set<std::string> seen_;
  int outside_ = 0;
};

}  // namespace

Outcome<WordPage> ShowWord::operator()(const TableAddress& given, const Asking& asking) const {
  return house.store.read([&](store::Session& session) -> Outcome<WordPage> {
    const auto open = own_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    WordPreview preview{session, house, *open, "", asking.language};
    preview.page.read = false;
    return std::move(preview.page);
  });
}

Outcome<WordPage> ReadWord::operator()(const WordFile& given, const Asking& asking) const {
  // Whose table it is comes first: a file is unpacked for nobody else.
  const auto allowed =
      house.store.read([&](store::Session& session) { return own_table(session, house, given.assessment, asking); });
  if (!allowed) return std::unexpected{allowed.error()};
  const Turn turn;
  if (!turn.got()) return refuse(Why::too_busy);
  const auto table = document::returned_table(given.file.bytes);
  if (!table) return put_right("/file", sentence(table.error()));
  const auto origin = origin_in(table->facts);
  if (!origin) return put_right("/file", sentence(Unreadable::not_ours));
  return house.store.read([&](store::Session& session) -> Outcome<WordPage> {
    const auto open = own_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    auto other = other_table(session, house, *open, *origin, asking);
    if (!other) return std::unexpected{other.error()};
    if (origin->question_set != open->table.question_set) return put_right("/file", "flaw.word_other_questions");
    WordPreview preview{session, house, *open, origin->table, origin->language};
    preview.page.other_table = std::move(*other);
    Comparison comparison{preview, house, *open, *origin};
    comparison.rows(table->rows);
    comparison.remarks(*table);
    return std::move(preview.page);
  });
}

}  // namespace trivium::api
