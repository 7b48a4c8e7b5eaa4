#include "api/search_page.hpp"

#include "api/conversation_lines.hpp"
#include "api/fields.hpp"
#include "api/noted.hpp"
#include "api/open_table.hpp"
#include "shape/text.hpp"

#include <unicode/unistr.h>

#include <algorithm>

namespace trivium::api {
namespace {

constexpr std::size_t kMostFound = 100;

// Where the words stand in the text, upper and lower case alike; counted in UTF-16 units of the folded text.
struct Hit {
  std::string before, hit, after;
};

std::string utf8(const icu::UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

std::optional<Hit> hit_in(const std::string& text, const icu::UnicodeString& folded_query) {
  constexpr int32_t kAround = 60;
  const auto original = icu::UnicodeString::fromUTF8(text);
  icu::UnicodeString folded = original;
  folded.foldCase();
  const int32_t at = folded.indexOf(folded_query);
  if (at < 0) return std::nullopt;
  // Folding can lengthen a text (ß becomes ss); then the words are found but not marked.
  if (folded.length() != original.length()) return Hit{"", utf8(original.tempSubString(0, 2 * kAround)), ""};
  const int32_t from = original.getChar32Start(std::max<int32_t>(0, at - kAround));
  const int32_t end = at + folded_query.length();
  // At the end of a text getChar32Start gives 0.
  const int32_t to = end + kAround < original.length() ? original.getChar32Start(end + kAround) : original.length();
  return Hit{(from > 0 ? "…" : "") + utf8(original.tempSubStringBetween(from, at)),
             utf8(original.tempSubStringBetween(at, end)),
             utf8(original.tempSubStringBetween(end, to)) + (to < original.length() ? "…" : "")};
}

// Every table whose text the visitor may read: own ones, those of clusters he has a role in, and those opened to a city
// for which he has sent one himself.
std::vector<triangle::AssessmentInRound> readable_tables(store::Session& session, const Asking& asking) {
  const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
  auto tables = triangle::assessments_of(session, who.person);
  const auto add = [&](std::vector<triangle::AssessmentInRound> more) {
    for (auto& table : more) {
      const bool known = std::ranges::any_of(tables, [&](const auto& other) { return other.id == table.id; });
      if (!known) tables.push_back(std::move(table));
    }
  };
  for (const auto& held : who.roles) {
    if (held.cluster) add(triangle::assessments_in(session, *held.cluster));
  }
  for (const auto& [programme, city] : who.sent_for) add(triangle::opened_to_city(session, programme, city));
  std::erase_if(tables, [&](const auto& table) { return access::permission(who, table).sight != access::Sight::text; });
  return tables;
}

}  // namespace

Outcome<SearchPage> SearchAnswers::operator()(const Search& given, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  SearchPage page{.q = shape::trimmed(given.q.value_or("")), .asked = false, .found = {}};
  if (page.q.empty()) return page;
  if (shape::characters(page.q).value_or(0) > 200)
    return put_right("/q", "flaw.too_long", {{"limit", "200"}, {"given", "201"}});
  page.asked = true;
  auto query = icu::UnicodeString::fromUTF8(page.q);
  query.foldCase();
  return house.store.read([&](store::Session& session) -> Outcome<SearchPage> {
    for (const auto& table : readable_tables(session, asking)) {
      const auto open = open_table(session, house, table.id, unnoted(asking));
      if (!open) continue;
      const auto answers = answers_by_task(session, table.id);
      std::optional<SeenBy> seen;
      for (const auto& task : open->framework.tasks) {
        const auto answer = answers.find(task.id);
        if (answer == answers.end() || page.found.size() >= kMostFound) continue;
        for (const auto& part : InWords{task, open->texts, house.words, open->language}(answer->second).parts) {
          if (auto hit = hit_in(part.text, query)) {
            note_read(asking, Deed::found, table.person, record("assessment", table.id.text));
            if (!seen) seen = seen_by(session, house, *open);
            page.found.push_back({.assessment = table.id,
                                  .task = task.id,
                                  .title = task_title(house, asking.language, table.question_set, task.id),
                                  .manager = table.manager,
                                  .round = table.round_title,
                                  .before = std::move(hit->before),
                                  .hit = std::move(hit->hit),
                                  .after = std::move(hit->after),
                                  .seen_by = *seen});
            break;
          }
        }
      }
    }
    return page;
  });
}

}  // namespace trivium::api
