// Nobody fills in a task for nothing: changing its answer changes what is shown later, and where `uses` says so.
#include "api/uses.hpp"
#include "api/agenda_of.hpp"
#include "api/lund.hpp"

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

struct Shown {
  shape::Json map;
  shape::Json middle;
  shape::Json agenda;

  const shape::Json& operator[](View view) const {
    return view == View::fit_map ? map : view == View::middle ? middle : agenda;
  }
};

Shown shown(const AnswersByTask& answers) {
  const auto& framework = our_questions().newest();
  static const std::string kLanguage = "en";
  const FitSources from{.words = our_words(),
                        .framework = framework,
                        .texts = *framework.in("en"),
                        .guidance = our_guidance(),
                        .language = kLanguage,
                        .answers = answers,
                        .links = {}};
  auto map = shape::to_json(fit_of(from));
  shape::Json middle;
  // Which answer a sentence comes from is also said where the answer holds nothing.
  for (auto& capacity : map["middle"]) middle.push_back(capacity["sentences"]);
  map.erase("middle");
  return {std::move(map), std::move(middle), shape::to_json(agenda_of(from))};
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
      const bool enough = std::ranges::all_of(use.views, [&](View view) { return seen[use.task].contains(view); });
      if (enough && seed % 20 != 1) continue;  // now and then all the same, for the views it must not touch
      auto changed = base;
      changed[use.task] = any_stored(*framework.task(use.task), chance);
      const auto after = shown(changed);
      for (const auto view : {View::fit_map, View::middle, View::agenda}) {
        if (before[view] == after[view]) continue;
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
    for (const auto view : use.views) {
      CAPTURE(shape::name_of(view));
      CHECK(seen[use.task].contains(view));
    }
  }
}

}  // namespace trivium::api
