// Backups: from either database into a file and back into either, whole or not at all.
#include "store/copy.hpp"

#include "store/databases.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <random>

namespace trivium::store {
namespace {

struct Person {
  std::string id;
  std::string name;
  std::string email;
  std::optional<std::string> password;
};
TRIVIUM_SHAPE(Person, id, name, email, password)

std::vector<shape::Json> people_in(const Store& store) {
  return store.read([](Session& session) {
    std::vector<shape::Json> list;
    for (const auto& person : session.rows<Person>("select {} from people order by id"))
      list.push_back(shape::to_json(person));
    return list;
  });
}

void settle(Store& store, int count, const std::string& prefix) {
  store.write([&](Session& session) {
    session.run("insert into cities (id, name, country) values (:id, 'Skåne', 'Sverige')", {{"id", prefix + "city"}});
    session.run(
        "insert into clusters (id, city, name, illustration, created_at) values (:id, :city, 'Mat; \"dryck\"', 0, 'x')",
        {{"id", prefix + "cluster"}, {"city", prefix + "city"}});
    for (int i = 0; i < count; ++i) {
      const std::string id = prefix + std::to_string(i);
      session.run(R"(insert into people (id, name, email, password, language, hosts, illustration, created_at)
                     values (:id, :name, :email, :password, 'en', 0, 0, '2026-09-20T08:00:00.000Z'))",
                  {{"id", id},
                   {"name", "Åsa Ñandú " + id + " 'quoted'; -- €\n😀"},
                   {"email", id},
                   {"password", i % 2 == 0 ? std::optional<std::string>{"hash"} : std::nullopt}});
    }
  });
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

void put(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream{file, std::ios::binary} << bytes;
}

// claim(old store, new store, file): for every two kinds of databases.
template <class Claim>
void from_either_into_either(const Claim& claim) {
  for (const auto& from : databases()) {
    for (const auto& into : databases()) {
      CAPTURE(from.name);
      CAPTURE(into.name);
      const auto old_place = from.fresh();
      const auto new_place = into.fresh();
      Store old_store{{.url = old_place.url, .readers = 2}};
      Store new_store{{.url = new_place.url, .readers = 2}};
      claim(old_store, new_store, (old_place.folder.path / "trivium.backup").string());
    }
  }
}

}  // namespace

TEST_CASE("every table of the schema is in a backup") {
  for (const auto& database : databases()) {
    const auto fresh = database.fresh();
    const Store store{{.url = fresh.url, .readers = 1}};
    struct Named {
      static std::vector<std::string> all(const Store& from, const std::string& sql) {
        std::vector<std::string> names;
        const std::array kinds{Kind::text};
        from.read([&](Session& session) {
          session.each(sql, kinds, [&](std::span<Value> row) { names.push_back(std::get<std::string>(row[0])); });
          return true;
        });
        return names;
      }
    };
    auto made = Named::all(
        store, database.server
                   ? "select table_name::text from information_schema.tables where table_schema = current_schema()"
                   : "select name from sqlite_master where type = 'table'");
    std::erase(made, "migrations");
    auto copied = tables();
    std::ranges::sort(made);
    std::ranges::sort(copied);
    CHECK(made == copied);
  }
}

TEST_CASE("a backup of either database comes back word for word into either") {
  from_either_into_either([](Store& old_store, Store& new_store, const std::string& file) {
    settle(old_store, 200, "p");
    back_up(old_store, file);
    settle(new_store, 3, "gone");
    REQUIRE(restore(new_store, file));
    CHECK(people_in(new_store) == people_in(old_store));
    CHECK(people_in(new_store).size() == 200);
    CHECK_THROWS_AS(back_up(old_store, file), Fault);  // never overwrites
    CHECK_FALSE(std::filesystem::exists(file + ".restoring"));
    CHECK_FALSE(std::filesystem::exists(file + ".making"));
  });
}

TEST_CASE("one that lies within another comes back, whichever of the two was there first") {
  from_either_into_either([](Store& old_store, Store& new_store, const std::string& file) {
    settle(old_store, 1, "p");
    old_store.write([](Session& session) {
      for (const std::string id : {"film", "plan", "office"})
        session.run(
            "insert into initiatives (id, cluster, name, revision, created_at) values (:id, 'pcluster', :id, 1, 'x')",
            {{"id", id}});
      session.run("update initiatives set within = 'office' where id = 'film'");
      session.run("update initiatives set within = 'plan' where id = 'office'");
    });
    back_up(old_store, file);
    REQUIRE(restore(new_store, file));
    REQUIRE(restore(new_store, file));  // over what is there
    new_store.read([](Session& session) {
      CHECK(session.number("select count(*) from initiatives where within in ('office', 'plan')") == 2);
      return true;
    });
  });
}

TEST_CASE("what is no backup is refused and the house stays as it was") {
  const Database sqlite{"SQLite"};
  const auto fresh = sqlite.fresh();
  Store store{{.url = fresh.url, .readers = 2}};
  settle(store, 50, "p");
  const auto before = people_in(store);
  const auto folder = fresh.folder.path;
  const std::string good = (folder / "good").string();
  back_up(store, good);
  const std::string bytes = bytes_of(good);
  const std::string bad = (folder / "bad").string();

  SUBCASE("not a file of ours") {
    for (const std::string& other :
         {std::string{}, std::string{"hello"}, std::string(5'000, '\0'), "PK\x03\x04" + std::string(500, 'x')}) {
      put(bad, other);
      CHECK(restore(store, bad) == std::unexpected{NotABackup::unreadable});
    }
  }
  SUBCASE("a SQLite file of somebody else's") {
    std::filesystem::remove(bad);
    {
      const auto other = sqlite.fresh();
      Store foreign{{.url = other.url, .readers = 1}};
      foreign.write([](Session& session) {
        session.run("drop table answer_versions");
        session.run("drop table answers");
      });
      foreign.read([&](Session& session) {
        session.run("vacuum into '" + bad + "'");
        return true;
      });
    }
    CHECK(restore(store, bad) == std::unexpected{NotABackup::unreadable});
  }
  SUBCASE("made by a newer program") {
    const auto other = sqlite.fresh();
    {
      Store newer{{.url = other.url, .readers = 1}};
      newer.write(
          [](Session& session) { session.run("insert into migrations (number, name) values (9999, 'tomorrow')"); });
      newer.read([&](Session& session) {
        session.run("vacuum into '" + bad + "'");
        return true;
      });
    }
    CHECK(restore(store, bad) == std::unexpected{NotABackup::newer});
  }
  SUBCASE("cut off anywhere") {
    std::mt19937 chance{7};
    for (int i = 0; i < 60; ++i) {
      put(bad, bytes.substr(0, chance() % (bytes.size() - 1)));
      CHECK_FALSE(restore(store, bad));
    }
  }
  SUBCASE("with a byte changed: refused, or every record is as it was") {
    std::mt19937 chance{11};
    int refused = 0;
    for (int i = 0; i < 150; ++i) {
      std::string changed = bytes;
      // A header, a page's head, a row: wherever structure is.
      const std::size_t page = 4'096 * (chance() % (bytes.size() / 4'096));
      changed[page + chance() % 100] ^= static_cast<char>(1U << (chance() % 8));
      put(bad, changed);
      Store target{{.url = "sqlite://" + (folder / ("t" + std::to_string(i))).string(), .readers = 1}};
      settle(target, 2, "kept");
      const auto kept = people_in(target);
      const auto result = restore(target, bad);
      if (result) continue;
      ++refused;
      CHECK(people_in(target) == kept);
    }
    CHECK(refused > 10);
  }
  CHECK(people_in(store) == before);
}

}  // namespace trivium::store
