// Nobody fills in a task for nothing: changing its answer changes what is shown later, and where `uses` says so.
#include "api/uses.hpp"
#include "api/agenda_of.hpp"
#include "api/contradictions.hpp"
#include "api/lund.hpp"
#include "api/situation_of.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

triangle::Answer any_stored(const framework::Task& task, by_chance::Chance& chance) {
  triangle::Answer answer{};
  answer.task = task.id;
  answer.facets = framework::any_facets(task, chance);
  if (by_chance::one_in(chance, 3)) answer.notes = "x " + by_chance::word(chance);
  answer.standing = by_chance::one_in(chance, 4) ? triangle::Standing::not_known_yet : triangle::Standing::answered;
  if (by_chance::one_in(chance, 2)) answer.confidence = triangle::Confidence::guess;
  answer.language = "en";
  answer.revision = 1;
  for (const auto& facet : task.facets) {  // the small numbers that rules ask about
    if (facet.kind == framework::Kind::number && by_chance::one_in(chance, 2))
      answer.facets[facet.id] = by_chance::one_of(chance, std::vector<double>{0, 0.5, 1, 3});
  }
  for (auto& [facet, rows] : answer.facets.items()) {
    if (!rows.is_array()) continue;
    for (auto& row : rows) {
      if (row.is_object() && !row.contains("own")) row["id"] = shape::new_uuid();
    }
  }
  return answer;
}

// What is carried out is named word for word now and then: by chance two texts are never the same.
void name_an_instrument(AnswersByTask& answers, by_chance::Chance& chance) {
  std::vector<std::string> texts;
  for (const auto& [task, facet] : {std::pair{"B3", "strategies"}, std::pair{"B4", "services"}}) {
    if (!answers.contains(task)) continue;
    for (const auto& row : answers.at(task).facets.value(facet, shape::Json::array())) {
      if (row.contains("text")) texts.push_back(row["text"]);
    }
  }
  const auto practice = answers.find("C8");
  if (texts.empty() || practice == answers.end() || !practice->second.facets.contains("practices")) return;
  for (auto& row : practice->second.facets["practices"]) {
    if (by_chance::one_in(chance, 2)) row["carries_out"] = by_chance::one_of(chance, texts);
  }
}

// Introductions are weighed once somebody links them.
std::vector<triangle::DrawnLink> linked(const AnswersByTask& answers) {
  const auto rows = [&](const char* task, const char* facet) {
    const auto answer = answers.find(task);
    return answer == answers.end() ? shape::Json::array() : answer->second.facets.value(facet, shape::Json::array());
  };
  std::vector<triangle::DrawnLink> links;
  for (const auto& introduction : rows("C9", "introductions")) {
    for (const auto& demand : rows("A_sum", "demands")) {
      triangle::DrawnLink link{};
      link.kind = triangle::LinkKind::meets;
      link.from_row = introduction["id"];
      link.to_row = demand["id"];
      link.strength = triangle::LinkStrength::direct;
      links.push_back(std::move(link));
    }
  }
  return links;
}

// Views that can be shown from one table alone.
constexpr std::array kAlone{View::fit_map, View::sides, View::lean, View::middle,
                            View::agenda,  View::stage, View::cases};

using Shown = std::map<View, shape::Json>;

shape::Json as_json(const library::Situation& here) {
  return {here.stages, here.asked_for, here.weak, here.broken, here.left_open, here.without_policy};
}

Shown shown(const AnswersByTask& answers) {
  const auto& framework = our_questions().newest();
  static const std::string kLanguage = "en";
  const FitSources from{.words = our_words(),
                        .framework = framework,
                        .texts = *framework.in("en"),
                        .guidance = our_guidance(),
                        .language = kLanguage,
                        .answers = answers,
                        .links = linked(answers)};
  auto map = shape::to_json(fit_of(from));
  Shown all;
  // Which answer a sentence comes from is also said where the answer holds nothing.
  for (auto& capacity : map["middle"]) all[View::middle].push_back(capacity["sentences"]);
  all[View::sides] = map["sides"];
  all[View::lean] = {map["points"], map["distances"]};
  for (const char* member : {"middle", "sides", "points", "distances"}) map.erase(member);
  all[View::fit_map] = std::move(map);
  all[View::agenda] = shape::to_json(agenda_of(from));
  const auto claimed = claimed_in(answers);
  all[View::stage] = {claimed.stage, claimed.newcomers.value_or(-1), claimed.easy_to_plug_in};
  all[View::cases] =
      as_json(situation_of(framework, answers, picture_of(from.guidance, from.words, answers, from.links)));
  return all;
}

// Everything filled in and answered with the same confidence, so that only what is written differs. Rows have ids by
// their place: typed anew they are the same rows.
triangle::Answer any_filled_in(const framework::Task& task, by_chance::Chance& chance) {
  auto answer = any_stored(task, chance);
  answer.standing = triangle::Standing::answered;
  answer.confidence = triangle::Confidence::experience;
  answer.notes = "x";
  for (auto& [facet, rows] : answer.facets.items()) {
    if (!rows.is_array()) continue;
    std::size_t place = 0;
    for (auto& row : rows) {
      if (row.is_object() && !row.contains("own")) row["id"] = task.id + " " + std::to_string(place++);
    }
  }
  return answer;
}

