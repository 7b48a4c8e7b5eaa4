// How long fit takes, and how that grows: demands × instruments × practices, a fifth of all amounts unknown.
//
//   script/build release bench_fit && build/release/bench/bench_fit
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
#include <functional>

namespace {

using namespace trivium;
using by_chance::below;
using by_chance::one_in;

std::optional<double> amount(by_chance::Chance& chance) {
  if (one_in(chance, 5)) return std::nullopt;
  return static_cast<double>(1 + below(chance, 60));
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
                            .text = "demand",
                            .weight = static_cast<double>(1 + below(chance, 5)),
                            .mechanisms = mechanism(chance),
                            .scale = fit::Scale::regional,
                            .unmet_actors = {}});
  for (std::size_t j = 0; j < instruments; ++j) {
    made.instruments.push_back({.id = fmt::format("j{}", j),
                                .task = "B3",
                                .text = "instrument",
                                .resource = amount(chance),
                                .mechanisms = mechanism(chance)});
    for (auto links = 1 + below(chance, 3); links > 0; --links)
      made.addresses.push_back({j, below(chance, demands), one_in(chance, 3) ? 0.5 : 1.0});
  }
  for (std::size_t k = 0; k < practices; ++k) {
    made.practices.push_back({.id = fmt::format("k{}", k),
                              .task = "C8",
                              .text = "practice",
                              .effort = amount(chance),
                              .mechanisms = mechanism(chance)});
    for (auto links = 1 + below(chance, 2); links > 0; --links)
      made.carries.push_back({k, below(chance, instruments), one_in(chance, 3) ? 0.5 : 1.0});
    if (one_in(chance, 10)) made.meets.push_back({k, below(chance, demands), 1.0});
  }
  made.out_of_reach = fit::Scale::national;
  return made;
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
      part.rows.push_back({.text = fmt::format("row {}", below(chance, 20)), .coding = fmt::format("c{}", below(chance, 4))});
    made.parts.push_back(std::move(part));
  }
  return made;
}

// The median of several runs, in milliseconds.
double median(const std::function<void()>& work) {
  std::vector<double> took;
  for (int run = 0; run < 7; ++run) {
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
  fmt::print("{:>22} {:>9} {:>9} {:>9} {:>9} {:>9}\n", "demands×instr.×pract.", "breaks", "sides", "profile", "help",
             "all, ms");
  double smaller = 0;
  for (const std::size_t size : {std::size_t{10}, std::size_t{100}}) {
    const auto made = picture(size, 2 * size, 20 * size, 1);
    const double breaks = median([&] { kept += fit::breaks(made, fit::chains(made)).size(); });
    const double sides = median([&] { kept += fit::sides(made).a_b.reach.has_value() ? 1 : 0; });
    const double profile = median([&] { kept += fit::profile(made).demands.placed ? 1 : 0; });
    const double help = median([&] { kept += fit::most_helpful(made).size(); });
    const double all = breaks + sides + profile + help;
    fmt::print("{:>22} {:>9.2f} {:>9.2f} {:>9.2f} {:>9.2f} {:>9.2f}{}\n",
               fmt::format("{}×{}×{}", size, 2 * size, 20 * size), breaks, sides, profile, help, all,
               smaller > 0 ? fmt::format("   {:.1f} times the time for 10 times of each", all / smaller) : "");
    smaller = all;
  }
  // Four managers in ten rounds: all 32 tasks side by side in each, and each round of each manager against the one before.
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
