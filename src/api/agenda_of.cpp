#include "api/agenda_of.hpp"

#include "api/answers_on_map.hpp"
#include "api/fit_words.hpp"
#include "api/section_words.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace trivium::api {
namespace {

constexpr std::size_t kToBeginWith = 5;

// Contradictions between the vertices come before what holds within one.
int order_of(const guidance::Rule& rule) {
  constexpr std::array<std::string_view, 4> kOrder{"contradiction", "pitfall", "blockage", "stage"};
  return static_cast<int>(std::ranges::find(kOrder, rule.kind) - kOrder.begin());
}

std::string other_than(const std::string& language, const guidance::RuleText& text) {
  return text.language == language ? "" : text.language;
}

// The break says what does not meet; why that could matter stands in the content.
AgendaItem item_of(const FitFinding& finding, const FitSources& from) {
  const std::string kind{shape::name_of(finding.kind)};
  AgendaItem item{.id = kind,
                  .control = finding.control,
                  .title = from.words.say(from.language, "fit.break." + kind),
                  .finding = finding.sentence,
                  .reason = {},
                  .question = finding.question,
                  .step = {},
                  .section = {},
                  .only_in = {},
                  .from_map = true,
                  .number = finding.number,
                  .to_begin_with = false,
                  .goes_on = false,
                  .asked_above = false,
                  .records = finding.records};
  if (const auto* rule = from.guidance.behind(kind)) {
    const auto& text = from.guidance.text(from.language, rule->id);
    item.reason = text.reason;
    item.step = text.step;
    item.section = section_in_words(from.words, from.language, rule->section);
    item.only_in = other_than(from.language, text);
  }
  return item;
}

AgendaItem item_of(const FitContradiction& found) {
  std::string both = found.said;
  for (const auto& counted : found.counted) both += " " + counted;
  return {.id = "counted." + found.id,
          .control = found.control,
          .title = found.title,
          .finding = std::move(both),
          .reason = found.reason,
          .question = found.question,
          .step = {},
          .section = found.section,
          .only_in = {},
          .from_map = true,
          .number = {},
          .to_begin_with = false,
          .goes_on = false,
          .asked_above = false,
          .records = found.records,
          .counted = true,
          .cluster = found.cluster};
}

AgendaItem item_of(const guidance::Rule& rule, const FitSources& from) {
  const auto& text = from.guidance.text(from.language, rule.id);
  AgendaItem item{.id = rule.id,
                  .control = shape::named<fit::Control>(rule.control).value(),
                  .title = text.title,
                  .finding = text.finding,
                  .reason = text.reason,
                  .question = text.question,
                  .step = text.step,
                  .section = section_in_words(from.words, from.language, rule.section),
                  .only_in = other_than(from.language, text),
                  .from_map = false,
                  .number = {},
                  .to_begin_with = false,
                  .goes_on = false,
                  .asked_above = false,
                  .records = {}};
  for (const auto& task : rule.tasks) {
    if (from.framework.task(task) != nullptr) item.records.push_back({task, from.texts.task(task).title});
  }
  return item;
}

// The heaviest breaks, and between them what the numbers and the answers contradict: neither crowds the other out.
std::vector<AgendaItem> by_turns(std::vector<AgendaItem> breaks, std::vector<AgendaItem> rules) {
  std::vector<AgendaItem> all;
  for (std::size_t i = 0; i < std::max(breaks.size(), rules.size()); ++i) {
    if (i < breaks.size()) all.push_back(std::move(breaks[i]));
    if (i < rules.size()) all.push_back(std::move(rules[i]));
  }
  return all;
}

// Items of one kind stand together, where the first of them stood.
void put_together(std::vector<AgendaItem>& items) {
  std::vector<std::string> kinds;
  for (const auto& item : items) {
    if (std::ranges::find(kinds, item.id) == kinds.end()) kinds.push_back(item.id);
  }
  std::ranges::stable_sort(items, {}, [&](const AgendaItem& item) { return std::ranges::find(kinds, item.id); });
}

// Down the page, what has been asked: each question once, with the findings it belongs to.
class Asked {
 public:
  void note(std::vector<AgendaItem>& items) {
    put_together(items);
    const std::string* above = nullptr;
    for (auto& item : items) {
      item.goes_on = above != nullptr && *above == item.id;
      item.asked_above = !questions_.insert(item.question).second;
      above = &item.id;
    }
  }

 private:
  std::set<std::string> questions_;
};

std::vector<AgendaLobbied> lobbying(const FitSources& from, const fit::Picture& picture,
                                    const std::vector<fit::Chain>& chains) {
  std::vector<AgendaLobbied> all;
  for (const auto& chain : chains) {
    const auto& demand = picture.demands[chain.demand];
    if (!fit::for_the_lobbying_list(demand)) continue;
    all.push_back({.text = demand.text,
                   .level = from.words.say(from.language, "fit.scale." + std::string{shape::name_of(*demand.scale)}),
                   .standing = chain.standing});
  }
  return all;
}

}  // namespace

AgendaPage agenda_of(const FitSources& from) {
  const auto table = picture_of(from.guidance, from.words, from.answers, from.links);
  const FitWords said{from.words, from.texts, from.language, table.picture, table.introductions};
  std::vector<AgendaItem> breaks;
  const auto chains = fit::chains(table.picture);
  for (const auto& finding : said.findings(chains)) breaks.push_back(item_of(finding, from));
  auto holding = from.guidance.that_hold(answers_on_map(from.answers, table), from.earlier);
  std::ranges::stable_sort(holding, {}, [](const guidance::Rule* rule) { return order_of(*rule); });
  std::vector<AgendaItem> rules;
  for (const auto& found : from.contradictions) rules.push_back(item_of(found));
  for (const auto* rule : holding) rules.push_back(item_of(*rule, from));

  AgendaPage page{};
  for (const auto control :
       {fit::Control::by_hand, fit::Control::influence, fit::Control::lobby, fit::Control::live_with})
    page.groups.push_back({control, 0, {}});
  for (auto& item : by_turns(std::move(breaks), std::move(rules))) {
    item.to_begin_with = page.first.size() < kToBeginWith;
    if (item.to_begin_with) page.first.push_back(item);
    else ++page.more;
    auto& group = page.groups[static_cast<std::size_t>(item.control)];
    ++group.count;
    group.items.push_back(std::move(item));
  }
  page.lobbying = lobbying(from, table.picture, chains);
  std::erase_if(page.groups, [&](const AgendaGroup& group) {
    return group.items.empty() && (group.control != fit::Control::lobby || page.lobbying.empty());
  });
  Asked asked;
  asked.note(page.first);
  for (auto& group : page.groups) asked.note(group.items);
  return page;
}

}  // namespace trivium::api
