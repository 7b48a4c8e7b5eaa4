#include "api/word_edits.hpp"

#include "api/in_words.hpp"
#include "api/said_of.hpp"
#include "api/word_rows.hpp"
#include "api/word_value.hpp"
#include "document/passages.hpp"
#include "framework/facets.hpp"
#include "shape/text.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

using document::as_on_paper;
using framework::Facet;
using framework::Kind;
using shape::Json;

// Tabs within a line stand on paper as a blank.
bool same_on_paper(const std::string& one, const std::string& other) { return as_on_paper(one) == as_on_paper(other); }

class Reader {
 public:
  Reader(const WordTask& task, const document::ReturnedRow& row, const triangle::Answer* written)
      : task_{task}, row_{row}, written_{written}, before_{word_fields(task, written)} {}

  WordRead read() && {
    beside();
    sort_parts();
    opening();
    for (const auto& facet : task_.task.facets) {
      if (facet.kind == Kind::rows) rows(facet);
      else whole(facet.id, &facet);
    }
    whole("notes", nullptr);
    whole("evidence", nullptr);
    standing();
    return std::move(read_);
  }

 private:
  void untaken(const std::string& key, const std::string& why, const std::string& text) {
    read_.untaken.push_back({key, "word.untaken." + why, text});
  }

  std::string label(const std::string& key) const {
    if (key == "notes" || key == "evidence") return task_.words.say(task_.language, "question." + key);
    return task_.texts.task(task_.task.id).facets.at(key).label;
  }

  // What is ours beside the answer: the task's name, its question, the hints.
  void beside() {
    const auto& words = task_.texts.task(task_.task.id);
    std::string ours = words.question;
    for (const auto& hint : words.hints) ours += "\n" + hint;
    const auto bare = [](std::string text) {
      std::erase_if(text, [](char c) { return c == '\n' || c == ' ' || c == '\t'; });
      return text;
    };
    const std::string mark = task_.task.vertex + task_.task.mark();
    const auto& vertex = task_.texts.vertex(task_.task.vertex);
    const std::string found = bare(row_.beside);
    const bool plainly = found == bare(mark + ours);
    const bool first = found == bare(task_.task.vertex + vertex.name + vertex.question + mark + ours);
    if (!plainly && !first) untaken("", "beside", "");
  }

  // By key; what stands below a label nobody knows belongs to the part before it.
  void sort_parts() {
    std::string* before = &opening_;
    opening_ = row_.opening;
    for (const auto& part : row_.parts) {
      std::string key = part.key.empty() ? key_called(part.label) : part.key;
      if (key == document::kStandingKey) {
        standing_ = part.label;
        join(opening_, part.text);
        before = &opening_;
        continue;
      }
      const bool known = key == "notes" || key == "evidence" || task_.task.facet(key) != nullptr;
      if (!known) {
        join(*before, part.label);
        join(*before, part.text);
        continue;
      }
      if (!part.key.empty() && !same_on_paper(part.label, label(key)) && key_called(part.label) != key)
        untaken(key, "label", part.label);
      before = &parts_[key];
      join(*before, part.text);
    }
  }

  // The part whose label somebody wrote, or wrote anew, in whatever language.
  std::string key_called(const std::string& label) const {
    const std::string said = folded(label);
    for (const auto& [language, texts] : task_.framework.texts) {
      for (const auto& [id, facet] : texts.task(task_.task.id).facets) {
        if (folded(facet.label) == said) return id;
      }
    }
    for (const auto& language : task_.words.languages()) {
      for (const char* key : {"notes", "evidence"}) {
        if (folded(task_.words.say(language, std::string{"question."} + key)) == said) return key;
      }
    }
    return {};
  }

  static void join(std::string& text, const std::string& more) {
    if (more.empty()) return;
    text += (text.empty() ? "" : "\n\n") + more;
  }

