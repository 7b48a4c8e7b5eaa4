// Notes on the page of a visit: where one comes back to, and that no typed one is lost.
#include "api/visit_notes.hpp"

#include "api/lund.hpp"
#include "api/visit_page.hpp"

namespace trivium::api {
namespace {

// Ana's table is sent; Carla coaches.
struct Visited {
  explicit Visited(Lund& of) : lund{of}, table{of.table(of.ana)} {
    auto answer = saving(table, "A5");
    answer.standing = Stands::not_known_yet;
    REQUIRE(SaveOneAnswer{lund.house}(answer, lund.asking(lund.ana)));
    lund.store.write([&](store::Session& session) {
      coach = access::settle_person(session, "Carla");
      access::settle_role(session, coach, lund.cluster, access::Role::coach);
      triangle::send(session, table, access::kMorning);
      round = triangle::assessment(session, table)->round;
    });
  }

  VisitPage page(std::optional<int> item = {}) {
    return ShowVisit{lund.house}({.round = round, .assessment = table, .task = "A5", .item = item}, lund.asking(coach))
        .value();
  }

  Outcome<Done<KeptNote>> keep(const std::string& text, int revision) {
    return KeepOneNote{lund.house}({.assessment = table,
                                    .task = "A5",
                                    .note = text,
                                    .note_revision = revision,
                                    .then = ThenNote::visit,
                                    .item = 1},
                                   lund.asking(coach));
  }

  // As the browser sent it, after it was refused.
  Outcome<VisitPage> again(const std::string& text, const std::string& revision, Why why,
                           const triangle::PersonId& who) {
    const shape::Json typed{{"assessment", table.text},  {"task", "A5"},    {"note", text},
                            {"note_revision", revision}, {"then", "visit"}, {"item", "1"}};
    return ShowVisitAsNoted{lund.house}(typed, Refusal{.why = why}, lund.asking(who));
  }

  Lund& lund;
  triangle::AssessmentId table;
  triangle::PersonId coach;
  triangle::RoundId round;
};

}  // namespace

TEST_CASE("a note kept on the page of a visit comes back to its item there, any other beside its task") {
  const auto fresh = databases().front().fresh();
  Lund lund{fresh.url};
  Visited visited{lund};
  const auto kept = visited.keep("Ask about export", 0);
  REQUIRE(kept);
  CHECK(kept->go_to == "/rounds/" + visited.round.text + "/visit?noted=" + visited.table.text + "&task=A5&item=1#said");
  const auto beside = KeepOneNote{lund.house}(
      {.assessment = visited.table, .task = "A5", .note = "Ask about exports", .note_revision = 1},
      lund.asking(visited.coach));
  REQUIRE(beside);
  CHECK(beside->go_to == "/assessments/" + visited.table.text + "/tasks/A5#said");
}

TEST_CASE("one form is open, at the item that was asked for, else at another of the same task") {
  const auto fresh = databases().front().fresh();
  Lund lund{fresh.url};
  Visited visited{lund};
  REQUIRE(visited.keep("Ask about export", 0));
  const auto first = visited.page();
  REQUIRE(first.managers.size() == 1);
  const auto& not_known = first.managers.front().not_known.front().for_note;
  const auto& noted = first.managers.front().notes.front().for_note;
  REQUIRE(not_known);
  REQUIRE(noted);
  CHECK(not_known->form);
  CHECK_FALSE(noted->form);
  CHECK(not_known->form->text == "Ask about export");
  CHECK(not_known->form->revision == 1);
  CHECK(not_known->noted);
  const auto second = visited.page(noted->item);
  CHECK_FALSE(second.managers.front().not_known.front().for_note->form);
  CHECK(second.managers.front().notes.front().for_note->form);
  const auto gone = visited.page(99);
  CHECK(gone.managers.front().not_known.front().for_note->form);
}

TEST_CASE("what was kept is told beside its own task, wherever that stands by now, and where it is gone nowhere") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    Lund lund{fresh.url};
    Visited visited{lund};
    const auto told_at = [&](const std::string& task, int item) {
      const auto page =
          ShowVisit{lund.house}({.round = visited.round, .task = task, .item = item, .noted = visited.table},
                                lund.asking(visited.coach))
              .value();
      std::vector<std::string> at;
      const auto look = [&](const std::string& where, const std::optional<PlaceForNote>& place) {
        if (place && place->kept) at.push_back(where + place->task);
      };
      for (const auto& task_not_known : page.managers.front().not_known) look("open ", task_not_known.for_note);
      for (const auto& note : page.managers.front().notes) look("note ", note.for_note);
      return at;
    };
    using All = std::vector<std::string>;
    REQUIRE(visited.keep("Ask about export", 0));
    CHECK(told_at("A5", 1) == All{"open A5"});
    CHECK(told_at("A5", 2) == All{"note A5"});
    CHECK(told_at("A5", 99) == All{"open A5"});
    CHECK(told_at("B1", 1).empty());
    REQUIRE(visited.keep("", 1));  // taken back: its place among the notes is gone, that of the open question is not
    CHECK(told_at("A5", 2) == All{"open A5"});
  }
}

