#include "api/visit_pack.hpp"

#include "api/desk.hpp"
#include "api/document_file.hpp"

#include <algorithm>
#include <iterator>

namespace trivium::api {
namespace {

// What keeps it short; all of it stands on the pages themselves.
constexpr std::size_t kPart = 240;  // characters of a finding, a question, a coach's note
constexpr std::size_t kNotes = 16;

class PackInWords {
 public:
  PackInWords(const VisitPage& page, const words::Words& words, const std::string& language)
      : page_{page}, words_{words}, language_{language} {}

  std::vector<document::Section> sections() {
    add("visit.timetable", timetable());
    add("visit.differences", differences());
    add("visit.agreements", bullets(page_.agreements));
    if (!page_.uncompared.empty()) add("visit.uncompared", uncompared());
    for (const auto& manager : page_.managers)
      sections_.push_back({say("visit.asks", {{"name", manager.name}}), asks(manager), {}});
    add("visit.open", open_questions());
    const auto noted = notes();
    if (!noted.empty()) add("visit.notes", noted);
    return std::move(sections_);
  }

 private:
  std::string say(const std::string& key, const words::Args& args = {}) const {
    return words_.say(language_, key, args);
  }

  void add(const std::string& heading, std::string text) {
    if (text.empty()) text = say(heading + "_none");
    sections_.push_back({say(heading), std::move(text), {}});
  }

  static std::string bullets(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += "- " + line + "\n";
    return text;
  }

  std::string timetable() const {
    std::string text;
    for (const auto& line : page_.lines) text += "- " + line.at + (line.at.empty() ? "" : " ") + line.what + "\n";
    return text;
  }

  std::string differences() const {
    std::string text;
    for (const auto& difference : page_.differences) {
      text += "- " + difference.title + "\n";
      for (const auto& said : difference.said) text += "  - " + said.name + ": " + said.text + "\n";
      if (!difference.unsure.empty()) text += "  - " + say("visit.unsure", {{"names", difference.unsure}}) + "\n";
      if (!difference.silent.empty()) text += "  - " + say("visit.silent", {{"names", difference.silent}}) + "\n";
    }
    return text;
  }

  std::string uncompared() const {
    std::string text;
    for (const auto& task : page_.uncompared)
      text += "- " + task.title +
              (task.unsure.empty() ? "" : " (" + say("visit.unsure", {{"names", task.unsure}}) + ")") + "\n";
    return text;
  }

  std::string asks(const VisitManager& manager) const {
    std::string text;
    for (const auto& found : manager.breaks)
      text += "- " + found.title + ": " + shape::beginning(found.finding, kPart) + "\n  - " +
              shape::beginning(found.question, kPart) + "\n";
    std::vector<std::string> not_known;
    for (const auto& task : manager.not_known) not_known.push_back(task.title);
    if (!not_known.empty())
      text += "- " + say("visit.not_known", {{"tasks", words::joined(language_, not_known)}}) + "\n";
    if (manager.blank > 0) text += "- " + say("visit.blank", {{"count", std::to_string(manager.blank)}}) + "\n";
    return text.empty() ? say("visit.asks_none") : text;
  }

  std::string open_questions() const {
    std::string text;
    for (const auto& line : page_.open)
      text += "- " + line.with + (line.task_title.empty() ? "" : ", " + line.task_title) + ": " + line.beginning +
              (line.answered ? " – " + say("visit.answered") : "") +
              (line.for_coaches ? " (" + say("visit.for_coaches") + ")" : "") + "\n";
    return text;
  }

  std::string notes() const {
    std::string text;
    std::size_t count = 0;
    for (const auto& manager : page_.managers) {
      for (const auto& note : manager.notes) {
        if (++count > kNotes) continue;
        text += "- " + manager.name + ", " + note.title + ": " + shape::beginning(note.text, kPart) + "\n";
      }
    }
    if (count > kNotes) text += "- " + say("visit.more_notes", {{"count", std::to_string(count - kNotes)}}) + "\n";
    return text;
  }

  const VisitPage& page_;
  const words::Words& words_;
  const std::string& language_;
  std::vector<document::Section> sections_;
};

// Tables as they stand in the annex, each under its manager's name.
std::vector<document::Group> annex(const House& house, const VisitPage& page, const Asking& asking) {
  return house.store.read([&](store::Session& session) {
    std::vector<document::Group> all;
    for (const auto& manager : page.managers) {
      const auto open = open_table(session, house, manager.assessment, asking);
      if (!open) continue;  // taken back in the meantime
      auto groups = groups_of(session, house, *open);
      groups.front().heading = house.words.say(asking.language, "visit.annex", {{"name", manager.name}});
      std::ranges::move(groups, std::back_inserter(all));
    }
    return all;
  });
}

}  // namespace

std::vector<document::Section> sections_of(const VisitPage& page, const words::Words& words,
                                           const std::string& language) {
  return PackInWords{page, words, language}.sections();
}

Outcome<Download> WriteVisitPack::operator()(const VisitAddress& given, const Asking& asking) const {
  const auto page = ShowVisit{house}({.round = given.round}, asking);
  if (!page) return std::unexpected{page.error()};
  const auto say = [&](const char* key, const words::Args& args = {}) {
    return house.words.say(asking.language, key, args);
  };
  const auto day = [&](const std::string& iso) { return words::long_date(asking.language, iso); };
  document::FilledTable pack{.title = say("visit.pack"),
                             .lines = {page->city + " · " + page->cluster_name},
                             .language = asking.language,
                             .dimension_heading = say("document.dimension"),
                             .question_heading = say("document.question"),
                             .answer_heading = say("document.answer"),
                             .not_provided = say("document.not_provided"),
                             .footer = page->city + " · " + page->cluster_name + " · " + page->round_title,
                             .as_of = shape::days(shape::date_of(asking.now)),
                             .sections = sections_of(*page, house.words, asking.language),
                             .groups = annex(house, *page, asking)};
  if (page->on_day) pack.lines.push_back(say("visit.on", {{"day", day(page->on_day->text)}}));
  if (!page->where.empty()) pack.lines.push_back(say("visit.at", {{"place", page->where}}));
  if (!page->waiting.empty()) pack.lines.push_back(say("visit.waiting", {{"names", page->waiting}}));
  if (page->seen_by) pack.lines.push_back(say("document.seen_by", {{"names", page->seen_by->names}}));
  pack.lines.push_back(say("visit.made_for", {{"name", asking.visitor->name}, {"day", day(asking.now.text)}}));
  return written_at_desk(pack, format, workshop,
                         file_name(say("visit.pack") + " " + page->city + " " + page->cluster_name));
}

}  // namespace trivium::api
