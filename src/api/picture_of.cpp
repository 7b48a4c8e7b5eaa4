#include "api/picture_of.hpp"

#include "api/actors.hpp"
#include "api/carried_out.hpp"
#include "api/general_words.hpp"
#include "framework/problem_names.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

using shape::Json;

bool blank(const AnswersByTask& answers, const char* task) {
  const auto found = answers.find(task);
  return found == answers.end() || triangle::empty(found->second);
}

std::optional<double> number_in(const Json& row, const char* member) {
  const auto found = row.find(member);
  return found != row.end() && found->is_number() ? std::optional{found->get<double>()} : std::nullopt;
}

std::vector<fit::Mechanism> mechanisms_named(const Json& codes) {
  std::vector<fit::Mechanism> found;
  for (const auto& code : codes) {
    if (!code.is_string()) continue;  // an entry of one's own stands for none of the three
    if (const auto mechanism = shape::named<fit::Mechanism>(code.get<std::string>())) found.push_back(*mechanism);
  }
  return found;
}

std::vector<fit::Mechanism> usual(const guidance::Guidance& guidance, const char* list, const std::string& kind) {
  std::vector<fit::Mechanism> found;
  for (const auto& code : guidance.usual_mechanisms(list, kind)) {
    if (const auto mechanism = shape::named<fit::Mechanism>(code)) found.push_back(*mechanism);
  }
  return found;
}

// Known is only what was written: a blank is no zero. Whoever talks to the state has a way to the region and, as
// nothing is asked about it, to the European Union.
std::optional<fit::Scale> out_of_reach(const AnswersByTask& answers) {
  const auto answer = answers.find("C4");
  if (answer == answers.end()) return std::nullopt;
  const auto national = number_in(answer->second.facets, "national");
  const auto regional = number_in(answer->second.facets, "regional");
  if (national != 0.0) return std::nullopt;
  return regional == 0.0 ? fit::Scale::regional : fit::Scale::national;
}

struct Draft {
  const std::set<std::string>& everybody;
  TablePicture made = {};
  std::vector<Wording> instruments = {};   // beside made.picture.instruments
  std::vector<std::size_t> problems = {};  // beside made.picture.demands: its place in the table
  struct {
    std::size_t addresses = 0;
    std::size_t carries = 0;
    std::size_t meets = 0;
  } said = {};  // how many links the table says

  template <class Thing>
  static std::optional<std::size_t> place(const std::vector<Thing>& things, const std::string& id) {
    const auto found = std::ranges::find(things, id, &Thing::id);
    if (found == things.end()) return std::nullopt;
    return static_cast<std::size_t>(found - things.begin());
  }

  // of_the_table: how many of the links the answers themselves say.
  static void link(std::vector<fit::Link>& links, std::vector<std::optional<triangle::LinkId>>& drawn,
                   const fit::Link& one, const std::optional<triangle::LinkId>& by_hand, std::size_t of_the_table = 0) {
    for (std::size_t i = 0; i < links.size(); ++i) {
      if (links[i].from != one.from || links[i].to != one.to) continue;
      // A line drawn by hand takes nothing away from what the table says.
      links[i].strength = i < of_the_table ? std::max(links[i].strength, one.strength) : one.strength;
      drawn[i] = by_hand;
      return;
    }
    links.push_back(one);
    drawn.push_back(by_hand);
  }

  void said_in_the_table(const Json& row, std::size_t from, std::vector<fit::Link>& links,
                         std::vector<std::optional<triangle::LinkId>>& drawn) const {
    const auto named = row.find("problems");
    if (named == row.end()) return;
    for (const auto& problem : *named) {
      const auto& places = framework::kProblemPlaces;
      const auto place = std::ranges::find(places, problem.is_string() ? problem.get<std::string>() : "");
      const auto found = std::ranges::find(problems, static_cast<std::size_t>(place - places.begin()));
      if (found != problems.end())
        link(links, drawn, {from, static_cast<std::size_t>(found - problems.begin()), 1}, std::nullopt);
    }
  }

