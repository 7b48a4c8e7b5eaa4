// How long fit takes as the product computes it, and how that grows: demands × instruments × practices, shares in
// percent of one whole, a fifth of all amounts unknown. Beside the numbers: their sentences, and the proposals, for
// which every pair of texts is compared. A table that can be filled in holds 3 × 27 × 15 and 20 introductions; its
// whole record, from answers to what the page says, is timed too.
//
//   script/build release bench_fit && build/release/bench/bench_fit
#include "api/fit_of.hpp"
#include "api/fit_words.hpp"
#include "api/proposals.hpp"
#include "fit/chains.hpp"
#include "fit/difference.hpp"
#include "fit/help.hpp"
#include "fit/profile.hpp"
#include "fit/sides.hpp"
#include "fit/since.hpp"
#include "shape/by_chance.hpp"

#include <fmt/format.h>

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>

namespace {

using namespace trivium;
using by_chance::below;
using by_chance::one_in;

std::optional<double> amount(by_chance::Chance& chance) {
  if (one_in(chance, 5)) return std::nullopt;
  return static_cast<double>(1 + below(chance, 60));
}

// Five words of three hundred, of four to nine letters: most pairs of texts share none.
std::string text(by_chance::Chance& chance) {
  std::string made;
  for (int word = 0; word < 5; ++word) {
    by_chance::Chance letters{static_cast<unsigned>(below(chance, 300))};
    if (word > 0) made += " ";
    for (auto count = 4 + below(letters, 6); count > 0; --count)
      made += static_cast<char>('a' + static_cast<char>(below(letters, 26)));
  }
  return made;
}

// What is known comes to four fifths of the whole, so that the unknown is bounded by what is left.
void in_percent(std::vector<fit::Instrument>& instruments) {
  double known = 0;
  for (const auto& instrument : instruments) known += instrument.resource.value_or(0);
  for (auto& instrument : instruments) {
    if (instrument.resource) *instrument.resource *= 80 / known;
  }
}

std::vector<fit::Mechanism> mechanism(by_chance::Chance& chance) {
  return {static_cast<fit::Mechanism>(below(chance, 3))};
}

// Every instrument is for one to three demands, every practice for one or two instruments, every tenth for a demand.
fit::Picture picture(std::size_t demands, std::size_t instruments, std::size_t practices, unsigned seed) {
  by_chance::Chance chance{seed};
  fit::Picture made;
  for (std::size_t i = 0; i < demands; ++i)
    made.demands.push_back({.id = fmt::format("d{}", i),
                            .task = "A_sum",
                            .text = text(chance),
                            .weight = static_cast<double>(1 + below(chance, 5)),
                            .mechanisms = mechanism(chance),
                            .scale = fit::Scale::regional,
                            .unmet_actors = {}});
  for (std::size_t j = 0; j < instruments; ++j) {
    made.instruments.push_back({.id = fmt::format("j{}", j),
                                .task = "B3",
                                .text = text(chance),
                                .resource = amount(chance),
                                .mechanisms = mechanism(chance)});
    for (auto links = 1 + below(chance, 3); links > 0; --links)
      made.addresses.push_back({j, below(chance, demands), one_in(chance, 3) ? 0.5 : 1.0});
  }
  for (std::size_t k = 0; k < practices; ++k) {
    made.practices.push_back({.id = fmt::format("k{}", k),
                              .task = "C8",
                              .text = text(chance),
                              .effort = amount(chance),
                              .mechanisms = mechanism(chance)});
    for (auto links = 1 + below(chance, 2); links > 0; --links)
      made.carries.push_back({k, below(chance, instruments), one_in(chance, 3) ? 0.5 : 1.0});
    if (one_in(chance, 10)) made.meets.push_back({k, below(chance, demands), 1.0});
  }
  made.out_of_reach = fit::Scale::national;
  made.whole = 100;
  in_percent(made.instruments);
  return made;
}

// Everything a table's answers and links give, as the server has them.
struct Contents {
  std::filesystem::path folder = std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data";
  framework::QuestionSets questions = framework::QuestionSets::load(folder / "framework").value();
  words::Words words = words::Words::load(folder / "words").value();
  guidance::Guidance guidance = guidance::Guidance::load(folder / "guidance", questions.newest()).value();
};

// Of a thing what its row holds; of instruments and practices the kind tells how they work.
shape::Json row_of(const fit::Demand& demand) {
  return {{"id", demand.id},         {"text", demand.text},
          {"weight", demand.weight}, {"mechanisms", shape::Json::array({shape::name_of(demand.mechanisms.front())})},
          {"scale", "regional"},     {"actors", demand.text}};
}
shape::Json row_of(const fit::Instrument& instrument) {
  shape::Json row{{"id", instrument.id}, {"text", instrument.text}, {"kind", "networks"}};
  if (instrument.resource) row["share"] = *instrument.resource;
  return row;
}
shape::Json row_of(const fit::Practice& practice) {
  shape::Json row{{"id", practice.id}, {"text", practice.text}, {"kind", "ceo_meeting"}};
  if (practice.effort) row["hours"] = *practice.effort;
  return row;
}

template <class Thing>
shape::Json rows(const std::vector<Thing>& things, std::size_t from, std::size_t to) {
  auto all = shape::Json::array();
  for (auto i = from; i < std::min(to, things.size()); ++i) all.push_back(row_of(things[i]));
  return all;
}

triangle::Answer answer(const char* task, const char* facet, shape::Json rows) {
  triangle::Answer given{};
  given.task = task;
  given.facets = shape::Json{{facet, std::move(rows)}};
  given.standing = triangle::Standing::answered;
  return given;
}

constexpr std::size_t kStrategies = 12;  // as many as a table takes
constexpr std::size_t kServices = 15;
constexpr std::size_t kPractices = 15;
constexpr std::size_t kIntroductions = 20;

api::FitSources table(const Contents& contents, const std::string& language) {
  by_chance::Chance chance{4};
  const auto made = picture(3, kStrategies + kServices, kPractices, 3);
  api::AnswersByTask answers;
  const auto add = [&](const char* task, const char* facet, shape::Json given) {
    answers[task] = answer(task, facet, std::move(given));
  };
  add("A_sum", "demands", rows(made.demands, 0, 3));
  add("B3", "strategies", rows(made.instruments, 0, kStrategies));
  add("B4", "services", rows(made.instruments, kStrategies, made.instruments.size()));
  add("C8", "practices", rows(made.practices, 0, kPractices));
  auto introductions = shape::Json::array();
  for (std::size_t i = 0; i < kIntroductions; ++i)
    introductions.push_back({{"id", fmt::format("n{}", i)}, {"who", text(chance)}, {"state", "talking"}});
  add("C9", "introductions", std::move(introductions));
  std::vector<triangle::DrawnLink> links;
  const auto draw = [&](triangle::LinkKind kind, const std::string& from, const std::string& to, double strength) {
    triangle::DrawnLink link{};
    link.kind = kind;
    link.from_row = from;
    link.to_row = to;
    link.strength = strength < 1 ? triangle::LinkStrength::partly : triangle::LinkStrength::direct;
    links.push_back(std::move(link));
  };
  for (const auto& one : made.addresses)
    draw(triangle::LinkKind::addresses, made.instruments[one.from].id, made.demands[one.to].id, one.strength);
  for (const auto& one : made.carries) {
    if (one.from % 3 == 0) continue;  // some are busy without a reason
    draw(triangle::LinkKind::carries, made.practices[one.from].id, made.instruments[one.to].id, one.strength);
  }
  for (const auto& one : made.meets)
    draw(triangle::LinkKind::meets, made.practices[one.from].id, made.demands[one.to].id, one.strength);
  return {.words = contents.words,
          .framework = contents.questions.newest(),
          .texts = *contents.questions.newest().in(language),
          .guidance = contents.guidance,
          .language = language,
          .answers = std::move(answers),
          .links = std::move(links)};
}

// An answer of five facets, one of each kind.
fit::Said said(by_chance::Chance& chance) {
  fit::Said made{.anything = true, .parts = {}};
  for (const auto by : {fit::Compared::choice, fit::Compared::choices, fit::Compared::order, fit::Compared::number,
                        fit::Compared::rows}) {
    fit::Part part{.facet = fmt::format("{}", static_cast<int>(by)), .by = by};
    for (int i = 0; i < 7; ++i) part.items.push_back(fmt::format("code {}", below(chance, 10)));
    part.number = static_cast<double>(below(chance, 20));
    for (int i = 0; i < 10; ++i)
      part.rows.push_back(
          {.text = fmt::format("row {}", below(chance, 20)), .coding = fmt::format("c{}", below(chance, 4))});
    made.parts.push_back(std::move(part));
  }
  return made;
}

// The median of several runs, in milliseconds.
double median(const std::function<void()>& work, int runs = 7) {
  std::vector<double> took;
  for (int run = 0; run < runs; ++run) {
    const auto begun = std::chrono::steady_clock::now();
    work();
    took.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count());
  }
  std::ranges::sort(took);
  return took[took.size() / 2];
}

