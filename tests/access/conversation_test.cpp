// Of what is said in conversations nothing is lost.
#include "programme/conversation.hpp"

#include "access/town.hpp"

#include <doctest/doctest.h>

#include <set>
#include <thread>

namespace trivium::access {

TEST_CASE("two coaches and four managers who write at once in one conversation: nothing is lost, nothing doubled") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 6}};
    std::vector<PersonId> people;
    const auto id = store.write([&](store::Session& session) {
      const auto round = settle_round(session, settle_cluster(session, "Lund", "Food"), "2026-09-01");
      for (int i = 0; i < 6; ++i) people.push_back(settle_person(session, "person " + std::to_string(i)));
      return programme::begin(session,
                              {.id = programme::ConversationId::fresh(),
                               .round = round,
                               .assessment = {},
                               .task = {},
                               .on_revision = 0,
                               .with_person = people[0],
                               .heard = programme::Heard::colleagues,
                               .begun_by = people[0],
                               .begun_at = kMorning,
                               .resolved_at = {}},
                              "Shall we?");
    });
    constexpr int kEach = 20;
    {
      std::vector<std::jthread> crowd;
      for (const auto& person : people) {
        crowd.emplace_back([&, person] {
          for (int i = 0; i < kEach; ++i) {
            const programme::Remark remark{.id = programme::RemarkId::fresh(),
                                           .conversation = id,
                                           .written_by = person,
                                           .written_at = shape::now(),
                                           .text = person.text + " " + std::to_string(i)};
            store.write([&](store::Session& session) { programme::add(session, remark); });
            if (i % 3 == 0) store.write([&](store::Session& session) { programme::resolve(session, id, kMorning); });
          }
        });
      }
    }
    store.read([&](store::Session& session) {
      const auto remarks = programme::remarks_of(session, id);
      CHECK(remarks.size() == 1 + people.size() * kEach);
      std::set<std::string> texts;
      for (const auto& remark : remarks) texts.insert(remark.text);
      CHECK(texts.size() == remarks.size());
      return true;
    });
  }
}

TEST_CASE("the same words twice are one remark, and one conversation; somebody else's are another") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 1}};
    store.write([](store::Session& session) {
      const auto round = settle_round(session, settle_cluster(session, "Lund", "Food"), "2026-09-01");
      const auto ana = settle_person(session, "ana");
      const auto bo = settle_person(session, "bo");
      const auto asked_by = [&](const PersonId& person) {
        return programme::begin(session,
                                {.id = programme::ConversationId::fresh(),
                                 .round = round,
                                 .assessment = {},
                                 .task = {},
                                 .on_revision = 0,
                                 .with_person = person,
                                 .heard = programme::Heard::coaches,
                                 .begun_by = person,
                                 .begun_at = kMorning,
                                 .resolved_at = {}},
                                "Shall we?");
      };
      const auto first = asked_by(ana);
      CHECK(asked_by(ana) == first);
      CHECK(asked_by(bo) != first);
      const auto says = [&](const PersonId& person, const std::string& text) {
        return programme::add(session, {programme::RemarkId::fresh(), first, person, kMorning, text});
      };
      CHECK(says(bo, "Yes"));
      CHECK_FALSE(says(bo, "Yes"));
      CHECK(says(ana, "Yes"));
      CHECK_FALSE(says(bo, "Yes"));  // sent twice, and Ana's came in between
      CHECK(programme::add(
          session, {programme::RemarkId::fresh(), first, bo, shape::later(kMorning, std::chrono::minutes{2}), "Yes"}));
      CHECK(asked_by(ana) != first);  // that one has gone on
      programme::resolve(session, first, kMorning);
      CHECK(programme::conversation(session, first)->resolved_at == kMorning);
      CHECK(says(bo, "But"));
      CHECK_FALSE(programme::conversation(session, first)->resolved_at);
    });
  }
}

}  // namespace trivium::access
