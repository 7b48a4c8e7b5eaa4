// Erasing: nothing a person wrote is left in any table, in the files, or after an older backup is restored.
#include "personal/erase.hpp"

#include "personal/restore.hpp"
#include "personal/town.hpp"
#include "trail/check.hpp"
#include "trail/reading.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <thread>

namespace trivium::personal {
namespace {

const shape::Instant kNow{"2026-11-29T10:00:00.000Z"};

ToErase of_pia(const store::Store& store, const Planted& planted) {
  return {.person = store.read([&](store::Session& session) { return access::person(session, planted.pia).value(); }),
          .by = trail::kConsole,
          .now = kNow};
}

// Canaries that should be gone and are in the text.
std::vector<std::string> left_in(const std::string& text, const Planted& planted) {
  std::vector<std::string> left;
  for (const auto& [table, column] : planted.birds) {
    if (!stays(table) && text.contains(canary(table, column))) left.push_back(table + "." + column);
  }
  return left;
}

std::vector<std::string> none() { return {}; }

std::int64_t stood_for(const store::Store& store) {
  return store.read(
      [](store::Session& session) { return session.number("select count(*) from initiatives_of_roles"); });
}

}  // namespace

TEST_CASE("nothing she wrote is left in any column of any table") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 2}};
    const Planted planted{store};
    CHECK(left_in(rows_in(store), planted).size() > 40);
    CHECK(stood_for(store) == 1);
    CHECK(erase_for_good(store, fresh.folder.path, of_pia(store, planted)) == Erased::wiped);
    CHECK(left_in(rows_in(store), planted) == none());
    CHECK(rows_in(store).contains(canary("visits", "timetable")));  // the plan is everybody's
    CHECK(rows_in(store).contains(canary("initiatives", "name")));  // and so is the initiative
    CHECK(stood_for(store) == 0);                                   // that she stood for it was hers
  }
}

TEST_CASE("of two hosts who leave at the same moment one stays, ten times") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 3}};
    std::vector<access::Person> hosts;
    store.write([&](store::Session& session) {
      hosts.push_back(access::person(session, triangle::settle_person(session, "Hedda", true)).value());
    });
    for (int turn = 0; turn < 10; ++turn) {
      store.write([&](store::Session& session) {
        hosts.push_back(
            access::person(session, triangle::settle_person(session, fmt::format("Host {}", turn), true)).value());
      });
      std::array<Erased, 2> ended{};
      {
        std::array<std::jthread, 2> leaving;
        for (std::size_t i = 0; i < 2; ++i) {
          leaving.at(i) = std::jthread{[&, i] {
            ended.at(i) =
                erase_for_good(store, fresh.folder.path, {.person = hosts.at(i), .by = trail::kConsole, .now = kNow});
          }};
        }
      }
      CHECK((ended[0] == Erased::only_host) != (ended[1] == Erased::only_host));
      hosts.erase(hosts.begin() + (ended[0] == Erased::only_host ? 1 : 0));
      CHECK(store.read([](store::Session& session) { return access::anybody_hosts(session); }));
    }
  }
}

TEST_CASE("nothing she wrote is left in the files: pages that are free, the log, anything in the folder") {
  const FreshDatabase fresh{std::nullopt};
  store::Store store{{.url = fresh.url, .readers = 2}};
  const Planted planted{store};
  CHECK(left_in(bytes_in(fresh.folder.path), planted).size() > 40);
  SUBCASE("the measure sees what is left where the files are not wiped") {
    store.write([&](store::Session& session) { erase(session, access::person(session, planted.pia).value(), kNow); });
    CHECK(left_in(rows_in(store), planted) == none());
    CHECK(left_in(bytes_in(fresh.folder.path), planted).size() > 40);
    CHECK(store.wipe());
  }
  SUBCASE("erasing for good wipes them") {
    CHECK(erase_for_good(store, fresh.folder.path, of_pia(store, planted)) == Erased::wiped);
  }
  CHECK(left_in(bytes_in(fresh.folder.path), planted) == none());
}

TEST_CASE("an older backup brings nobody back: into the same folder, and elsewhere with the list") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    const FreshFolder apart;
    const auto file = (apart.path / "before.backup").string();
    store::Store store{{.url = fresh.url, .readers = 2}};
    const Planted planted{store};
    store::back_up(store, file);
    CHECK(erase_for_good(store, fresh.folder.path, of_pia(store, planted)) == Erased::wiped);
    const auto list = list_in(fresh.folder.path);
    CHECK(left_in(bytes_in(fresh.folder.path), planted) == none());
    {  // Into the same folder.
      const auto again = restore(store, {.file = file, .folder = fresh.folder.path, .by = "", .now = kNow});
      REQUIRE(again.has_value());
      CHECK(*again == 1);
      CHECK(left_in(rows_in(store), planted) == none());
      CHECK(left_in(bytes_in(fresh.folder.path), planted) == none());
    }
    {  // Into the same folder whose list was lost: the records remember.
      std::filesystem::remove(list);
      CHECK(restore(store, {.file = file, .folder = fresh.folder.path, .by = "", .now = kNow}) == 1);
      CHECK(left_in(rows_in(store), planted) == none());
      CHECK(std::filesystem::exists(list));
    }
    {  // On another machine with the list.
      const auto other = database.fresh();
      store::Store there{{.url = other.url, .readers = 2}};
      const auto brought = read_list(list).value();
      CHECK(restore(there, {.file = file, .folder = other.folder.path, .brought = brought, .by = "", .now = kNow}) ==
            1);
      CHECK(left_in(rows_in(there), planted) == none());
    }
    {  // Without a list she is back: that is why it has to be kept.
      const auto other = database.fresh();
      store::Store there{{.url = other.url, .readers = 2}};
      CHECK(restore(there, {.file = file, .folder = other.folder.path, .by = "", .now = kNow}) == 0);
      CHECK(left_in(rows_in(there), planted).size() > 40);
    }
    {  // A backup made after holds nothing of her.
      const auto later = (apart.path / "after.backup").string();
      store::back_up(store, later);
      std::filesystem::remove(file);
      CHECK(left_in(bytes_in(apart.path), planted) == none());
    }
  }
}

