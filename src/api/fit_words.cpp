#include "api/fit_words.hpp"

#include "api/written_for.hpp"
#include "shape/form.hpp"
#include "shape/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace trivium::api {
namespace {

// Sentences quote what was written; a long text only as far as one recognises it.
std::string quoted(const std::string& text) { return shape::beginning(text, 90); }

std::string amount_key(double part) {
  if (part < 0.005) return "nothing";
  if (part < 0.34) return "little";
  if (part < 0.67) return "half";
  if (part < 0.995) return "most";
  return "all";
}

// Of a line, in fifths. Only nothing is drawn like nothing, and only everything like everything: as the words have it.
int width_of(double part) {
  const auto key = amount_key(part);
  if (key == "nothing") return 0;
  if (key == "all") return 5;
  return std::clamp(static_cast<int>(std::lround(part * 5)), 1, 4);
}

std::string amount(const words::Words& words, const std::string& language, const fit::Interval& interval) {
  const auto least = amount_key(interval.least);
  const auto most = amount_key(interval.most);
  if (least == most) return words.say(language, "fit.amount." + least);
  return words.say(
      language, "fit.amount.between",
      {{"least", words.say(language, "fit.amount." + least)}, {"most", words.say(language, "fit.amount." + most)}});
}

// Two digits are more than anybody knows.
std::optional<fit::Interval> rounded(const std::optional<fit::Interval>& interval) {
  if (!interval) return std::nullopt;
  const auto two_digits = [](double part) { return std::round(part * 100) / 100; };
  return fit::Interval{two_digits(interval->least), two_digits(interval->most)};
}

// One number where both ends are the same on paper.
std::string numbers(const words::Words& words, const std::string& language, const std::string& key,
                    const std::optional<fit::Interval>& interval) {
  if (!interval) return {};
  const auto least = words::number(language, interval->least, 2);
  const auto most = words::number(language, interval->most, 2);
  return words.say(language, "fit.number." + key,
                   {{"least", least}, {"most", most}, {"one", least == most ? "yes" : "no"}});
}

// A vertex nobody has answered names nothing yet; that is not the same as having nothing.
std::string unsaid_key(fit::Unsaid why, const fit::Picture& picture) {
  if (why == fit::Unsaid::no_instrument && picture.policy_blank) return "fit.unsaid.policy_blank";
  if (why == fit::Unsaid::no_practice && picture.practice_blank) return "fit.unsaid.practice_blank";
  return "fit.unsaid." + std::string{shape::name_of(why)};
}

// What was written of a practice is said before it is said that nothing came of it.
void tell_what_is_written(words::Args& args, const fit::Picture& picture, const fit::Break& found) {
  const auto written = written_for(picture, found);
  args["written"] = shape::name_of(written.meant);
  if (written.meant == Meant::nothing) return;
  args["writer"] = quoted(picture.practices[written.practice].text);
  args["carries_out"] = quoted(picture.practices[written.practice].names_nothing);
}

const char* blank_in(const fit::Picture& picture) {
  if (picture.policy_blank) return picture.practice_blank ? "both" : "policy";
  return picture.practice_blank ? "practice" : "none";
}

FitSide side_in_words(const words::Words& words, const std::string& language, const std::string& key,
                      const fit::Side& side, const fit::Picture& picture, const char* path) {
  FitSide said{.name = words.say(language, "fit.side." + key),
               .said = side.reach.has_value(),
               .sentence = {},
               .agreement = {},
               .reach = rounded(side.reach),
               .proportion = rounded(side.proportion),
               .reach_said = {},
               .proportion_said = {},
               .width = 0,
               .not_known = false,
               .path = path};
  said.reach_said = numbers(words, language, "reach", said.reach);
  said.proportion_said = numbers(words, language, "proportion", said.proportion);
  const auto unsaid = [&](fit::Unsaid why) { return words.say(language, unsaid_key(why, picture)); };
  if (side.reach) {
    said.sentence = words.say(language, "fit.reach." + key, {{"amount", amount(words, language, *side.reach)}});
    said.width = width_of(side.reach->least);
    said.not_known = said.width == 0 && width_of(side.reach->most) > 0;
  } else {
    said.sentence = unsaid(*side.why_no_reach);
  }
  if (side.proportion)
    said.agreement =
        words.say(language, "fit.proportion." + key, {{"amount", amount(words, language, *side.proportion)}});
  else if (side.why_no_proportion != side.why_no_reach) said.agreement = unsaid(*side.why_no_proportion);
  return said;
}

}  // namespace

std::vector<FitSide> sides_in_words(const words::Words& words, const std::string& language,
                                    const fit::Picture& picture) {
  const auto sides = fit::sides(picture);
  // Between the middles of the vertices, as web/pages/home.mustache draws them.
  return {side_in_words(words, language, "a_b", sides.a_b, picture, "M330 66 170 340"),
          side_in_words(words, language, "b_c", sides.b_c, picture, "M170 340H490"),
          side_in_words(words, language, "a_c", sides.a_c, picture, "M330 66 490 340")};
}

words::Args FitWords::names(const std::optional<std::size_t>& demand, const std::optional<std::size_t>& instrument,
                            const std::optional<std::size_t>& practice) const {
  words::Args args;
  if (demand) args["demand"] = quoted(picture.demands[*demand].text);
  if (instrument) args["instrument"] = quoted(picture.instruments[*instrument].text);
  if (practice) args["practice"] = quoted(picture.practices[*practice].text);
  return args;
}

