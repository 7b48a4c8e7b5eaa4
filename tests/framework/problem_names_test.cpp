// A name stays with its problem, whatever becomes of the others.
#include "framework/problem_names.hpp"

#include "shape/by_chance.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace trivium::framework {
namespace {

using nlohmann::json;

json problems(const std::vector<std::string>& ids) {
  json rows = json::array();
  for (const auto& id : ids) rows.push_back({{"id", id}, {"text", "problem " + id}});
  return rows;
}

json naming(const json& names) { return {{"services", {{{"id", "s"}, {"text", "A fair"}, {"problems", names}}}}}; }

// Saved while these were the problems, read while those are.
json read_again(json facets, const std::vector<std::string>& then, const std::vector<std::string>& now) {
  name_by_row(facets, problems(then));
  name_by_place(facets, problems(now));
  return facets;
}

}  // namespace

TEST_CASE("a name stays with its problem when another is taken out, when they change places, when it comes back") {
  CHECK(read_again(naming({"first", "second"}), {"a", "b"}, {"b"}) == naming({"first"}));
  CHECK(read_again(naming({"first"}), {"a", "b"}, {"b", "a"}) == naming({"second"}));
  CHECK(read_again(naming({"first"}), {"a", "b"}, {"c", "b", "a"}) == naming({"third"}));
  auto kept = naming({"first"});
  name_by_row(kept, problems({"a", "b"}));
  auto gone = kept;
  name_by_place(gone, problems({"b"}));
  CHECK(gone == json{{"services", {{{"id", "s"}, {"text", "A fair"}}}}});  // not named, and not another one
  name_by_place(kept, problems({"a", "b"}));
  CHECK(kept == naming({"first"}));
}

TEST_CASE("a place where nothing stands yet stays a place, and what names nothing stays as it was") {
  CHECK(read_again(naming({"second"}), {"a"}, {"a", "b"}) == naming({"second"}));
  CHECK(read_again(naming({"first"}), {}, {}) == naming({"first"}));
  const json harbour{{"own", "The harbour's"}};
  const auto own = json::array({"first", harbour});
  CHECK(read_again(naming(own), {"a", "b"}, {"b"}) == naming(json::array({harbour})));
  CHECK(read_again(naming(own), {"a"}, {"a"}) == naming(own));
  const json other{{"stage", "maturity"}, {"lines", {"first"}}, {"rows", {{{"text", "x"}}}}};
  CHECK(read_again(other, {"a"}, {}) == other);
  CHECK_FALSE(names_problems(other));
  CHECK(names_problems(naming({"first"})));
}

TEST_CASE("whatever is named names the same rows afterwards, of ten thousand tables") {
  const std::vector<std::string> all{"a", "b", "c", "d", "e"};
  for (unsigned seed = 1; seed <= 10'000; ++seed) {
    by_chance::Chance chance{seed};
    CAPTURE(seed);
    const auto some = [&] {
      auto ids = all;
      std::ranges::shuffle(ids, chance);
      ids.resize(by_chance::below(chance, 4));
      return ids;
    };
    const auto then = some();
    const auto now = some();
    json named = json::array();
    json expected = json::array();
    for (std::size_t place = 0; place < then.size(); ++place) {
      if (by_chance::one_in(chance, 2)) continue;
      named.push_back(kProblemPlaces.at(place));
      const auto at = std::ranges::find(now, then[place]);
      if (at != now.end()) expected.push_back(kProblemPlaces.at(static_cast<std::size_t>(at - now.begin())));
    }
    const auto read = read_again(naming(named), then, now);
    const auto row = read["services"][0];
    CHECK(row.value("problems", json::array()) == expected);
  }
}

}  // namespace trivium::framework
