// What the middle of the triangle and the lean say of answers that are there, and of those that are not yet.
#include "api/told.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

std::vector<std::string> mobilise(const Told& table, const std::string& language = "en") {
  return table.page(language).middle.at(1).sentences;
}

std::string policy_leans(const Told& table, const std::string& language = "en") {
  return table.page(language).points.at(1).sentence;
}

const char* const kBacked = R"({"commitments": [{"id": "c", "actor": "The city"}]})";
const char* const kMissing = R"({"absent": [{"id": "m", "actor": "The port"}]})";

std::vector<std::string> rules(const Told& table) {
  std::vector<std::string> ids;
  for (const auto& group : table.agenda().groups) {
    for (const auto& item : group.items) ids.push_back(item.id);
  }
  return ids;
}

bool asks(const Told& table, const std::string& rule) {
  const auto ids = rules(table);
  return std::ranges::find(ids, rule) != ids.end();
}

}  // namespace

TEST_CASE("who backs the policy and who is missing is not answered yet, each by itself, or answered with nobody") {
  CHECK(mobilise(Told{}).front() == "Who stands behind the policy (B7) and who is missing (B8) is not answered yet.");
  CHECK(mobilise(Told{}, "es").front() ==
        "Quién respalda la política (B7) y a quién se echa en falta (B8) está por responder.");
  CHECK(mobilise(Told{}.does_not_know("B7").does_not_know("B8")).front() == mobilise(Told{}).front());
  CHECK(mobilise(Told{}.says("B7", kBacked)).front() ==
        "One actor stands behind the policy; who is missing is not answered yet (B8).");
  CHECK(mobilise(Told{}.says("B7",
                             R"({"commitments": [{"id": "c", "actor": "The city"}, {"id": "d", "forms": ["money"]}]})"))
            .front() ==
        "One actor stands behind the policy; who is missing is not answered yet (B8).");  // nobody named
  CHECK(mobilise(Told{}.says("B8", kMissing)).front() ==
        "Who stands behind the policy is not answered yet (B7); one is missing.");
  CHECK(mobilise(Told{}.says("B7", "{}").says("B8", "{}")).front() ==
        "Nobody is named who stands behind the policy; nobody is named as missing.");
}

TEST_CASE("whoever stands on no list is a kind of player of its own among those who worked the policy out") {
  const auto one_kind = [](const char* kinds) {
    const auto said = mobilise(Told{}.says("B6", kinds));
    return said.size() > 1 ? said[1] : std::string{};
  };
  CHECK(one_kind(R"({"designer_kinds": ["city_government"]})") ==
        "Those who worked the policy out are all of one kind (City government).");
  CHECK(one_kind(R"({"designer_kinds": ["city_government", {"own": "The diocese"}]})").empty());
  CHECK(one_kind(R"({"designer_kinds": [{"own": "The diocese"}, {"own": "The fishers"}]})").empty());
  CHECK(one_kind(R"({"designer_kinds": [{"own": "The diocese"}, {"own": "the Diocese "}]})") ==
        "Those who worked the policy out are all of one kind (The diocese).");
}

TEST_CASE("who is on no list sits at the table: neither government nor firms were alone there") {
  CHECK(asks(Told{}.says("B6", R"({"designer_kinds": ["city_government"]})"), "government_alone_at_the_table"));
  CHECK(asks(Told{}.says("B6", R"({"designer_kinds": ["small_or_medium_firm"]})"), "firms_alone_at_the_table"));
  for (const char* kinds : {R"({"designer_kinds": ["city_government", {"own": "The diocese"}]})",
                            R"({"designer_kinds": ["small_or_medium_firm", {"own": "The diocese"}]})"}) {
    CAPTURE(kinds);
    CHECK_FALSE(asks(Told{}.says("B6", kinds), "government_alone_at_the_table"));
    CHECK_FALSE(asks(Told{}.says("B6", kinds), "firms_alone_at_the_table"));
  }
}

TEST_CASE("a lean says for how little of the money it speaks, and nothing where it speaks for all of it") {
  const auto table = [](const char* kind, const char* other_share) {
    return Told{}.says("B3", (std::string{R"({"strategies": [{"id": "1", "text": "A", "kind": )"} + kind +
                              R"(, "share": 95}, {"id": "2", "text": "B", "kind": "skills")" + other_share + "}]}")
                                 .c_str());
  };
  const auto most_of_its_own = table(R"({"own": "Promotion"})", R"(, "share": 5)");
  CHECK(policy_leans(most_of_its_own) ==
        "The policy works by sharing. That speaks for 5 % of what is shared out; how the rest works is not said.");
  CHECK(
      policy_leans(most_of_its_own, "es") ==
      "La política funciona a base de compartir. Eso vale para el 5 % de lo que se reparte; del resto no se dice cómo "
      "funciona.");
  CHECK(policy_leans(table(R"("infrastructure")", R"(, "share": 5)")) == "The policy works by sharing.");
  CHECK(policy_leans(table(R"("infrastructure")", "")) ==
        "The policy works by sharing. One strategy or service whose share is not given is left aside.");
}

TEST_CASE("by count a lean speaks for a part of what is named, and problems without a mechanism weigh, too") {
  const auto page =
      Told{}
          .says("A_sum", R"({"demands": [{"id": "a", "text": "A", "weight": 1, "mechanisms": ["learning"]},
                                         {"id": "b", "text": "B", "weight": 4}]})")
          .says("C8",
                R"({"practices": [{"id": "1", "text": "One", "kind": "one_to_one"}, {"id": "2", "text": "Two"}]})")
          .page();
  CHECK(page.points[0].sentence ==
        "What the cluster asks for is about learning. That speaks for 20 % of the weight; of the rest no mechanism is "
        "named.");
  CHECK(page.points[2].sentence ==
        "Your practice works by matching. No amount is known, so each counts the same. That speaks for 50 % of the "
        "practices; how the others work is not said.");
}

TEST_CASE("an entry works as its kind usually does, unless its manager says how") {
  const auto policy = [](const char* facet, const std::string& row) {
    const bool strategies = std::string_view{facet} == "strategies";
    return policy_leans(Told{}.says(
        strategies ? "B3" : "B4",
        (R"({")" + std::string{facet} + R"(": [{"id": "1", "text": "One", "share": 10, )" + row + "}]}").c_str()));
  };
  const auto practice = [](const std::string& row) {
    return Told{}
        .says("C8", (R"({"practices": [{"id": "1", "text": "One", "hours": 4, )" + row + "}]}").c_str())
        .page()
        .points.at(2)
        .sentence;
  };
  const std::string learning = R"(, "mechanisms": ["learning"])";
  CHECK(policy("strategies", R"("kind": "skills")") == "The policy works by sharing.");
  CHECK(policy("strategies", R"("kind": "skills")" + learning) == "The policy works by learning.");
  CHECK(policy("strategies", R"("kind": "skills", "mechanisms": [])") == "The policy works by sharing.");
  CHECK(policy("services", R"("kind": "match_making")") == "The policy works by matching.");
  CHECK(policy("services", R"("kind": "match_making")" + learning) == "The policy works by learning.");
  CHECK(policy("services", R"("kind": {"own": "Promotion"})" + learning) == "The policy works by learning.");
  CHECK(practice(R"("kind": "one_to_one")") == "Your practice works by matching.");
  CHECK(practice(R"("kind": "one_to_one")" + learning) == "Your practice works by learning.");
}

}  // namespace trivium::api
