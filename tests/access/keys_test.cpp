// Keys, passwords and invitations: what is secret stays so, and what works once works once.
#include "access/invitation.hpp"
#include "access/secret.hpp"
#include "access/town.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <functional>
#include <set>
#include <thread>
#include <vector>

namespace trivium::access {
namespace {

// How many of so many threads at once were told yes.
int granted(int threads, const std::function<bool()>& ask) {
  std::atomic<int> yes = 0;
  {
    std::vector<std::jthread> crowd;
    for (int i = 0; i < threads; ++i) {
      crowd.emplace_back([&] {
        if (ask()) ++yes;
      });
    }
  }
  return yes;
}

}  // namespace

TEST_CASE("a password is stored as argon2id, salted, and only the right one fits") {
  const auto hash = password_hash("a long enough password");
  CHECK(hash.starts_with("$argon2id$"));
  CHECK(hash.find("password") == std::string::npos);
  CHECK(hash != password_hash("a long enough password"));
  CHECK(password_fits(hash, "a long enough password"));
  CHECK_FALSE(password_fits(hash, "a long enough passworD"));
  CHECK_FALSE(password_fits(hash, ""));
  CHECK_FALSE(password_fits("", "a long enough password"));
  CHECK_FALSE(password_fits("not a hash", "a long enough password"));
}

TEST_CASE("a thousand keys are a thousand different ones, and their hashes do not show them") {
  std::set<std::string> keys;
  for (int i = 0; i < 1'000; ++i) keys.insert(new_key());
  CHECK(keys.size() == 1'000);
  const auto& key = *keys.begin();
  CHECK(key.size() >= 43);  // 32 bytes
  CHECK(key_hash(key) == key_hash(key));
  CHECK(key_hash(key).find(key) == std::string::npos);
}

TEST_CASE("of a thousand wrong passwords at once at most ten are compared") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 8}};
    std::atomic<int> compared = 0;
    granted(20, [&] {
      for (int i = 0; i < 50; ++i) {
        const auto id = store.write(
            [](store::Session& session) { return count_try(session, "ana@example.org", "192.0.2.1", kMorning); });
        if (id) ++compared;
      }
      return true;
    });
    CHECK(compared == 10);
  }
}

TEST_CASE("tries are counted by mail and by net, for fifteen minutes, and a right password is no try") {
  for (const auto& database : databases()) {
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 1}};
    store.write([](store::Session& session) {
      const auto later = shape::later(kMorning, std::chrono::minutes{16});
      for (int i = 0; i < 10; ++i)
        REQUIRE(count_try(session, "ana@example.org", "192.0.2." + std::to_string(i), kMorning));
      CHECK_FALSE(count_try(session, "ana@example.org", "192.0.2.99", kMorning));
      CHECK(count_try(session, "bo@example.org", "192.0.2.99", kMorning));
      CHECK(count_try(session, "ana@example.org", "192.0.2.99", later));

      for (int i = 0; i < 9; ++i)
        REQUIRE(count_try(session, std::to_string(i) + "@example.org", "198.51.100.1", later));
      const auto right = count_try(session, "carla@example.org", "198.51.100.1", later);
      REQUIRE(right);
      CHECK_FALSE(count_try(session, "olle@example.org", "198.51.100.1", later));
      forgive_try(session, *right);
      CHECK(count_try(session, "olle@example.org", "198.51.100.1", later));
    });
  }
}

TEST_CASE("of fifty who use the set-up key at once, one sets up") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 8}};
    const auto key = store
                         .write([](store::Session& session) -> std::expected<std::string, int> {
                           return new_set_up_key(session, kMorning);
                         })
                         .value();
    CHECK(granted(50, [&] {
            return store
                .write([&](store::Session& session) -> std::expected<bool, int> {
                  return use_set_up_key(session, key, kMorning);
                })
                .value();
          }) == 1);
  }
}

