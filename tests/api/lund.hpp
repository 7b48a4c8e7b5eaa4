// A cluster with two managers and everything the endpoints need, for claims about what they give.
#pragma once

#include "access/town.hpp"
#include "api/asking.hpp"
#include "api/house.hpp"
#include "api/question_page.hpp"
#include "framework/any_facets.hpp"

#include <doctest/doctest.h>

namespace trivium::api {

inline const framework::QuestionSets& our_questions() {
  static const auto sets =
      framework::QuestionSets::load(std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data/framework").value();
  return sets;
}

inline const words::Words& our_words() {
  static const auto words = words::Words::load(std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data/words").value();
  return words;
}

inline const guidance::Guidance& our_guidance() {
  static const auto guidance =
      guidance::Guidance::load(std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data/guidance", our_questions().newest())
          .value();
  return guidance;
}

inline const library::Library& our_library() {
  static const auto library =
      library::Library::load(std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data/library", our_questions().newest())
          .value();
  return library;
}

inline const stage::Thresholds& our_thresholds() {
  static const auto thresholds =
      stage::load_thresholds(std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data/stage.yaml", our_questions().newest())
          .value();
  return thresholds;
}

inline const programme::Template& our_programme() {
  static const auto steps =
      programme::load_template(std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data/programme/template.yaml").value();
  return steps;
}

class Lund {
 public:
  explicit Lund(const std::string& url) : store{{.url = url, .readers = 4}} {
    store.write([&](store::Session& session) {
      cluster = access::settle_cluster(session, "Lund", "Food");
      ana = access::settle_person(session, "Ana");
      bo = access::settle_person(session, "Bo");
      for (const auto& manager : {ana, bo}) access::settle_role(session, manager, cluster, access::Role::manager);
    });
  }

  Asking asking(const triangle::PersonId& who, const std::string& language = "en") {
    return {.visitor = store.read([&](store::Session& session) { return access::as_visitor(session, who); }),
            .language = language,
            .now = shape::now(),
            .address = "192.0.2.1",
            .device = "test"};
  }

  // A table in a round of its own.
  triangle::AssessmentId table(const triangle::PersonId& owner, triangle::Vertex from = triangle::Vertex::A) {
    triangle::AssessmentId id;
    store.write([&](store::Session& session) {
      const auto round = access::settle_round(session, cluster, "2026-09-01");
      id = access::settle_table(session, round, owner, from);
    });
    return id;
  }

  // Returns when everything that was only noted is written too.
  void settle_down() {
    store.write([](store::Session& session) { session.number("select count(*) from looks"); });
  }

  store::Store store;
  House house{store, our_questions(), our_words(), our_guidance(), our_library(), our_thresholds(), our_programme()};
  triangle::ClusterId cluster;
  triangle::PersonId ana;
  triangle::PersonId bo;
};

inline SaveAnswer saving(const triangle::AssessmentId& table, const std::string& task) {
  return {.assessment = table,
          .task = task,
          .revision = 0,
          .standing = {},
          .confidence = {},
          .notes = {},
          .evidence = {},
          .facets = {},
          .language = {},
          .then = Then::stay};
}

// Something, nothing or a word of how it stands, in all their combinations.
inline SaveAnswer any_answer(const triangle::AssessmentId& table, const framework::Task& task,
                             by_chance::Chance& chance) {
  using by_chance::one_in;
  auto given = saving(table, task.id);
  if (one_in(chance, 2)) given.notes = framework::any_line(chance);
  if (one_in(chance, 3)) given.evidence = framework::any_line(chance);
  if (one_in(chance, 2)) given.facets = framework::any_facets(task, chance);
  if (one_in(chance, 2)) given.standing = static_cast<Stands>(by_chance::below(chance, 5));
  if (one_in(chance, 3)) given.confidence = triangle::Confidence::guess;
  if (one_in(chance, 3)) given.language = "es";
  return given;
}

}  // namespace trivium::api
