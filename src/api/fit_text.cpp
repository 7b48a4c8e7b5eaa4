#include "api/fit_text.hpp"

#include <fmt/format.h>

#include <iterator>
#include <set>

namespace trivium::api {
namespace {

class Text {
 public:
  Text(const words::Words& words, const std::string& language) : words_{words}, language_{language} {}

  [[nodiscard]] std::string say(const std::string& key, const words::Args& args = {}) const {
    return words_.say(language_, key, args);
  }
  template <class Name>
  [[nodiscard]] std::string named(const std::string& key, Name name, const words::Args& args = {}) const {
    return say(key + std::string{shape::name_of(name)}, args);
  }
  [[nodiscard]] std::string partly(bool so) const { return so ? " (" + say("fit.partly") + ")" : ""; }

  template <class... Args>
  void line(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(made_), format, std::forward<Args>(args)...);
    made_ += '\n';
  }
  void heading(const std::string& key) { line("\n{}\n", say(key)); }
  std::string made() && { return std::move(made_); }

 private:
  const words::Words& words_;
  const std::string& language_;
  std::string made_;
};

void add_chains(Text& text, const FitPage& page) {
  text.heading("fit.demands");
  if (page.chains.empty()) text.line("{}", text.say("fit.no_demands"));
  for (const auto& chain : page.chains) {
    const auto* instrument =
        chain.standing == fit::Standing::from_below ? "fit.instrument_beside" : "fit.by_instrument";
    text.line("{}. {}\n   {}{}", chain.number, chain.text, text.named("fit.standing.", chain.standing),
              text.partly(chain.partly));
    text.line("   B {}", chain.instrument ? text.say(instrument, {{"instrument", *chain.instrument}})
                                          : text.say(page.policy_blank ? "fit.policy_blank" : "fit.no_instrument"));
    for (const auto& other : chain.other_instruments)
      text.line("     {}", text.say("fit.other_instrument", {{"instrument", other}}));
    text.line("   C {}", chain.practice ? text.say("fit.by_practice", {{"practice", *chain.practice}})
                                        : text.say(page.practice_blank ? "fit.practice_blank" : "fit.no_practice"));
  }
}

std::string titles(const std::vector<FitRecord>& records) {
  std::string all;
  for (const auto& record : records) all += fmt::format("{}{} {}", all.empty() ? "" : "; ", record.task, record.title);
  return all;
}

void add_findings(Text& text, const FitPage& page) {
  if (!page.findings.empty()) text.heading("fit.breaks");
  for (const auto& finding : page.findings) {
    if (finding.first_of_kind) text.line("{}. {}", finding.title, finding.question);
    text.line("- {}\n  ({}: {})", finding.sentence, text.named("control.", finding.control), titles(finding.records));
    if (const auto& one = finding.beside)
      text.line("  {} {} ({}). {}", text.say("fit.beside"), one->title, one->told_of, one->because);
  }
  if (!page.contradictions.empty()) text.heading("stage.apart");
  for (const auto& found : page.contradictions) {
    text.line("{}. {}\n- {}", found.title, found.question, found.said);
    for (const auto& counted : found.counted) text.line("- {}", counted);
    text.line("  {}\n  ({}: {}; {})", found.reason, text.named("control.", found.control), titles(found.records),
              text.say("apart.numbers"));
  }
}

void add_sides(Text& text, const FitPage& page) {
  text.heading("fit.sides");
  for (const auto& side : page.sides) {
    text.line("{}: {}{}", side.name, side.sentence, side.agreement.empty() ? "" : " " + side.agreement);
    for (const auto& numbers : {side.reach_said, side.proportion_said})
      if (!numbers.empty()) text.line("   {}", numbers);
  }
}

void add_middle_and_lean(Text& text, const FitPage& page) {
  text.heading("middle.heading");
  for (const auto& capacity : page.middle) {
    std::string sentences;
    for (const auto& sentence : capacity.sentences) sentences += " " + sentence;
    text.line("{}:{}", capacity.name, sentences);
  }
  text.heading("fit.lean");
  for (const auto& point : page.points) text.line("{}  {}", point.mark, point.sentence);
  for (const auto& distance : page.distances) text.line("   {}", distance.sentence);
}

void add_links(Text& text, const FitPage& page) {
  const auto link = [&](const auto& one) {
    return text.named("fit.link.", one.kind, {{"from", one.from}, {"to", one.to}});
  };
  text.heading("fit.links");
  if (page.lines.empty()) text.line("{}", text.say("fit.no_links_yet"));
  for (const auto& line : page.lines)
    text.line("- {}{}{}", link(line), text.partly(line.strength == triangle::LinkStrength::partly),
              line.link ? "" : " (" + text.say("fit.said_in_table") + ")");
  if (!page.loose.empty()) text.heading("fit.loose");
  for (const auto& loose : page.loose) text.line("{}  {}", loose.mark, loose.text);
  if (!page.proposals.empty()) text.heading("fit.proposals");
  for (const auto* proposals : {&page.proposals, &page.more_proposals}) {
    for (const auto& proposal : *proposals) text.line("- {} ({})", link(proposal), proposal.because);
  }
}

// One below the other; a kind is named where it begins, and a question is asked where it first stands. An item of a
// group that stood among the first is not told again, so this goes by what was told and not by what a page shows.
class Items {
 public:
  explicit Items(Text& text) : text_{text} {}

  void begin() { kind_.clear(); }

  void add(const AgendaItem& item) {
    if (item.id != kind_) text_.line("- {}", item.title);
    kind_ = item.id;
    if (asked_.insert(item.question).second) {
      text_.line("  {}", item.question);
      if (!item.reason.empty()) text_.line("  {}", item.reason);
      if (!item.step.empty()) text_.line("  {}", item.step);
    }
    text_.line("  {}", item.finding);
    text_.line("  ({}{}{}{})", text_.named("control.", item.control), item.records.empty() ? "" : ": ",
               titles(item.records), item.counted ? "; " + text_.say("apart.numbers") : "");
  }

 private:
  Text& text_;
  std::string kind_;
  std::set<std::string> asked_;
};

void add_lobbying_list(Text& text, const AgendaPage& page) {
  if (page.lobbying.empty()) return;
  text.heading("agenda.lobbying");
  for (const auto& asked : page.lobbying)
    text.line("- {} ({}; {})", asked.text, asked.level, text.named("fit.standing.", asked.standing));
}

}  // namespace

std::string fit_as_text(const words::Words& words, const std::string& language, const FitPage& page) {
  Text text{words, language};
  add_chains(text, page);
  add_findings(text, page);
  add_sides(text, page);
  add_middle_and_lean(text, page);
  if (!page.helpful.empty()) text.heading("fit.helpful");
  for (const auto& help : page.helpful)
    text.line("- {} ({}: {})", help.question, text.named("control.", help.control), titles(help.records));
  add_links(text, page);
  return std::move(text).made();
}

std::string agenda_as_text(const words::Words& words, const std::string& language, const AgendaPage& page) {
  Text text{words, language};
  text.heading("title.agenda");
  if (page.first.empty()) text.line("{}", text.say("agenda.nothing"));
  Items items{text};
  for (const auto& item : page.first) items.add(item);
  for (const auto& group : page.groups) {
    items.begin();
    for (const auto& item : group.items) {
      if (!item.to_begin_with) items.add(item);
    }
  }
  add_lobbying_list(text, page);
  return std::move(text).made();
}

}  // namespace trivium::api