std::string FitWords::in_quotes(const std::vector<std::string>& written) const {
  std::vector<std::string> all;
  for (const auto& text : written) all.push_back(words.say(language, "quoted", {{"text", quoted(text)}}));
  return words::joined(language, all);
}

// A way to the form with the end chosen that lacks a link; none where no link would help, or where there is nothing yet
// at its other end.
std::string FitWords::drawing(const fit::Break& found) const {
  const auto to = [](const char* end, const std::string& row) {
    return fmt::format("?{}={}#draw", end, shape::escaped(row));
  };
  const bool demands = !picture.demands.empty();
  const bool instruments = !picture.instruments.empty();
  const bool practices = !picture.practices.empty() || !introductions.empty();
  switch (found.kind) {
    case fit::BreakKind::unanswered:
    case fit::BreakKind::from_below:
      return instruments || practices ? to("to_row", picture.demands[*found.demand].id) : "";
    case fit::BreakKind::on_paper: return practices ? to("to_row", picture.instruments[*found.instrument].id) : "";
    case fit::BreakKind::answer_without_a_question:
      return demands ? to("from_row", picture.instruments[*found.instrument].id) : "";
    case fit::BreakKind::busy_without_a_reason:
      return demands || instruments ? to("from_row", picture.practices[*found.practice].id) : "";
    default: return {};
  }
}

std::vector<FitFinding> FitWords::findings(const std::vector<fit::Chain>& chains) const {
  std::vector<FitFinding> all;
  for (const auto& found : fit::breaks(picture, chains)) all.push_back(finding(found));
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto kind = all[i].kind;
    all[i].number = static_cast<int>(i) + 1;
    all[i].first_of_kind = i == 0 || all[i - 1].kind != kind;
    all[i].last_of_kind = i + 1 == all.size() || all[i + 1].kind != kind;
    all[i].of_kind = static_cast<int>(std::ranges::count(all, kind, &FitFinding::kind));
    all[i].folded = !fit::becomes_of_a_problem(kind) && kind != all.front().kind;
  }
  return all;
}

FitFinding FitWords::finding(const fit::Break& found) const {
  const std::string key = "fit.break." + std::string{shape::name_of(found.kind)};
  auto args = names(found.demand, found.instrument, found.practice);
  args["blank"] = blank_in(picture);
  tell_what_is_written(args, picture, found);
  if (found.kind == fit::BreakKind::unreached) {
    args["actors"] = in_quotes(picture.demands[*found.demand].unmet_actors);
  }
  if (found.kind == fit::BreakKind::wrong_scale)
    args["scale"] =
        words.say(language, "fit.scale." + std::string{shape::name_of(*picture.demands[*found.demand].scale)});
  std::vector<std::size_t> others;
  if (found.kind == fit::BreakKind::on_paper) {
    others = fit::other_instruments(picture, *found.demand, found.instrument);
    std::vector<std::string> names;
    for (const auto other : others) names.push_back(picture.instruments[other].text);
    args["others"] = names.empty() ? "none" : in_quotes(names);
  }
  FitFinding said{.kind = found.kind,
                  .control = found.control,
                  .title = words.say(language, key),
                  .sentence = words.say(language, key + ".sentence", args),
                  .question = words.say(language, key + ".question", args),
                  .records = {},
                  .first_of_kind = true,
                  .last_of_kind = true,
                  .of_kind = 1,
                  .folded = false,
                  .number = {},
                  .draw = drawing(found)};
  const auto record = [&](const std::string& task) {
    if (std::ranges::find(said.records, task, &FitRecord::task) == said.records.end())
      said.records.push_back({task, texts.task(task).title});
  };
  if (found.demand) record(picture.demands[*found.demand].task);
  if (found.instrument) record(picture.instruments[*found.instrument].task);
  for (const auto other : others) record(picture.instruments[other].task);
  if (found.practice) record(picture.practices[*found.practice].task);
  if (args.contains("writer")) record("C8");
  if (found.kind == fit::BreakKind::wrong_scale) record("C4");
  if (found.kind == fit::BreakKind::unreached) {
    for (const auto& task : picture.meetings) record(task);
  }
  return said;
}

FitHelp FitWords::help(const fit::Change& change) const {
  std::string key = "fit.help." + std::string{shape::name_of(change.kind)};
  if (change.kind != fit::ChangeKind::address) key += change.practice ? ".by" : ".new";
  FitHelp said{.control = change.control,
               .question = words.say(language, key, names(change.demand, change.instrument, change.practice)),
               .records = {},
               .draw = drawing(change)};
  const auto record = [&](const std::string& task) { said.records.push_back({task, texts.task(task).title}); };
  if (change.demand) record(picture.demands[*change.demand].task);
  if (change.instrument) record(picture.instruments[*change.instrument].task);
  if (change.practice) record(picture.practices[*change.practice].task);
  return said;
}

// To the form with both ends of the link chosen; the one, where who would do it is still to be found.
std::string FitWords::drawing(const fit::Change& change) const {
  const auto& to = change.kind == fit::ChangeKind::carry ? picture.instruments[*change.instrument].id
                                                         : picture.demands[*change.demand].id;
  if (change.kind == fit::ChangeKind::address)
    return fmt::format("?from_row={}&to_row={}#draw", shape::escaped(picture.instruments[*change.instrument].id),
                       shape::escaped(to));
  if (change.practice)
    return fmt::format("?from_row={}&to_row={}#draw", shape::escaped(picture.practices[*change.practice].id),
                       shape::escaped(to));
  const bool practices = !picture.practices.empty() || !introductions.empty();
  return practices ? fmt::format("?to_row={}#draw", shape::escaped(to)) : "";
}

}  // namespace trivium::api