  // What was typed where nothing had been provided, or in the place of "I do not know yet", are words of one's own.
  void opening() {
    const std::string nothing = task_.words.say(task_.language, "document.not_provided");
    std::string typed = opening_;
    if (typed.starts_with(nothing) && !written_says_something()) typed.erase(0, nothing.size());
    if (standing_ && !standing_from_words(task_, *standing_) &&
        !same_on_paper(*standing_, text_of(before_, "standing"))) {
      std::string kept = *standing_;
      const std::string was = text_of(before_, "standing");
      if (!was.empty() && kept.starts_with(was)) kept.erase(0, was.size());
      typed = kept + (typed.empty() ? "" : "\n\n" + typed);
      standing_.reset();
    }
    typed = shape::trimmed(typed);
    if (as_on_paper(typed).empty()) return;
    const auto notes = parts_.find("notes");
    if (notes == parts_.end()) parts_["notes"] = typed;
    else notes->second = typed + "\n\n" + notes->second;
    opened_ = true;
  }

  bool written_says_something() const { return !before_.empty(); }

  void whole(const std::string& key, const Facet* facet) {
    const std::string was = text_of(before_, key);
    const auto part = parts_.find(key);
    if (part == parts_.end()) {
      if (as_on_paper(was).empty()) return;
      untaken(key, "part_gone", was);
      return;
    }
    if (same_on_paper(part->second, was)) {
      ++read_.same;
      return;
    }
    if (facet != nullptr && is_same_value(*facet, was, part->second)) {
      ++read_.same;
      return;
    }
    if (facet != nullptr && !comes_back(*facet, was)) {
      untaken(key, "mixed", part->second);
      return;
    }
    read_.edits.push_back({key, part->second});
  }

  Json read_facet(const Facet& facet, const std::string& text) const {
    auto found = framework::read_facets(task_.task, {{facet.id, value_from_words(facet, task_.framework, text, "\n")}});
    return found ? *found : Json{};
  }

  // A choice called in another language, "1." before an order: said otherwise, and the same.
  bool is_same_value(const Facet& facet, const std::string& was, const std::string& now) const {
    const Json before = read_facet(facet, was);
    return !before.is_null() && before == read_facet(facet, now);
  }

  // An entry of one's own that holds what parts entries cannot be told apart when it was changed.
  bool comes_back(const Facet& facet, const std::string& was) const {
    if (written_ == nullptr || !written_->facets.contains(facet.id)) return true;
    return read_facet(facet, was) == Json{{facet.id, written_->facets[facet.id]}};
  }