std::size_t kept = 0;  // so that nothing is left out as unused

}  // namespace

int main() {
  const Contents contents;
  const std::string language = "en";
  fmt::print("{:>22} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9}\n", "demands×instr.×pract.", "breaks", "sides",
             "profile", "help", "numbers", "words", "proposals, ms");
  double smaller = 0;
  for (const std::size_t size : {std::size_t{10}, std::size_t{100}}) {
    const auto made = picture(size, 2 * size, 20 * size, 1);
    const double breaks = median([&] { kept += fit::breaks(made, fit::chains(made)).size(); });
    const double sides = median([&] { kept += fit::sides(made).a_b.reach.has_value() ? 1 : 0; });
    const double profile = median([&] { kept += fit::profile(made).demands.placed ? 1 : 0; });
    const double help = median([&] { kept += fit::most_helpful(made).size(); });
    const double all = breaks + sides + profile + help;
    // What is found, as sentences; the numbers they need are found once more on the way, as on the page.
    const api::FitWords said{contents.words, *contents.questions.newest().in(language), language, made};
    const double words = median([&] {
      const auto leans = fit::profile(made);
      kept += said.findings(fit::chains(made)).size() + said.points(leans).size() + said.distances(leans).size();
      kept += api::sides_in_words(contents.words, language, made).size();
      for (const auto& change : fit::most_helpful(made)) kept += said.help(change).question.size();
    });
    // Takes seconds for the larger, which no table reaches: once is enough.
    const double proposals = median([&] { kept += api::proposals_for(said).size(); }, size > 10 ? 1 : 7);
    fmt::print("{:>22} {:>9.2f} {:>9.2f} {:>9.2f} {:>9.2f} {:>9.2f} {:>9.2f} {:>9.2f}{}\n",
               fmt::format("{}×{}×{}", size, 2 * size, 20 * size), breaks, sides, profile, help, all, words, proposals,
               smaller > 0 ? fmt::format("   numbers {:.1f} times for 10 times of each", all / smaller) : "");
    smaller = all;
  }
  const auto sources = table(contents, language);
  const auto filled_in = api::fit_of(sources);
  if (filled_in.practices.size() != kPractices + kIntroductions || filled_in.lines.empty()) return EXIT_FAILURE;
  const double record = median([&] { kept += api::fit_of(sources).findings.size(); });
  fmt::print(
      "the largest table there is, from its answers to the record of its map: {:.2f} ms, {} findings, {} proposals\n",
      record, filled_in.findings.size(), filled_in.proposals.size() + filled_in.more_proposals.size());
  // Four managers in ten rounds: all 32 tasks side by side in each, and each round of each manager against the one
  // before.
  by_chance::Chance chance{2};
  std::vector<std::vector<std::vector<fit::Said>>> tasks;  // round, task, person
  std::vector<std::vector<fit::Picture>> pictures;         // manager, round
  for (int round = 0; round < 10; ++round) {
    tasks.emplace_back();
    for (int task = 0; task < 32; ++task) {
      tasks.back().emplace_back();
      for (int person = 0; person < 4; ++person) tasks.back().back().push_back(said(chance));
    }
  }
  for (unsigned manager = 0; manager < 4; ++manager) {
    pictures.emplace_back();
    for (unsigned round = 0; round < 10; ++round) pictures.back().push_back(picture(10, 20, 60, 10 * manager + round));
  }
  const double people = median([&] {
    for (const auto& round : tasks) {
      for (const auto& task : round) kept += fit::divergence(task).facets.size();
    }
    for (const auto& rounds : pictures) {
      for (std::size_t i = 1; i < rounds.size(); ++i)
        kept += fit::since(rounds[i - 1], rounds[i], [](const std::string& text) { return text; }).things.size();
    }
  });
  fmt::print("4 managers × 10 rounds: {:.2f} ms\n", people);
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  fmt::print("memory at most {:.0f} MiB ({})\n", static_cast<double>(used.ru_maxrss) / 1024, kept > 0);
  return 0;
}
