// What would change most leads to the form for just that link, and says which answers it comes from.
#include "api/answered.hpp"
#include "api/fit_of.hpp"
#include "api/lund.hpp"

#include <algorithm>
#include <map>

namespace trivium::api {
namespace {

// "?from_row=a&to_row=b#draw" by its names; nothing else may stand in it.
std::map<std::string, std::string> ends_of(std::string address) {
  std::map<std::string, std::string> ends;
  if (address.empty()) return ends;
  REQUIRE(address.starts_with("?"));
  REQUIRE(address.ends_with("#draw"));
  address = address.substr(1, address.size() - 6);
  for (std::size_t at = 0; at < address.size();) {
    const auto next = std::min(address.find('&', at), address.size());
    const auto is = address.find('=', at);
    ends[address.substr(at, is - at)] = address.substr(is + 1, next - is - 1);
    at = next + 1;
  }
  return ends;
}

bool among(const std::vector<FitThing>& things, const std::string& row) {
  return std::ranges::find(things, row, &FitThing::row) != things.end();
}

}  // namespace

TEST_CASE("of 300 random maps every change that would help leads to the form with its ends chosen") {
  const auto& framework = our_questions().newest();
  const std::string language = "en";
  int with_both = 0;
  int with_one = 0;
  for (unsigned seed = 1; seed <= 600; ++seed) {
    CAPTURE(seed);
    by_chance::Chance chance{seed};
    AnswersByTask answers;
    for (const char* task : {"A_sum", "B3", "B4", "C8"}) {
      if (by_chance::one_in(chance, 5)) continue;
      answers[task] = answered(task, framework::any_facets(*framework.task(task), chance));
      for (auto& rows : answers[task].facets) {
        for (auto& row : rows) {
          if (row.is_object() && !row.contains("own")) row["id"] = shape::new_uuid();
        }
      }
    }
    const FitSources from{.words = our_words(),
                          .framework = framework,
                          .texts = *framework.in("en"),
                          .guidance = our_guidance(),
                          .language = language,
                          .answers = answers,
                          .links = {}};
    const auto page = fit_of(from);
    const auto table = picture_of(from.guidance, from.words, from.answers, from.links);
    for (const auto& help : page.helpful) {
      CAPTURE(help.question);
      CHECK(!help.records.empty());
      const auto ends = ends_of(help.draw);
      if (ends.empty()) {
        CHECK(page.practices.empty());
        continue;
      }
      const bool to_demand = among(page.demands, ends.at("to_row"));
      CHECK((to_demand || among(page.instruments, ends.at("to_row"))));
      if (!ends.contains("from_row")) {
        ++with_one;
        continue;
      }
      ++with_both;
      CHECK(kind_between(table, ends.at("from_row"), ends.at("to_row")).has_value());
      CHECK(help.records.size() >= 2);
    }
  }
  CHECK(with_both > 20);
  CHECK(with_one > 20);
}

}  // namespace trivium::api
