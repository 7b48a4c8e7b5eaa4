#include "api/closing_page.hpp"

#include "access/sight.hpp"
#include "api/agenda_of.hpp"
#include "api/desk.hpp"
#include "api/noted.hpp"
#include "api/typed_text.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

struct OpenClosing {
  OpenTable open;  // of it: sent where the summary is handed in
  std::optional<triangle::Closing> stored;
};

// A summary the visitor may read; for all others there is none.
Outcome<OpenClosing> open_closing(store::Session& session, const House& house, const triangle::AssessmentId& id,
                                  const Asking& asking) {
  if (!asking.visitor) return refuse(Why::sign_in);
  auto table = triangle::assessment(session, id);
  if (!table) return refuse(Why::not_found);
  auto stored = triangle::closing(session, id);
  const auto handed_in = stored ? stored->handed_in_at : std::nullopt;
  const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
  const bool reads = access::reads_closing(who, *table, handed_in);
  note_read(asking, Deed::closing_read, table->person, record("assessment", id.text),
            reads ? trail::Result::done : trail::Result::refused);
  if (!reads) return refuse(Why::not_found);
  table->sent_at = handed_in;
  const access::Permission given{.sight = access::Sight::text, .write = table->person == asking.visitor->person};
  const auto& framework = house.questions.version(table->question_set);
  const auto* texts = framework.in(asking.language);
  return OpenClosing{
      .open = {std::move(*table), given, framework, texts == nullptr ? *framework.in("en") : *texts, asking.language},
      .stored = std::move(stored)};
}

int words_in(const std::string& text) { return static_cast<int>(shape::words(text)); }

struct Findings {
  std::vector<Finding> first;
  std::vector<Finding> more;
};

// What the agenda found; several breaks of a kind are told apart by their order.
Findings findings_of(store::Session& session, const House& house, const OpenTable& open) {
  const auto agenda = agenda_of(sources_of(session, house, open));
  Findings all;
  std::map<std::string, int> seen;
  const auto add = [&](std::vector<Finding>& to, const AgendaItem& item) {
    to.push_back({.pick = item.id + "." + fmt::to_string(++seen[item.id]),
                  .title = item.title,
                  .finding = item.finding,
                  .question = item.question});
  };
  for (const auto& item : agenda.first) add(all.first, item);
  for (const auto& group : agenda.groups) {
    for (const auto& item : group.items) {
      if (!item.to_begin_with) add(all.more, item);
    }
  }
  return all;
}

void add_line(std::string& text, const std::string& line) {
  if (line.empty() || text.find(line) != std::string::npos) return;  // taken over already
  text += (text.empty() ? "" : "\n") + line;
}

// Below what was typed: what was found, and the question it asks, where a solution is to stand.
void take_over(triangle::Closing& closing, const std::vector<std::string>& picks, const Findings& findings) {
  for (const auto* some : {&findings.first, &findings.more}) {
    for (const auto& found : *some) {
      if (std::ranges::find(picks, found.pick) == picks.end()) continue;
      add_line(closing.issues, "- " + found.title + ": " + found.finding);
      add_line(closing.solutions, "- " + found.question);
    }
  }
}

triangle::Closing read(const SaveClosing& given, const Asking& asking, shape::Flaws& flaws) {
  return {.assessment = given.assessment,
          .issues = text_if_any(given.issues, shape::kLongestText, "/issues", flaws),
          .solutions = text_if_any(given.solutions, shape::kLongestText, "/solutions", flaws),
          .lessons = text_if_any(given.lessons, shape::kLongestText, "/lessons", flaws),
          .language = asking.language,
          .revision = given.revision,
          .written_at = asking.now};
}

bool says_nothing(const triangle::Closing& closing) {
  return closing.issues.empty() && closing.solutions.empty() && closing.lessons.empty();
}

const char* notice_of(ThenClosing then) {
  switch (then) {
    case ThenClosing::save: return "notice.closing_saved";
    case ThenClosing::take_over: return "notice.closing_taken_over";
    case ThenClosing::hand_in: return "notice.closing_handed_in";
  }
  return "";
}

}  // namespace

