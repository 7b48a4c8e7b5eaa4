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
  bool written;   // somebody wrote that it is so, in other words
  int reasons;    // words 2, the same people 2, a mechanism 1
  int mends;      // its ends that have no link of this kind yet
  double weight;  // of the problem it is for
};

// What two rows have in common.
struct Common {
  bool written = false;
  bool words = false;
  std::vector<std::string> people = {};
  std::optional<fit::Mechanism> mechanism = {};

  [[nodiscard]] int reasons() const { return (words ? 2 : 0) + (people.empty() ? 0 : 2) + (mechanism ? 1 : 0); }
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
std::string because(const FitWords& said, const Common& common, bool mends_both) {
  const auto say = [&](const char* key, const words::Args& args) {
    return said.words.say(said.language, std::string{"fit.because."} + key, args);
  };
  if (common.written) return say("written", {});
  std::string reason;
  if (common.mechanism)
    reason = say(common.words ? "both" : "mechanism",
                 {{"mechanism",
                   said.words.say(said.language, "fit.mechanism." + std::string{shape::name_of(*common.mechanism)})}});
  else if (common.words) reason = say("words", {});
  if (!common.people.empty()) {
    const auto people = words::joined(said.language, common.people);
    reason = reason.empty() ? say("people", {{"people", people}})
                            : say("people_too", {{"people", people}, {"reason", reason}});
  }
  return mends_both && !reason.empty() ? say("mends_both", {{"reason", reason}}) : reason;
}

std::optional<fit::Mechanism> shared_by(const std::vector<fit::Mechanism>& from,
                                        const std::vector<fit::Mechanism>& to) {
  const auto shared = std::ranges::find_first_of(from, to);
  return shared == from.end() ? std::nullopt : std::optional{*shared};
}

// Who a row is for. A practice says so in its text alone.
const std::vector<std::string>& people_of(const fit::Demand& demand) { return demand.actors; }
const std::vector<std::string>& people_of(const fit::Instrument& instrument) { return instrument.taken_up_by; }
const std::vector<std::string>& people_of(const fit::Practice& /*practice*/) {
  static const std::vector<std::string> kNone;
  return kNone;
}

struct Pairs {
  const FitWords& said;
  const TellingWords& telling;

  // Named there by most of what they are called, a telling word among it, or by all of it where it is several words.
  [[nodiscard]] bool named_in(const Wording& there, const std::string& actor) const {
    const auto who = wording(actor);
    if (naming(there, who) < Naming::most) return false;
    const auto word_is_there = [&](const std::string& word) {
      return naming(there, {.text = word, .words = {word}}) >= Naming::most;
    };
    return telling.shared(there, who) || (who.words.size() > 1 && std::ranges::all_of(who.words, word_is_there));
  }

  template <class One, class Other>
  [[nodiscard]] std::vector<std::string> same_people(const One& one, const Other& other) const {
    std::vector<std::string> found;
    const auto look = [&](const auto& whose, const auto& there) {
      for (const auto& actor : people_of(whose)) {
        const bool in_text = named_in(wording(there.text), actor);
        const bool among = std::ranges::any_of(
            people_of(there), [&](const std::string& entry) { return named_in(wording(entry), actor); });
        const auto alike = [&](const std::string& known) {
          return naming(wording(known), wording(actor)) == Naming::same;
        };
        if ((in_text || among) && std::ranges::none_of(found, alike)) found.push_back(actor);
      }
    };
    look(other, one);
    if (found.empty()) look(one, other);
    return found;
  }

