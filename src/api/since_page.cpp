#include "api/since_page.hpp"

#include "api/fit_words.hpp"
#include "api/noted.hpp"
#include "api/wording.hpp"
#include "shape/form.hpp"
#include "shape/text.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

namespace trivium::api {
namespace {

const char* mark_of(fit::Column column) {
  constexpr std::array kMarks{"A", "B", "C"};
  return kMarks[static_cast<std::size_t>(column)];
}

std::string text_of(const fit::ThingSince& thing, const fit::Picture& then, const fit::Picture& now) {
  const auto& from = thing.now ? now : then;
  const auto place = thing.now.value_or(thing.then.value_or(0));
  switch (thing.column) {
    case fit::Column::demands: return from.demands[place].text;
    case fit::Column::instruments: return from.instruments[place].text;
    case fit::Column::practices: return from.practices[place].text;
  }
  return {};
}

// What was not answered again, so taken as it was.
std::vector<FitRecord> taken_over(const OpenTable& open, const Rounds& rounds, const AnswersByTask& written) {
  std::vector<FitRecord> records;
  for (const auto& [task, answer] : rounds.now_said) {
    const auto own = written.find(task);
    const bool own_words = own != written.end() && !triangle::empty(own->second);
    if (own_words || triangle::empty(answer) || open.framework.task(task) == nullptr) continue;
    records.push_back({task, open.texts.task(task).title});
  }
  return records;
}

// Rows have ids of their own each time they are typed; what they say may be the same all the same.
shape::Json without_ids(shape::Json facets) {
  for (auto& facet : facets) {
    if (!facet.is_array()) continue;
    for (auto& row : facet) {
      if (row.is_object()) row.erase("id");
    }
  }
  return facets;
}

bool says_the_same(const triangle::Answer& one, const triangle::Answer& other) {
  return one.standing == other.standing && one.confidence == other.confidence && one.notes == other.notes &&
         one.evidence == other.evidence && without_ids(one.facets) == without_ids(other.facets);
}

// The answers that say something else than the last round's, in the order of the table.
std::vector<std::string> tasks_changed(const OpenTable& open, const AnswersByTask& then, const AnswersByTask& written) {
  std::vector<std::string> tasks;
  for (const auto& task : open.framework.tasks) {
    const auto is = written.find(task.id);
    if (is == written.end() || triangle::empty(is->second)) continue;
    const auto was = then.find(task.id);
    if (was == then.end() || !says_the_same(was->second, is->second)) tasks.push_back(task.id);
  }
  return tasks;
}

// When an answer first said something else than in the last round; what was typed anew since moved nothing.
std::optional<shape::Instant> first_said(store::Session& session, const triangle::Answer& answer,
                                         const AnswersByTask& then) {
  const auto was = then.find(answer.task);
  for (int revision = 1; revision <= answer.revision; ++revision) {
    const auto text = kept_version(session, answer.assessment, answer.task, revision);
    if (!text || triangle::empty(*text)) continue;
    if (was == then.end() || !says_the_same(was->second, *text)) return text->written_at;
  }
  return std::nullopt;
}

std::string moved_first(store::Session& session, const House& house, const OpenTable& open,
                        const std::vector<std::string>& tasks, const AnswersByTask& then,
                        const AnswersByTask& written) {
  std::string first;
  std::optional<shape::Instant> moved;
  for (const auto& task : tasks) {
    const auto at = first_said(session, written.at(task), then);
    if (!at || (moved && !(*at < *moved))) continue;
    moved = at;
    first = task;
  }
  if (!moved) return {};
  return house.words.say(
      open.language, "since.moved_first." + open.framework.task(first)->vertex,
      {{"task", open.texts.task(first).title}, {"day", words::long_date(open.language, moved->text)}});
}

// The round asked for, else the last one; the end where there is none.
std::span<const triangle::AssessmentInRound>::iterator held_against(
    std::span<const triangle::AssessmentInRound> earlier, const std::optional<std::string>& round) {
  if (round) return std::ranges::find(earlier, *round, [](const auto& one) { return one.round.text; });
  return earlier.empty() ? earlier.end() : std::ranges::prev(earlier.end());
}

struct Told {
  const House& house;
  const OpenTable& open;