  void demand(const Json& row, std::size_t place, const Meetings& met) {
    constexpr double kMiddle = 3;  // where no weight is given
    auto actors = actors_in(text_in(row, "actors"), everybody);
    made.picture.demands.push_back({.id = text_in(row, "id"),
                                    .task = "A_sum",
                                    .text = text_in(row, "text"),
                                    .weight = number_in(row, "weight").value_or(kMiddle),
                                    .mechanisms = mechanisms_named(row.value("mechanisms", Json::array())),
                                    .scale = shape::named<fit::Scale>(text_in(row, "scale")),
                                    .unmet_actors = unmet(actors, met),
                                    .actors = std::move(actors)});
    problems.push_back(place);
  }

  void instrument(const Json& row, const char* task, std::vector<fit::Mechanism> mechanisms) {
    made.picture.instruments.push_back({.id = text_in(row, "id"),
                                        .task = task,
                                        .text = text_in(row, "text"),
                                        .resource = number_in(row, "share"),
                                        .mechanisms = std::move(mechanisms),
                                        .taken_up_by = actors_in(text_in(row, "taken_up_by"), everybody)});
    instruments.push_back(wording(made.picture.instruments.back().text));
    said_in_the_table(row, made.picture.instruments.size() - 1, made.picture.addresses, made.addresses_drawn);
  }

  void practice(const Json& row, std::vector<fit::Mechanism> mechanisms) {
    made.picture.practices.push_back({.id = text_in(row, "id"),
                                      .task = "C8",
                                      .text = text_in(row, "text"),
                                      .effort = number_in(row, "hours"),
                                      .mechanisms = std::move(mechanisms)});
    const auto at = made.picture.practices.size() - 1;
    said_in_the_table(row, at, made.picture.meets, made.meets_drawn);
    // Named word for word, an instrument is carried out; anything less exact is only proposed.
    auto carries = carried_out(text_in(row, "carries_out"), instruments);
    for (const auto j : carries.named) link(made.picture.carries, made.carries_drawn, {at, j, 1}, std::nullopt);
    for (const auto j : carries.supposed) made.picture.written.push_back({at, j, 1});
    made.picture.practices[at].names_nothing = std::move(carries.names_nothing);
  }

  void introduction(const Json& row) {
    if (text_in(row, "who").empty()) return;
    made.introductions.push_back({.id = text_in(row, "id"),
                                  .task = "C9",
                                  .text = text_in(row, "who"),
                                  .effort = std::nullopt,
                                  .mechanisms = {fit::Mechanism::matching}});
  }

  void take_up_introduction(const std::string& row) {
    const auto found = std::ranges::find(made.introductions, row, &fit::Practice::id);
    if (found == made.introductions.end()) return;
    made.picture.practices.push_back(std::move(*found));
    made.introductions.erase(found);
  }

  void by_hand(const triangle::DrawnLink& given) {
    const double strength = given.strength == triangle::LinkStrength::direct ? 1 : 0.5;
    auto& picture = made.picture;
    const bool from_instrument = given.kind == triangle::LinkKind::addresses;
    const auto to = given.kind == triangle::LinkKind::carries ? place(picture.instruments, given.to_row)
                                                              : place(picture.demands, given.to_row);
    if (to && !from_instrument) take_up_introduction(given.from_row);
    const auto from =
        from_instrument ? place(picture.instruments, given.from_row) : place(picture.practices, given.from_row);
    if (!from || !to) return;  // one end has been taken out of the table since
    const fit::Link line{*from, *to, strength};
    switch (given.kind) {
      case triangle::LinkKind::addresses:
        return link(picture.addresses, made.addresses_drawn, line, given.id, said.addresses);
      case triangle::LinkKind::carries: return link(picture.carries, made.carries_drawn, line, given.id, said.carries);
      case triangle::LinkKind::meets: return link(picture.meets, made.meets_drawn, line, given.id, said.meets);
    }
  }
};

}  // namespace

