#include "api/proposals.hpp"

#include "api/general_words.hpp"
#include "api/wording.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace trivium::api {
namespace {

constexpr std::size_t kOffered = 8;

struct Supposed {
  FitProposal proposal;
  int reasons;    // words 2, a mechanism 1
  int mends;      // its ends that have no link of this kind yet
  double weight;  // of the problem it is for
};

template <class Thing>
std::vector<Wording> wordings(const std::vector<Thing>& things) {
  std::vector<Wording> all;
  for (const auto& thing : things) all.push_back(wording(thing.text));
  return all;
}

bool are_linked(const std::vector<fit::Link>& links, std::size_t from, std::size_t to) {
  return std::ranges::any_of(links, [&](const fit::Link& link) { return link.from == from && link.to == to; });
}

bool starts_at(const std::vector<fit::Link>& links, std::size_t from) {
  return std::ranges::find(links, from, &fit::Link::from) != links.end();
}

bool ends_at(const std::vector<fit::Link>& links, std::size_t to) {
  return std::ranges::find(links, to, &fit::Link::to) != links.end();
}

// What both have, in words; empty where there is nothing.
std::string because(const FitWords& said, bool words, const std::optional<fit::Mechanism>& shared, bool mends_both) {
  if (!words && !shared) return {};
  std::string reason;
  if (shared)
    reason = said.words.say(
        said.language, words ? "fit.because.both" : "fit.because.mechanism",
        {{"mechanism", said.words.say(said.language, "fit.mechanism." + std::string{shape::name_of(*shared)})}});
  else reason = said.words.say(said.language, "fit.because.words");
  return mends_both ? said.words.say(said.language, "fit.because.mends_both", {{"reason", reason}}) : reason;
}

std::optional<fit::Mechanism> shared_by(const std::vector<fit::Mechanism>& from,
                                        const std::vector<fit::Mechanism>& to) {
  const auto shared = std::ranges::find_first_of(from, to);
  return shared == from.end() ? std::nullopt : std::optional{*shared};
}

struct Pairs {
  const FitWords& said;
  const TellingWords& telling;

  // weight(i): of the problem the to-end i is, or is for. lacks_from(i), lacks_to(i): nothing of this kind leads there.
  template <class From, class To, class Weight, class LacksFrom, class LacksTo>
  std::vector<Supposed> of(triangle::LinkKind kind, const std::vector<fit::Link>& links, const std::vector<From>& from,
                           const std::vector<To>& to, const Weight& weight, const LacksFrom& lacks_from,
                           const LacksTo& lacks_to) const {
    std::vector<Supposed> all;
    const auto from_words = wordings(from);
    const auto to_words = wordings(to);
    for (std::size_t i = 0; i < from.size(); ++i) {
      for (std::size_t j = 0; j < to.size(); ++j) {
        if (are_linked(links, i, j)) continue;
        const bool words = telling.shared(from_words[i], to_words[j]);
        const auto shared = shared_by(from[i].mechanisms, to[j].mechanisms);
        const int mends = (lacks_from(i) ? 1 : 0) + (lacks_to(j) ? 1 : 0);
        auto reason = because(said, words, shared, mends == 2);
        if (reason.empty()) continue;
        all.push_back({.proposal = {.kind = kind,
                                    .from_row = from[i].id,
                                    .to_row = to[j].id,
                                    .from = from[i].text,
                                    .to = to[j].text,
                                    .because = std::move(reason)},
                       .reasons = (words ? 2 : 0) + (shared ? 1 : 0),
                       .mends = mends,
                       .weight = weight(j)});
      }
    }
    std::ranges::stable_sort(all, std::ranges::greater{},
                             [](const Supposed& one) { return std::tuple{one.reasons + one.mends, one.weight}; });
    return all;
  }
};

// The weight of the heaviest problem an instrument is for.
double weight_for(const fit::Picture& picture, std::size_t instrument) {
  double most = 0;
  for (const auto& link : picture.addresses) {
    if (link.from == instrument) most = std::max(most, picture.demands[link.to].weight);
  }
  return most;
}

}  // namespace

std::vector<FitProposal> proposals_for(const FitWords& said) {
  const auto& picture = said.picture;
  auto texts = wordings(picture.demands);
  std::ranges::move(wordings(picture.instruments), std::back_inserter(texts));
  std::ranges::move(wordings(picture.practices), std::back_inserter(texts));
  const TellingWords telling{texts, general_words(said.words)};
  const Pairs pairs{said, telling};
  auto carries = pairs.of(
      triangle::LinkKind::carries, picture.carries, picture.practices, picture.instruments,
      [&](std::size_t j) { return weight_for(picture, j); },
      [&](std::size_t k) { return !starts_at(picture.carries, k) && !starts_at(picture.meets, k); },
      [&](std::size_t j) { return !ends_at(picture.carries, j); });
  auto addresses = pairs.of(
      triangle::LinkKind::addresses, picture.addresses, picture.instruments, picture.demands,
      [&](std::size_t i) { return picture.demands[i].weight; },
      [&](std::size_t j) { return !starts_at(picture.addresses, j); },
      [&](std::size_t i) { return !ends_at(picture.addresses, i); });
  std::vector<FitProposal> offered;
  for (std::size_t i = 0; i < std::max(carries.size(), addresses.size()); ++i) {
    for (auto* kind : {&carries, &addresses}) {
      if (i < kind->size() && offered.size() < kOffered) offered.push_back(std::move((*kind)[i].proposal));
    }
  }
  return offered;
}

}  // namespace trivium::api