TEST_CASE("the chain is whole after somebody is erased, and leads to no name") {
  for (const auto& database : databases()) {
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 2}};
    const Planted planted{store};
    store.write([&](store::Session& session) {
      trail::note(
          session,
          trail::Entry{
              .at = kNow, .who = planted.omar.text, .deed = trail::Deed::table_read, .about = planted.pia.text});
    });
    CHECK(erase_for_good(store, fresh.folder.path, of_pia(store, planted)) == Erased::wiped);
    store.read([&](store::Session& session) {
      CHECK_FALSE(trail::check(session).fault);
      const auto told = trail::told(session, {.person = planted.pia.text});
      REQUIRE(told.size() == 2);
      CHECK(told[1].about_name == "");
      CHECK(told[0].deed == "person_erased");
      return true;
    });
  }
}

TEST_CASE("the trail is not turned back by a restore: what was done since stands in it") {
  for (const auto& database : databases()) {
    const auto fresh = database.fresh();
    const FreshFolder apart;
    const auto file = (apart.path / "before.backup").string();
    store::Store store{{.url = fresh.url, .readers = 2}};
    const auto noted = [&](const std::string& who) {
      store.write([&](store::Session& session) {
        trail::note(session, trail::Entry{.at = kNow, .who = who, .deed = trail::Deed::signed_in});
      });
    };
    const auto rows = [](const store::Store& in) {
      return in.read([](store::Session& session) {
        const auto checked = trail::check(session);
        CHECK_FALSE(checked.fault);
        return checked.rows;
      });
    };
    noted("before");
    store::back_up(store, file);
    noted("since");
    CHECK(restore(store, {.file = file, .folder = fresh.folder.path, .by = "", .now = kNow}) == 0);
    CHECK(rows(store) == 3);  // both, and the restore
    // Elsewhere, where another chain has begun, the backup's is taken.
    const auto other = database.fresh();
    store::Store there{{.url = other.url, .readers = 2}};
    there.write([&](store::Session& session) {
      trail::note(session, trail::Entry{.at = kNow, .who = "another", .deed = trail::Deed::signed_in});
    });
    CHECK(restore(there, {.file = file, .folder = other.folder.path, .by = "", .now = kNow}) == 0);
    CHECK(rows(there) == 2);
  }
}

TEST_CASE("what others said in a conversation stays, what she said is taken back; where she alone spoke, it goes") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    for (const bool answered : {false, true}) {
      CAPTURE(answered);
      const auto fresh = database.fresh();
      store::Store store{{.url = fresh.url, .readers = 2}};
      const Planted planted{store};
      store.write([&](store::Session& session) {
        if (!answered) return;
        session.run(
            "insert into remarks (id, conversation, written_by, written_at, text) "
            "select 'answer', id, :omar, '2026-09-21T08:00:00.000Z', 'Abroad counts.' from conversations",
            {{"omar", planted.omar}});
      });
      CHECK(erase_for_good(store, fresh.folder.path, of_pia(store, planted)) == Erased::wiped);
      store.read([&](store::Session& session) {
        CHECK(session.number("select count(*) from conversations") == (answered ? 1 : 0));
        CHECK(session.number("select count(*) from remarks where text = 'Abroad counts.'") == (answered ? 1 : 0));
        CHECK(session.number("select count(*) from remarks where text = ''") == (answered ? 1 : 0));
        return true;
      });
    }
  }
}

TEST_CASE("a list that is none is refused, with the line") {
  const FreshFolder folder;
  const auto file = list_in(folder.path);
  CHECK(read_list(file) == std::vector<Erasure>{});
  std::ofstream{file} << "2026-11-29 nonsense\n";
  CHECK(read_list(file).error() == "2026-11-29 nonsense");
  const auto erasure = erasure_of("0199", {"2026-11-29"});
  write_list(file, {erasure});
  CHECK(read_list(file) == std::vector{erasure});
  CHECK(means(erasure, "0199"));
  CHECK_FALSE(means(erasure, "0198"));
  CHECK(erasure_of("0199", {"2026-11-29"}).token != erasure.token);  // the same person twice does not look the same
}

}  // namespace trivium::personal