TablePicture picture_of(const guidance::Guidance& guidance, const words::Words& words, const AnswersByTask& answers,
                        const std::vector<triangle::DrawnLink>& drawn) {
  const auto everybody = everybody_words(words);
  Draft draft{everybody};
  auto& picture = draft.made.picture;
  auto met = meetings_in(answers);
  const auto each = [&](const char* task, const char* facet, const auto& with) {
    const auto& rows = rows_in(answers, task, facet);
    for (const auto place : told_rows(rows)) with(rows[place], place);
  };
  // What its manager ticked for one entry counts instead of what its kind usually does.
  const auto kinds = [&](const char* list) {
    return [&, list](const Json& row) {
      const auto own = row.find("mechanisms");
      return own != row.end() && !own->empty() ? mechanisms_named(*own) : usual(guidance, list, text_in(row, "kind"));
    };
  };
  each("A_sum", "demands", [&](const Json& row, std::size_t place) { draft.demand(row, place, met); });
  each("B3", "strategies",
       [&, of = kinds("strategy_kind")](const Json& row, std::size_t) { draft.instrument(row, "B3", of(row)); });
  each("B4", "services",
       [&, of = kinds("service_kind")](const Json& row, std::size_t) { draft.instrument(row, "B4", of(row)); });
  each("C8", "practices",
       [&, of = kinds("event_kind")](const Json& row, std::size_t) { draft.practice(row, of(row)); });
  for (const auto& row : rows_in(answers, "C9", "introductions")) draft.introduction(row);
  draft.said = {picture.addresses.size(), picture.carries.size(), picture.meets.size()};
  for (const auto& link : drawn) draft.by_hand(link);
  picture.out_of_reach = out_of_reach(answers);
  picture.whole = 100;  // shares are asked for in percent
  picture.policy_blank = picture.instruments.empty() && blank(answers, "B3") && blank(answers, "B4");
  picture.practice_blank = picture.practices.empty() && blank(answers, "C8");
  picture.meetings = std::move(met.tasks);
  return std::move(draft.made);
}

Ends ends_in(const TablePicture& table, triangle::LinkKind kind, const std::string& from_row,
             const std::string& to_row) {
  const auto holds = [](const auto& things, const std::string& row) {
    return std::ranges::any_of(things, [&](const auto& thing) { return thing.id == row; });
  };
  const auto& picture = table.picture;
  return {
      .from = kind == triangle::LinkKind::addresses
                  ? holds(picture.instruments, from_row)
                  : holds(picture.practices, from_row) || holds(table.introductions, from_row),
      .to = kind == triangle::LinkKind::carries ? holds(picture.instruments, to_row) : holds(picture.demands, to_row)};
}

std::optional<triangle::LinkKind> kind_between(const TablePicture& table, const std::string& from_row,
                                               const std::string& to_row) {
  for (const auto& [name, kind] : trivium_names(triangle::LinkKind{})) {
    const auto ends = ends_in(table, kind, from_row, to_row);
    if (ends.from && ends.to) return kind;
  }
  return std::nullopt;
}

const std::vector<std::string>& tasks_of_the_picture() {
  static const std::vector<std::string> kTasks{"A_sum", "B3", "B4", "B7", "C3", "C4", "C8", "C9"};
  return kTasks;
}

const std::vector<std::string>& tasks_of_the_sides() {
  static const std::vector<std::string> kTasks{"A_sum", "B3", "B4", "C8", "C9"};
  return kTasks;
}

guidance::Answers answers_for_rules(const AnswersByTask& answers) {
  guidance::Answers found;
  for (const auto& [task, answer] : answers) {
    found[task] = {.standing = answer.standing ? std::string{shape::name_of(*answer.standing)} : std::string{},
                   .says = !triangle::empty(answer),
                   .facets = answer.facets};
  }
  // As on the map: a row without a name is nothing yet that a rule could ask about.
  for (const auto& [task, facet] :
       {std::pair{"A_sum", "demands"}, {"B3", "strategies"}, {"B4", "services"}, {"C8", "practices"}}) {
    const auto answer = found.find(task);
    if (answer == found.end() || !answer->second.facets.contains(facet)) continue;
    auto& rows = answer->second.facets[facet];
    Json told = Json::array();
    for (const auto place : told_rows(rows)) told.push_back(rows[place]);
    if (told.empty()) answer->second.facets.erase(facet);
    else rows = std::move(told);
  }
  return found;
}

}  // namespace trivium::api