  // ── rows ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  void rows(const Facet& facet) {
    const auto& words = task_.texts.task(task_.task.id).facets.at(facet.id);
    const Json stored = written_ != nullptr ? written_->facets.value(facet.id, Json::array()) : Json::array();
    const auto part = parts_.find(facet.id);
    if (part == parts_.end()) {
      if (!stored.empty()) untaken(facet.id, "part_gone", "");
      return;
    }
    std::vector<std::string> before;
    for (const auto& row : stored) before.push_back(as_on_paper(row_in_words(facet, words, task_.texts, row)));
    std::vector<std::string> now;
    for (const auto& passage : document::passages(part->second)) {
      std::string line;
      for (const auto& one : passage.lines) line += (line.empty() ? "" : " ") + one;
      now.push_back(as_on_paper(line));
    }
    constexpr std::size_t kMostLines = 200;  // many times what any list of rows takes
    if (now.size() > kMostLines) {
      untaken(facet.id, "mixed", part->second);
      return;
    }
    auto pairs = paired_rows(before, now);
    if (take_out_moved(pairs, before, now)) untaken(facet.id, "order", "");
    for (const auto& pair : pairs) {
      if (pair.written && pair.returned) row(facet, stored[*pair.written], *pair.written, before, now[*pair.returned]);
      else if (pair.written)
        read_.edits.push_back({facet.id + "/" + row_key(stored[*pair.written], *pair.written), ""});
      else read_.edits.push_back({facet.id + "/+" + std::to_string(*pair.returned), now[*pair.returned]});
    }
  }

  // A line that went from one place to another is the same row still; the order stays as it is here.
  static bool take_out_moved(std::vector<RowPair>& pairs, const std::vector<std::string>& before,
                             const std::vector<std::string>& now) {
    std::vector<std::size_t> taken;  // of the returned ones
    for (auto& pair : pairs) {
      if (!pair.written || pair.returned) continue;
      const auto there = std::ranges::find_if(pairs, [&](const RowPair& other) {
        return !other.written && other.returned && now[*other.returned] == before[*pair.written] &&
               std::ranges::find(taken, *other.returned) == taken.end();
      });
      if (there == pairs.end()) continue;
      pair.returned = there->returned;
      taken.push_back(*there->returned);
    }
    std::erase_if(pairs, [&](const RowPair& pair) {
      return !pair.written && std::ranges::find(taken, pair.returned.value_or(0)) != taken.end();
    });
    return !taken.empty();
  }

  void row(const Facet& facet, const Json& stored, std::size_t place, const std::vector<std::string>& before,
           const std::string& now) {
    const std::string stem = facet.id + "/" + row_key(stored, place) + "/";
    const std::string first = first_column(facet, stored);
    const auto was = row_from_words(task_, facet, first, before[place]).cells;
    if (now == before[place]) {
      read_.same += static_cast<int>(was.size());
      return;
    }
    const auto is = row_from_words(task_, facet, first, now).cells;
    for (const auto& column : facet.columns) {
      const auto cell = [&](const std::map<std::string, std::string>& cells) {
        const auto found = cells.find(column.id);
        return found == cells.end() ? std::string{} : found->second;
      };
      const std::string written = as_on_paper(text_of(before_, stem + column.id));
      const std::string left = cell(was);
      const std::string right = cell(is);
      if (!same_on_paper(left, written)) {
        // The words of a cell look like the name of another one.
        untaken(facet.id, "mixed", now);
        return;
      }
      if (same_on_paper(left, right)) read_.same += left.empty() ? 0 : 1;
      else cells_.push_back({stem + column.id, right});
    }
    for (auto& edit : cells_) read_.edits.push_back(std::move(edit));
    cells_.clear();
  }

  static std::string first_column(const Facet& facet, const Json& stored) {
    const auto first =
        std::ranges::find_if(facet.columns, [&](const auto& column) { return stored.contains(column.id); });
    return first == facet.columns.end() ? facet.columns.front().id : first->id;
  }

  // ── how it stands ─────────────────────────────────────────────────────────────────────────────────────────────────

  // Taken out beside an answer it means that the answer stands now.
  void standing() {
    const std::string was = text_of(before_, "standing");
    const auto said = standing_ ? standing_from_words(task_, *standing_) : std::nullopt;
    if (was.empty() && !said) return;
    if (said && standing_from_words(task_, was) == said) {
      ++read_.same;
      return;
    }
    const bool something =
        opened_ || std::ranges::any_of(parts_, [](const auto& part) { return !as_on_paper(part.second).empty(); });
    if (said || something) {
      read_.edits.push_back(
          {"standing",
           task_.words.say(task_.language,
                           "standing." + std::string{shape::name_of(said.value_or(triangle::Standing::answered))})});
      return;
    }
    untaken("standing", "part_gone", was);
  }

  const WordTask& task_;
  const document::ReturnedRow& row_;
  const triangle::Answer* written_;
  std::vector<WordField> before_;
  std::map<std::string, std::string> parts_;
  std::string opening_;
  std::optional<std::string> standing_;
  bool opened_ = false;
  std::vector<WordEdit> cells_;
  WordRead read_;
};

}  // namespace

WordRead read_row(const WordTask& task, const document::ReturnedRow& row, const triangle::Answer* written) {
  return Reader{task, row, written}.read();
}

}  // namespace trivium::api