TEST_CASE("a set-up key is good for thirty minutes, and only the newest is") {
  for (const auto& database : databases()) {
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 1}};
    store.write([](store::Session& session) {
      const auto key = new_set_up_key(session, kMorning);
      CHECK(set_up_key_is_good(session, key, kMorning));
      CHECK_FALSE(set_up_key_is_good(session, key + "x", kMorning));
      CHECK_FALSE(set_up_key_is_good(session, "", kMorning));
      CHECK(set_up_key_is_good(session, key, shape::later(kMorning, std::chrono::minutes{29})));
      CHECK_FALSE(set_up_key_is_good(session, key, shape::later(kMorning, std::chrono::minutes{31})));
      CHECK_FALSE(use_set_up_key(session, key, shape::later(kMorning, std::chrono::minutes{31})));
      const auto newer = new_set_up_key(session, kMorning);
      CHECK(set_up_key_is_good(session, newer, kMorning));
      CHECK_FALSE(set_up_key_is_good(session, key, kMorning));
      CHECK_FALSE(use_set_up_key(session, key, kMorning));
    });
  }
}

TEST_CASE("once somebody hosts, no set-up key is good, used or not") {
  for (const auto& database : databases()) {
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 1}};
    store.write([](store::Session& session) {
      const auto key = new_set_up_key(session, kMorning);
      settle_person(session, "hedda", true);
      CHECK_FALSE(set_up_key_is_good(session, key, kMorning));
    });
  }
}

TEST_CASE("an invitation is accepted once, by whoever comes first, and not after it was withdrawn") {
  for (const auto& database : databases()) {
    CAPTURE(database.name);
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 8}};
    std::string key;
    std::string withdrawn;
    store.write([&](store::Session& session) {
      const auto host = settle_person(session, "hedda", true);
      const auto cluster = settle_cluster(session, "Lund", "Food");
      const auto send = [&](const std::string& name) {
        return invite(session,
                      {.id = {},
                       .key_hash = {},
                       .name = name,
                       .email = name + "@example.org",
                       .role = Role::manager,
                       .cluster = cluster,
                       .invited_by = host,
                       .invited_at = {},
                       .expires_at = {},
                       .accepted_at = {},
                       .withdrawn_at = {}},
                      kMorning)
            .text;
      };
      key = send("ana");
      withdrawn = send("bo");
      CHECK(withdraw(session, open_invitation(session, withdrawn, kMorning)->id, kMorning));
    });
    const auto id = store.read([&](store::Session& session) { return open_invitation(session, key, kMorning)->id; });
    CHECK(granted(50, [&] {
            return store
                .write(
                    [&](store::Session& session) -> std::expected<bool, int> { return accept(session, id, kMorning); })
                .value();
          }) == 1);
    store.read([&](store::Session& session) {
      CHECK_FALSE(open_invitation(session, key, kMorning));
      CHECK_FALSE(open_invitation(session, withdrawn, kMorning));
      return true;
    });
  }
}

TEST_CASE("a session is known by its key until it ends") {
  for (const auto& database : databases()) {
    const auto fresh = database.fresh();
    store::Store store{{.url = fresh.url, .readers = 1}};
    store.write([](store::Session& session) {
      const auto ana = settle_person(session, "ana");
      const auto one = start_session(session, ana, "Firefox", kMorning);
      const auto other = start_session(session, ana, "phone", kMorning);
      REQUIRE(visitor(session, one, kMorning));
      CHECK(visitor(session, one, kMorning)->person == ana);
      CHECK_FALSE(visitor(session, one + "x", kMorning));
      CHECK_FALSE(visitor(session, one, shape::later(kMorning, std::chrono::hours{24 * 31})));
      end_other_sessions(session, visitor(session, one, kMorning)->session, ana, kMorning);
      CHECK(visitor(session, one, kMorning));
      CHECK_FALSE(visitor(session, other, kMorning));
      end_session(session, visitor(session, one, kMorning)->session, ana, kMorning);
      CHECK_FALSE(visitor(session, one, kMorning));
    });
  }
}

TEST_CASE("an address of mail is lower case without blanks, or it is none") {
  CHECK(email_address(" Ana@Example.ORG ") == "ana@example.org");
  for (const char* none : {"", "ana", "@example.org", "ana@", "a b@example.org", "ana@example.org, bo@example.org"}) {
    CAPTURE(none);
    CHECK_FALSE(email_address(none));
  }
}

}  // namespace trivium::access