Outcome<ClosingPage> ShowClosing::operator()(const TableAddress& given, const Asking& asking) const {
  return house.store.read([&](store::Session& session) -> Outcome<ClosingPage> {
    const auto closing = open_closing(session, house, given.assessment, asking);
    if (!closing) return std::unexpected{closing.error()};
    const auto& [open, stored] = *closing;
    const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
    ClosingPage page{};
    page.assessment = given.assessment;
    page.place = place_of(open);
    if (stored) {
      page.issues = stored->issues;
      page.solutions = stored->solutions;
      page.lessons = stored->lessons;
      page.revision = stored->revision;
    }
    page.issue_words = words_in(page.issues);
    page.solution_words = words_in(page.solutions);
    page.lesson_words = words_in(page.lessons);
    page.about = kAboutSoManyWords;
    page.may_hand_in = open.permission.write && access::manages(who, open.table.cluster);
    page.handed_in_at = open.table.sent_at;
    if (open.permission.write) {
      auto found = findings_of(session, house, open);
      page.findings = std::move(found.first);
      page.more_findings = std::move(found.more);
    }
    page.seen_by = seen_by(session, house, open);
    page.seen_by_after = seen_by(session, house, open, true);
    return page;
  });
}

Outcome<Done<SavedClosing>> SaveOneClosing::operator()(const SaveClosing& given, const Asking& asking) const {
  return house.store.write([&](store::Session& session) -> Outcome<Done<SavedClosing>> {
    const auto closing = open_closing(session, house, given.assessment, asking);
    if (!closing) return std::unexpected{closing.error()};
    if (!closing->open.permission.write) return refuse(Why::not_yours);
    const auto then = given.then.value_or(ThenClosing::save);
    shape::Flaws flaws;
    auto text = read(given, asking, flaws);
    if (then == ThenClosing::take_over && given.take)
      take_over(text, *given.take, findings_of(session, house, closing->open));
    if (then == ThenClosing::take_over && (!given.take || given.take->empty()))
      flaws.push_back({"/take", "flaw.nothing_ticked", {}});
    const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
    if (then == ThenClosing::hand_in && !access::manages(who, closing->open.table.cluster))
      return refuse(Why::not_yours);
    if (then == ThenClosing::hand_in && says_nothing(text)) flaws.push_back({"/issues", "flaw.closing_empty", {}});
    if (!flaws.empty()) return put_right(std::move(flaws));
    const auto saved = triangle::save(session, std::move(text));
    if (!saved) {
      const auto& now = saved.error().stored;
      return std::unexpected{
          Refusal{.why = Why::stale, .flaws = {}, .conflict = now ? shape::to_json(*now) : shape::Json{}}};
    }
    if (closing->stored && closing->stored->handed_in_at)  // who has read it before shall know
      note(session, asking, Deed::closing_changed, record("assessment", given.assessment.text), asking.visitor->person);
    if (then == ThenClosing::hand_in) {
      triangle::hand_in(session, given.assessment, asking.now);
      note(session, asking, Deed::closing_handed_in, record("assessment", given.assessment.text),
           asking.visitor->person);
    }
    return Done<SavedClosing>{.record = {saved->revision},
                              .go_to = "/assessments/" + given.assessment.text + "/closing",
                              .notice = notice_of(then)};
  });
}

Outcome<Download> WriteClosing::operator()(const TableAddress& given, const Asking& asking) const {
  std::string name;
  const auto text = house.store.read([&](store::Session& session) -> Outcome<document::FilledTable> {
    const auto closing = open_closing(session, house, given.assessment, asking);
    if (!closing) return std::unexpected{closing.error()};
    const auto& [open, stored] = *closing;
    const auto say = [&](const std::string& key, const words::Args& args = {}) {
      return house.words.say(asking.language, key, args);
    };
    name = file_name(say("title.closing") + " " + open.table.city + " " + open.table.manager);
    document::FilledTable made{
        .title = say("title.closing"),
        .lines = {open.table.city + " · " + open.table.cluster_name, say("closing.by", {{"name", open.table.manager}}),
                  say("document.round", {{"round", open.table.round_title}}),
                  say("document.date", {{"date", words::long_date(asking.language, asking.now.text)}}),
                  say("document.seen_by", {{"names", seen_by(session, house, open).names}})},
        .language = asking.language,
        .dimension_heading = {},
        .question_heading = {},
        .answer_heading = {},
        .not_provided = say("document.not_provided"),
        .footer = open.table.city + " · " + open.table.cluster_name + " · " + open.table.round_title,
        .as_of = shape::days(shape::date_of(asking.now)),
        .groups = {}};
    const auto written = stored.value_or(triangle::Closing{});
    made.sections = {{say("closing.issues"), written.issues, written.language},
                     {say("closing.solutions"), written.solutions, written.language},
                     {say("closing.lessons"), written.lessons, written.language}};
    return made;
  });
  if (!text) return std::unexpected{text.error()};
  return written_at_desk(*text, format, workshop, name);
}

}  // namespace trivium::api