  // weight(i): of the problem the to-end i is, or is for. lacks_from(i), lacks_to(i): nothing of this kind leads there.
  // enough(i, j, common): whether what they have in common is a reason.
  template <class From, class To, class Weight, class LacksFrom, class LacksTo, class Enough>
  std::vector<Supposed> of(triangle::LinkKind kind, const std::vector<fit::Link>& links, const std::vector<From>& from,
                           const std::vector<To>& to, const Weight& weight, const LacksFrom& lacks_from,
                           const LacksTo& lacks_to, const Enough& enough) const {
    std::vector<Supposed> all;
    const auto from_words = wordings(from);
    const auto to_words = wordings(to);
    for (std::size_t i = 0; i < from.size(); ++i) {
      for (std::size_t j = 0; j < to.size(); ++j) {
        if (are_linked(links, i, j)) continue;
        const Common common{.written = kind == triangle::LinkKind::carries && are_linked(said.picture.written, i, j),
                            .words = telling.shared(from_words[i], to_words[j]),
                            .people = same_people(from[i], to[j]),
                            .mechanism = shared_by(from[i].mechanisms, to[j].mechanisms)};
        const int mends = (lacks_from(i) ? 1 : 0) + (lacks_to(j) ? 1 : 0);
        auto reason = because(said, common, mends == 2);
        if (reason.empty() || !enough(i, j, common)) continue;
        all.push_back({.proposal = {.kind = kind,
                                    .from_row = from[i].id,
                                    .to_row = to[j].id,
                                    .from = from[i].text,
                                    .to = to[j].text,
                                    .because = std::move(reason)},
                       .written = common.written,
                       .reasons = common.reasons(),
                       .mends = mends,
                       .weight = weight(j)});
      }
    }
    std::ranges::stable_sort(all, std::ranges::greater{}, [](const Supposed& one) {
      // A link between two that have none mends more than one more reason speaks for it.
      return std::tuple{one.written, one.reasons + 2 * one.mends, one.weight};
    });
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

// Whether an instrument joins the two already.
bool through_an_instrument(const fit::Picture& picture, std::size_t practice, std::size_t demand) {
  return std::ranges::any_of(picture.carries, [&](const fit::Link& link) {
    return link.from == practice && are_linked(picture.addresses, link.to, demand);
  });
}

// What somebody wrote comes first; then the kinds by turns.
std::vector<FitProposal> by_turns(std::vector<std::vector<Supposed>> kinds) {
  std::vector<FitProposal> offered;
  const auto offer = [&](Supposed& one) {
    if (offered.size() < kOffered) offered.push_back(std::move(one.proposal));
  };
  std::size_t most = 0;
  for (auto& kind : kinds) {
    const auto rest = std::ranges::find(kind, false, &Supposed::written);
    std::for_each(kind.begin(), rest, offer);
    kind.erase(kind.begin(), rest);
    most = std::max(most, kind.size());
  }
  for (std::size_t i = 0; i < most; ++i) {
    for (auto& kind : kinds) {
      if (i < kind.size()) offer(kind[i]);
    }
  }
  return offered;
}

}  // namespace

std::vector<FitProposal> proposals_for(const FitWords& said) {
  const auto& picture = said.picture;
  // Behind the practices, the introductions nobody has linked: they have no links, and nothing is missed in that.
  auto practices = picture.practices;
  practices.insert(practices.end(), said.introductions.begin(), said.introductions.end());
  const auto introduction = [&](std::size_t k) { return k >= picture.practices.size(); };
  auto texts = wordings(picture.demands);
  std::ranges::move(wordings(picture.instruments), std::back_inserter(texts));
  std::ranges::move(wordings(practices), std::back_inserter(texts));
  const TellingWords telling{texts, general_words(said.words)};
  const Pairs pairs{said, telling};
  const auto anything = [](std::size_t /*from*/, std::size_t /*to*/, const Common& /*common*/) { return true; };
  const auto says_so = [](const Common& common) { return common.words || !common.people.empty(); };
  const auto serves_nothing = [&](std::size_t k) {
    return !introduction(k) && !starts_at(picture.carries, k) && !starts_at(picture.meets, k);
  };
  auto carries = pairs.of(
      triangle::LinkKind::carries, picture.carries, practices, picture.instruments,
      [&](std::size_t j) { return weight_for(picture, j); }, serves_nothing,
      [&](std::size_t j) { return !ends_at(picture.carries, j); },
      // Every introduction works by matching: that alone says nothing of one.
      [&](std::size_t k, std::size_t /*j*/, const Common& common) { return !introduction(k) || says_so(common); });
  auto addresses = pairs.of(
      triangle::LinkKind::addresses, picture.addresses, picture.instruments, picture.demands,
      [&](std::size_t i) { return picture.demands[i].weight; },
      [&](std::size_t j) { return !starts_at(picture.addresses, j); },
      [&](std::size_t i) { return !ends_at(picture.addresses, i); }, anything);
  // Where the policy has instruments, working alike is no reason to go past them.
  auto meets = pairs.of(
      triangle::LinkKind::meets, picture.meets, practices, picture.demands,
      [&](std::size_t i) { return picture.demands[i].weight; }, serves_nothing,
      [&](std::size_t i) { return !ends_at(picture.addresses, i) && !ends_at(picture.meets, i); },
      [&](std::size_t k, std::size_t i, const Common& common) {
        const bool by_mechanism = picture.instruments.empty() && !introduction(k);
        return !through_an_instrument(picture, k, i) && (by_mechanism || says_so(common));
      });
  return by_turns({std::move(carries), std::move(addresses), std::move(meets)});
}

}  // namespace trivium::api