  void operator()(SincePage& page, const Rounds& rounds) const {
    const auto& then = rounds.then.picture;
    const auto& now = rounds.now.picture;
    const auto found = fit::since(then, now, folded);
    const FitWords said_then{house.words, open.texts, open.language, then};
    const FitWords said_now{house.words, open.texts, open.language, now};
    std::set<std::size_t> shown;  // what another has turned into is said there, and not once more
    for (const auto& one : found.breaks) {
      if (one.fate == fit::Fate::closed && one.turned) shown.insert(*one.turned);
    }
    for (std::size_t i = 0; i < found.breaks.size(); ++i) {
      const auto& one = found.breaks[i];
      if (shown.contains(i)) continue;
      if (one.turned) {
        page.turned.push_back({said_then.finding(one.what).sentence, said_now.finding(found.breaks[*one.turned].what)});
        continue;
      }
      switch (one.fate) {
        case fit::Fate::closed: (one.named ? page.closed : page.dropped).push_back(said_then.finding(one.what)); break;
        case fit::Fate::opened: page.opened.push_back(said_now.finding(one.what)); break;
        case fit::Fate::stayed: page.stayed.push_back(said_now.finding(one.what)); break;
      }
    }
    for (const auto& thing : found.things) {
      std::vector<std::string> traits;
      for (const auto trait : thing.traits)
        traits.push_back(house.words.say(open.language, "since.trait." + std::string{shape::name_of(trait)}));
      page.things.push_back({mark_of(thing.column), thing.turn, text_of(thing, then, now),
                             traits.empty() ? std::string{} : words::joined(open.language, traits)});
    }
  }
};

}  // namespace

void check_because(const std::string& because, const std::string& pointer, shape::Flaws& flaws) {
  constexpr std::size_t kLongest = 1'000;
  const auto length = shape::characters(because).value_or(0);
  if (length > kLongest)
    flaws.push_back(
        {pointer, "flaw.too_long", {{"limit", std::to_string(kLongest)}, {"given", std::to_string(length)}}});
}

Outcome<SincePage> ShowSince::operator()(const AskSince& given, const Asking& asking) const {
  return house.store.read([&](store::Session& session) -> Outcome<SincePage> {
    const auto open = open_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    SincePage page{};
    page.assessment = open->table.id;
    page.place = place_of(*open);
    page.may_write = open->permission.write;
    page.seen_by = seen_by(session, house, *open);
    // Earlier tables are shown only to those who may read them too.
    const auto all = all_rounds(session, *open, asking);
    const auto own = std::ranges::find(all, open->table.id, &triangle::AssessmentInRound::id);
    const std::span<const triangle::AssessmentInRound> earlier{all.begin(), own};
    const auto chosen = held_against(earlier, given.round);
    if (given.round && chosen == earlier.end()) return refuse(Why::not_found);
    if (chosen == earlier.end()) return page;
    for (const auto& table : all) {
      if (table.id != open->table.id)
        note_read(asking, Deed::table_read, table.person, record("assessment", table.id.text));
      page.rounds.push_back(column_of(session, house, *open, table));
      page.rounds.back().against = table.id == chosen->id;
      page.rounds.back().may_choose = table.id != chosen->id && page.rounds.size() <= earlier.size();
    }
    page.last_round = chosen->round_title;
    page.round = given.round.value_or("");
    const auto written = answers_by_task(session, given.assessment);
    const auto rounds = both_rounds(session, house, {chosen, earlier.end()},
                                    {.said = written, .links = triangle::links_of(session, open->table.id)});
    page.taken_over = taken_over(*open, rounds, written);
    Told{house, *open}(page, rounds);
    const auto changed = tasks_changed(*open, rounds.then_said, written);
    page.moved_first = moved_first(session, house, *open, changed, rounds.then_said, written);
    const auto reasons = triangle::reasons_of(session, given.assessment);
    for (const auto& task : changed) {
      SinceAnswer answer{.task = task,
                         .title = open->texts.task(task).title,
                         .because = {},
                         .revision = 0,
                         .asked = page.may_write && given.task == task};
      const auto reason = std::ranges::find(reasons, task, &triangle::Reason::task);
      if (reason != reasons.end()) {
        answer.because = reason->because;
        answer.revision = reason->revision;
      }
      page.changed.push_back(std::move(answer));
    }
    return page;
  });
}

Outcome<Done<Noted>> SaveBecause::operator()(const SayBecause& given, const Asking& asking) const {
  return house.store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    const auto open = open_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    if (!open->permission.write) return refuse(Why::not_yours);
    shape::Flaws flaws;
    const std::string because = shape::trimmed(given.because.value_or(""));
    if (open->framework.task(given.task) == nullptr)
      flaws.push_back({"/task", "flaw.unknown_task", {{"task", given.task}}});
    check_because(because, "/because", flaws);
    if (!flaws.empty()) return put_right(std::move(flaws));
    const bool saved = triangle::save(session, {.id = triangle::ReasonId::fresh(),
                                                .assessment = given.assessment,
                                                .task = given.task,
                                                .because = because,
                                                .revision = given.revision,
                                                .written_by = asking.visitor->person,
                                                .written_at = asking.now});
    if (!saved) return put_right("/because", "flaw.saved_meanwhile");
    note(session, asking, Deed::reason_changed, record("assessment", given.assessment.text), asking.visitor->person);
    return Done<Noted>{.record = {},
                       .go_to = "/assessments/" + given.assessment.text + "/since" +
                                (given.round ? "?round=" + shape::escaped(*given.round) : "") + "#said",
                       .notice = because.empty() ? "notice.reason_taken_back" : "notice.reason_saved"};
  });
}

}  // namespace trivium::api
