// Ids go where the texts go.
#include "api/rows_stay.hpp"

#include "shape/by_chance.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace trivium::api {
namespace {

using shape::Json;

Json rows(const std::vector<std::pair<std::string, std::string>>& all) {
  Json made = Json::array();
  for (const auto& [id, text] : all) made.push_back({{"id", id}, {"text", text}});
  return made;
}

Json after(Json now, const Json& then) {
  Json facets{{"demands", std::move(now)}};
  stay_with_texts(facets, {{"demands", then}});
  return facets["demands"];
}

}  // namespace

TEST_CASE("two that are typed each in the other's place change their ids, and one that is reworded keeps its own") {
  const auto then = rows({{"a", "No orders"}, {"b", "No kitchen"}});
  const auto swapped = after(rows({{"a", "No kitchen"}, {"b", "no  orders"}}), then);
  CHECK(swapped == rows({{"b", "No kitchen"}, {"a", "no  orders"}}));
  // The form still sends the ids as they stood in it, also with a text that is another again.
  CHECK(after(rows({{"a", "No kitchen"}, {"b", "No orders"}}), swapped) ==
        rows({{"b", "No kitchen"}, {"a", "No orders"}}));
  CHECK(after(rows({{"a", "No big kitchen"}, {"b", "No orders"}}), swapped) ==
        rows({{"b", "No big kitchen"}, {"a", "No orders"}}));
  CHECK(after(rows({{"a", "No sales"}, {"b", "No kitchen"}}), then) == rows({{"a", "No sales"}, {"b", "No kitchen"}}));
  CHECK(after(rows({{"b", "No kitchen"}}), then) == rows({{"b", "No kitchen"}}));
  CHECK(after(rows({{"a", "No orders"}, {"c", "No staff"}}), then) == rows({{"a", "No orders"}, {"c", "No staff"}}));
}

TEST_CASE("who is introduced names a row, and what is no list of rows stays as it was") {
  Json facets{{"introductions", {{{"id", "a"}, {"who", "B and C"}}}}, {"stage", "maturity"}, {"lines", {"x"}}};
  const auto given = facets;
  stay_with_texts(facets, {{"introductions", {{{"id", "z"}, {"who", "b and c"}}}}, {"lines", {"x"}}, {"stage", {1}}});
  CHECK(facets["introductions"][0]["id"] == "z");
  CHECK(facets["stage"] == given["stage"]);
  CHECK(facets["lines"] == given["lines"]);
}

TEST_CASE("of ten thousand lists no id stands twice, no text is changed, and whoever says the same is the same") {
  const std::vector<std::string> texts{"", "one", "two", "three"};
  for (unsigned seed = 1; seed <= 10'000; ++seed) {
    by_chance::Chance chance{seed};
    CAPTURE(seed);
    const auto some = [&](const std::string& prefix) {
      std::vector<std::string> ids{"a", "b", "c", prefix + "d", prefix + "e"};
      std::ranges::shuffle(ids, chance);
      std::vector<std::pair<std::string, std::string>> all;
      for (std::size_t i = by_chance::below(chance, 5); i-- > 0;)
        all.emplace_back(ids[i], by_chance::one_of(chance, texts));
      return rows(all);
    };
    const auto then = some("then ");
    const auto now = some("now ");
    const auto made = after(now, then);
    std::set<std::string> ids;
    REQUIRE(made.size() == now.size());
    for (std::size_t i = 0; i < made.size(); ++i) {
      CHECK(made[i]["text"] == now[i]["text"]);
      CHECK(ids.insert(made[i]["id"].get<std::string>()).second);
    }
    for (const auto& text : texts) {
      const auto of = [&](const Json& list) {
        return std::ranges::count_if(list, [&](const Json& row) { return row["text"] == text; });
      };
      if (text.empty() || of(then) != 1 || of(made) != 1) continue;
      const auto find = [&](const Json& list) {
        return *std::ranges::find_if(list, [&](const Json& row) { return row["text"] == text; });
      };
      CHECK(find(made)["id"] == find(then)["id"]);
    }
  }
}

}  // namespace trivium::api