TEST_CASE("a typed note comes back with the page: on top of what is kept by now, or on what it was typed on") {
  const auto fresh = databases().front().fresh();
  Lund lund{fresh.url};
  Visited visited{lund};
  REQUIRE(visited.keep("Ask about export", 0));
  const auto stale = visited.keep("Something else", 0);
  REQUIRE_FALSE(stale);
  CHECK(stale.error().why == Why::stale);
  const auto conflict = visited.again("Something else", "0", Why::stale, visited.coach);
  REQUIRE(conflict);
  const auto& form = conflict->managers.front().not_known.front().for_note->form;
  REQUIRE(form);
  CHECK(form->text == "Something else");
  CHECK(form->stale);
  CHECK(form->stands == "Ask about export");
  CHECK(form->revision == 1);

  const auto endless = visited.keep(std::string(kLongestNote + 1, 'y'), 1);
  REQUIRE_FALSE(endless);
  CHECK(endless.error().flaws.front().pointer == "/note");
  const auto typed_on_an_older_one = visited.again("yyy", "0", Why::put_right, visited.coach);
  REQUIRE(typed_on_an_older_one);
  const auto& long_one = typed_on_an_older_one->managers.front().not_known.front().for_note->form;
  REQUIRE(long_one);
  CHECK(long_one->text == "yyy");
  CHECK(long_one->revision == 0);  // so that what is kept by now is not overwritten without a word
  CHECK_FALSE(long_one->stale);
}

TEST_CASE("an empty note where none is keeps nothing, and nobody is told that one is taken back") {
  const auto fresh = databases().front().fresh();
  Lund lund{fresh.url};
  Visited visited{lund};
  const auto nothing = visited.keep("", 0);
  REQUIRE(nothing);
  CHECK(nothing->notice == "notice.note_nothing");
  CHECK(nothing->record.note_revision == 0);
  REQUIRE(visited.keep("Ask about export", 0));  // on what is still nothing
  const auto back = visited.keep("", 1);
  REQUIRE(back);
  CHECK(back->notice == "notice.note_taken_back");
  const auto once_more = visited.keep("", 2);
  REQUIRE(once_more);
  CHECK(once_more->notice == "notice.note_nothing");
}

TEST_CASE("who sees a page of a visit is told apart from who sees its notes, to those who read them") {
  const auto fresh = databases().front().fresh();
  Lund lund{fresh.url};
  Visited visited{lund};
  const auto page_of = [&](const triangle::PersonId& who) {
    const auto page = ShowVisit{lund.house}({.round = visited.round}, lund.asking(who));
    REQUIRE(page);
    REQUIRE(page->seen_by);
    return page->seen_by->names;
  };
  CHECK(page_of(visited.coach).ends_with("; the notes: the coaches alone"));
  CHECK(page_of(lund.ana).find("notes") == std::string::npos);
}

TEST_CASE("nobody but coaches has a place for notes, nor the page of somebody's typed one") {
  const auto fresh = databases().front().fresh();
  Lund lund{fresh.url};
  Visited visited{lund};
  REQUIRE(visited.keep("Ask about export", 0));
  const auto page = ShowVisit{lund.house}(
      {.round = visited.round, .assessment = visited.table, .task = "A5", .item = 1}, lund.asking(lund.ana));
  REQUIRE(page);
  REQUIRE(page->managers.size() == 1);
  const auto& own = page->managers.front();
  CHECK_FALSE(own.not_known.front().for_note);
  CHECK(own.notes.empty());
  for (const auto& found : own.breaks) CHECK(found.for_notes.empty());
  CHECK_FALSE(visited.again("Mine", "0", Why::put_right, lund.ana));
  CHECK_FALSE(visited.again("Mine", "0", Why::put_right, lund.bo));
}

}  // namespace trivium::api
