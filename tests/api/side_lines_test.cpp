// The three lines of the triangle at home are no second opinion: as wide as the words beside them say.
#include "api/fit_words.hpp"
#include "api/lund.hpp"

namespace trivium::api {
namespace {

// Of a hundred parts of weight so many are taken up.
FitSide cluster_and_policy(int parts) {
  fit::Picture picture;
  for (const auto& [id, weight] : {std::pair{"taken up", parts}, std::pair{"left", 100 - parts}}) {
    if (weight == 0) continue;
    picture.demands.push_back({.id = id,
                               .task = "A_sum",
                               .text = id,
                               .weight = static_cast<double>(weight),
                               .mechanisms = {},
                               .scale = {},
                               .unmet_actors = {}});
  }
  picture.instruments.push_back({.id = "j", .task = "B3", .text = "j", .resource = 1.0, .mechanisms = {}});
  if (parts > 0) picture.addresses.push_back({0, 0, 1});
  return sides_in_words(our_words(), "en", picture).front();
}

}  // namespace

TEST_CASE("a line is as wide as its words: nothing is the thinnest, everything the widest, and more is never thinner") {
  int width = 0;
  for (int parts = 0; parts <= 100; ++parts) {
    CAPTURE(parts);
    const auto side = cluster_and_policy(parts);
    const auto says = [&](const char* amount) {
      return side.sentence.find(our_words().say("en", std::string{"fit.amount."} + amount)) != std::string::npos;
    };
    CHECK((side.width == 0) == (parts == 0));
    CHECK((side.width == 0) == says("nothing"));
    CHECK((side.width == 5) == (parts == 100));
    CHECK((side.width == 5) == says("all"));
    CHECK(side.width >= width);
    width = side.width;
  }
}

}  // namespace trivium::api
