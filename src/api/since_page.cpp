#include "api/since_page.hpp"

#include "api/fit_words.hpp"
#include "api/noted.hpp"
#include "api/picture_of.hpp"
#include "api/said_of.hpp"
#include "shape/text.hpp"

#include <algorithm>
#include <array>

namespace trivium::api {
namespace {

struct Rounds {
  AnswersByTask then;
  AnswersByTask now;  // with what was not answered again
  std::vector<triangle::DrawnLink> links_then;
  std::vector<triangle::DrawnLink> links_now;
};

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

Rounds both_rounds(store::Session& session, const SincePage& page, const triangle::AssessmentInRound& last,
                   const AnswersByTask& written, const OpenTable& open, std::vector<FitRecord>& taken_over) {
  Rounds rounds{.then = answers_by_task(session, last.id),
                .now = written,
                .links_then = triangle::links_of(session, last.id),
                .links_now = {}};
  for (const auto& [task, answer] : rounds.then) {
    const auto again = written.find(task);
    if (triangle::empty(answer) || (again != written.end() && !triangle::empty(again->second))) continue;
    rounds.now[task] = answer;
    if (open.framework.task(task) != nullptr) taken_over.push_back({task, open.texts.task(task).title});
  }
  // Rows that were taken over keep their links; where a row is gone, so is its link.
  rounds.links_now = rounds.links_then;
  const auto drawn = triangle::links_of(session, page.assessment);
  rounds.links_now.insert(rounds.links_now.end(), drawn.begin(), drawn.end());
  return rounds;
}

// The answers that say something else than the last round's, in the order of the table.
std::vector<std::string> tasks_changed(const OpenTable& open, const AnswersByTask& then, const AnswersByTask& written) {
  std::vector<std::string> tasks;
  for (const auto& task : open.framework.tasks) {
    const auto is = written.find(task.id);
    if (is == written.end() || triangle::empty(is->second)) continue;
    const auto was = then.find(task.id);
    if (was == then.end() || !triangle::same_words(was->second, is->second)) tasks.push_back(task.id);
  }
  return tasks;
}

std::string moved_first(const House& house, const OpenTable& open, const std::vector<std::string>& tasks,
                        const AnswersByTask& written) {
  const triangle::Answer* first = nullptr;
  for (const auto& task : tasks) {
    const auto& answer = written.at(task);
    if (first == nullptr || answer.written_at < first->written_at) first = &answer;
  }
  if (first == nullptr) return {};
  return house.words.say(
      open.language, "since.moved_first." + open.framework.task(first->task)->vertex,
      {{"task", open.texts.task(first->task).title}, {"day", words::long_date(open.language, first->written_at.text)}});
}

struct Told {
  const House& house;
  const OpenTable& open;

  void operator()(SincePage& page, const Rounds& rounds) const {
    const auto then = picture_of(house.guidance, rounds.then, rounds.links_then).picture;
    const auto now = picture_of(house.guidance, rounds.now, rounds.links_now).picture;
    const auto found = fit::since(then, now, folded);
    const FitWords said_then{house.words, open.texts, open.language, then};
    const FitWords said_now{house.words, open.texts, open.language, now};
    for (const auto& one : found.breaks) {
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
    // The last round's table is shown only to those who may read that one too.
    const auto last = triangle::before(session, open->table);
    if (!last || access::permission(session, asking.visitor, *last).sight != access::Sight::text) return page;
    note_read(asking, Deed::table_read, last->person, record("assessment", last->id.text));
    page.last_round = last->round_title;
    const auto written = answers_by_task(session, given.assessment);
    const auto rounds = both_rounds(session, page, *last, written, *open, page.taken_over);
    Told{house, *open}(page, rounds);
    const auto changed = tasks_changed(*open, rounds.then, written);
    page.moved_first = moved_first(house, *open, changed, written);
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
    return Done<Noted>{.record = {},
                       .go_to = "/assessments/" + given.assessment.text + "/since#because",
                       .notice = because.empty() ? "notice.reason_taken_back" : "notice.reason_saved"};
  });
}

}  // namespace trivium::api