// The same answer with one thing that is filled in said otherwise; none where nothing is filled in both times.
std::optional<triangle::Answer> said_otherwise(const framework::Task& task, triangle::Answer answer,
                                               by_chance::Chance& chance) {
  const auto other = any_filled_in(task, chance);
  std::vector<std::string> both;
  for (const auto& [facet, value] : answer.facets.items()) {
    if (other.facets.contains(facet) && other.facets[facet] != value) both.push_back(facet);
  }
  if (both.empty()) return std::nullopt;
  const auto facet = by_chance::one_of(chance, both);
  answer.facets[facet] = other.facets[facet];
  return answer;
}

// What the views make of the answers, without a word of what was typed.
shape::Json made_of(const AnswersByTask& answers) {
  const auto all = shown(answers);
  auto made = shape::Json::array();
  const auto take = [&](const shape::Json& items, std::initializer_list<const char*> members) {
    auto taken = shape::Json::array();
    for (const auto& item : items) {
      for (const char* member : members) taken.push_back(item.at(member));
    }
    made.push_back(std::move(taken));
  };
  const auto& map = all.at(View::fit_map);
  take(map.at("chains"), {"standing", "partly"});
  take(map.at("findings"), {"kind", "control", "records"});
  take(map.at("lines"), {"kind", "from_row", "to_row", "strength"});
  take(map.at("proposals"), {"kind", "from_row", "to_row"});
  take(map.at("helpful"), {"control"});
  for (const auto& group : all.at(View::agenda).at("groups")) take(group.at("items"), {"id", "control", "number"});
  for (const auto view : {View::sides, View::lean, View::middle, View::stage, View::cases})
    made.push_back(all.at(view));
  return made;
}

}  // namespace

TEST_CASE("changing the answer to any of the 32 tasks changes every view it feeds, and no other") {
  constexpr unsigned kSeeds = 1'000;
  const auto& framework = our_questions().newest();
  const auto all = uses(framework, our_guidance());
  REQUIRE(all.size() == 32);
  std::map<std::string, std::set<View>> seen;
  for (unsigned seed = 1; seed <= kSeeds; ++seed) {
    by_chance::Chance chance{seed};
    AnswersByTask base;
    for (const auto& task : framework.tasks) {
      if (!by_chance::one_in(chance, 3)) base[task.id] = any_stored(task, chance);
    }
    name_an_instrument(base, chance);
    const auto before = shown(base);
    for (const auto& use : all) {
      const bool enough = std::ranges::all_of(kAlone, [&](View view) {
        return std::ranges::find(use.views, view) == use.views.end() || seen[use.task].contains(view);
      });
      if (enough && seed % 20 != 1) continue;  // now and then all the same, for the views it must not touch
      auto changed = base;
      changed[use.task] = any_stored(*framework.task(use.task), chance);
      const auto after = shown(changed);
      for (const auto view : kAlone) {
        if (before.at(view) == after.at(view)) continue;
        seen[use.task].insert(view);
        CAPTURE(seed);
        CAPTURE(use.task);
        CAPTURE(shape::name_of(view));
        CHECK(std::ranges::find(use.views, view) != use.views.end());
      }
    }
  }
  for (const auto& use : all) {
    CAPTURE(use.task);
    CHECK_FALSE(use.views.empty());
    for (const auto view : kAlone) {
      CAPTURE(shape::name_of(view));
      CHECK(seen[use.task].contains(view) == (std::ranges::find(use.views, view) != use.views.end()));
    }
  }
}

TEST_CASE(
    "what is written decides: said otherwise, with all else as it stood, more changes than where it is shown again") {
  constexpr unsigned kSeeds = 400;
  const auto& framework = our_questions().newest();
  std::map<std::string, unsigned> tried;
  std::set<std::string> decides;
  for (unsigned seed = 1; seed <= kSeeds; ++seed) {
    by_chance::Chance chance{seed};
    AnswersByTask base;
    for (const auto& task : framework.tasks) base[task.id] = any_filled_in(task, chance);
    name_an_instrument(base, chance);
    std::optional<shape::Json> before;
    for (const auto& task : framework.tasks) {
      if (decides.contains(task.id)) continue;
      const auto otherwise = said_otherwise(task, base[task.id], chance);
      if (!otherwise) continue;
      ++tried[task.id];
      if (!before) before = made_of(base);
      auto changed = base;
      changed[task.id] = *otherwise;
      if (made_of(changed) != *before) decides.insert(task.id);
    }
  }
  for (const auto& use : uses(framework, our_guidance())) {
    CAPTURE(use.task);
    CHECK(tried[use.task] > 0);
    CHECK(use.only_shown_again != decides.contains(use.task));
    if (use.only_shown_again) CHECK(tried[use.task] > kSeeds / 4);  // it is no accident that nothing was seen
  }
}

TEST_CASE("the list says every task by its id and title, every view by its name, and every rule") {
  const auto& framework = our_questions().newest();
  for (const auto& language : our_words().languages()) {
    CAPTURE(language);
    const auto text = uses_as_text(our_words(), language, framework, our_guidance());
    for (const auto& task : framework.tasks) {
      CAPTURE(task.id);
      const auto line = text.find("\n" + task.id + " ");
      CHECK((line != std::string::npos || text.starts_with(task.id + " ")));
      CHECK(text.find(framework.in(language)->task(task.id).title) != std::string::npos);
    }
    for (const auto& [name, view] : trivium_names(View{}))
      CHECK(text.find(our_words().say(language, "view." + std::string{name})) != std::string::npos);
    for (const auto& rule : our_guidance().rules()) CHECK(text.find(rule.id) != std::string::npos);
  }
}

}  // namespace trivium::api
