#include "api/fit_of.hpp"

#include "api/fit_words.hpp"
#include "api/middle_in_words.hpp"
#include "api/proposals.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

constexpr int kRow = 10;    // a row of the drawing
constexpr int kAtOnce = 4;  // proposals shown before the others

template <class Thing>
std::vector<FitThing> things(const std::vector<Thing>& from, const std::vector<bool>& linked) {
  std::vector<FitThing> all;
  for (std::size_t i = 0; i < from.size(); ++i) all.push_back({from[i].id, from[i].task, from[i].text, linked[i]});
  return all;
}

struct Linked {
  std::vector<bool> demands;
  std::vector<bool> instruments;
  std::vector<bool> practices;
};

Linked linked_in(const fit::Picture& picture) {
  Linked linked{std::vector<bool>(picture.demands.size()), std::vector<bool>(picture.instruments.size()),
                std::vector<bool>(picture.practices.size())};
  for (const auto& link : picture.addresses) linked.instruments[link.from] = linked.demands[link.to] = true;
  for (const auto& link : picture.carries) linked.practices[link.from] = linked.instruments[link.to] = true;
  for (const auto& link : picture.meets) linked.practices[link.from] = linked.demands[link.to] = true;
  return linked;
}

template <class From, class To>
void add_lines(std::vector<FitLine>& lines, triangle::LinkKind kind, const std::vector<fit::Link>& links,
               const std::vector<std::optional<triangle::LinkId>>& drawn, const std::vector<From>& from,
               const std::vector<To>& to) {
  const auto y = [](std::size_t place) { return static_cast<int>(place) * kRow + kRow / 2; };
  for (std::size_t i = 0; i < links.size(); ++i) {
    lines.push_back(
        {.kind = kind,
         .from_row = from[links[i].from].id,
         .to_row = to[links[i].to].id,
         .from = from[links[i].from].text,
         .to = to[links[i].to].text,
         .strength = links[i].strength < 1 ? triangle::LinkStrength::partly : triangle::LinkStrength::direct,
         .link = drawn[i],
         .from_y = y(links[i].from),
         .to_y = y(links[i].to),
         .between_y = y(links[i].to) + kRow / 2});
  }
}

// A mark for each kind of break where it shows, leading to the first of them. On paper is a chain that ends at its
// instruments, so all its ends have the mark.
void mark(std::vector<FitThing>& things, std::optional<std::size_t> at, const FitFinding& finding) {
  if (!at) return;
  auto& gaps = things[*at].gaps;
  if (std::ranges::find(gaps, finding.kind, &FitGap::kind) == gaps.end())
    gaps.push_back({finding.kind, *finding.number, finding.title});
}

void mark_gaps(FitPage& page, const fit::Picture& picture, const std::vector<fit::Break>& breaks) {
  using fit::BreakKind;
  for (std::size_t i = 0; i < breaks.size(); ++i) {
    const auto& one = breaks[i];
    switch (one.kind) {
      case BreakKind::on_paper:
        mark(page.demands, one.demand, page.findings[i]);
        mark(page.instruments, one.instrument, page.findings[i]);
        for (const auto other : fit::other_instruments(picture, *one.demand, one.instrument))
          mark(page.instruments, other, page.findings[i]);
        break;
      case BreakKind::unanswered:
      case BreakKind::from_below:
      case BreakKind::wrong_scale:
      case BreakKind::unreached: mark(page.demands, one.demand, page.findings[i]); break;
      case BreakKind::answer_without_a_question:
      case BreakKind::unfunded: mark(page.instruments, one.instrument, page.findings[i]); break;
      case BreakKind::busy_without_a_reason:
      case BreakKind::unstaffed: mark(page.practices, one.practice, page.findings[i]); break;
    }
  }
}

std::vector<FitChain> chains_of(const fit::Picture& picture, const std::vector<fit::Chain>& chains) {
  std::vector<FitChain> all;
  for (const auto& chain : chains) {
    FitChain said{.number = static_cast<int>(chain.demand) + 1,
                  .row = picture.demands[chain.demand].id,
                  .text = picture.demands[chain.demand].text,
                  .standing = chain.standing,
                  .partly = chain.strength > 0 && chain.strength < 1,
                  .instrument = {},
                  .practice = {}};
    if (chain.instrument) said.instrument = picture.instruments[*chain.instrument].text;
    if (chain.practice) said.practice = picture.practices[*chain.practice].text;
    for (const auto other : fit::other_instruments(picture, chain.demand, chain.instrument))
      said.other_instruments.push_back(picture.instruments[other].text);
    all.push_back(std::move(said));
  }
  return all;
}

}  // namespace

FitSources sources_of(store::Session& session, const House& house, const OpenTable& open) {
  return {.words = house.words,
          .framework = open.framework,
          .texts = open.texts,
          .guidance = house.guidance,
          .language = open.language,
          .answers = answers_by_task(session, open.table.id),
          .links = triangle::links_of(session, open.table.id)};
}

FitPage fit_of(const FitSources& from) {
  const auto table = picture_of(from.guidance, from.words, from.answers, from.links);
  const auto& picture = table.picture;
  const FitWords said{from.words, from.texts, from.language, picture, table.introductions};
  const auto linked = linked_in(picture);
  const auto chains = fit::chains(picture);
  FitPage page{};
  page.demands = things(picture.demands, linked.demands);
  page.instruments = things(picture.instruments, linked.instruments);
  page.practices = things(picture.practices, linked.practices);
  for (const auto& one : table.introductions) page.practices.push_back({one.id, one.task, one.text, false});
  const auto columns = {page.demands.empty(), page.instruments.empty(), page.practices.empty()};
  page.can_link = std::ranges::count(columns, false) > 1;
  page.drawing_height =
      kRow * static_cast<int>(std::max({picture.demands.size(), picture.instruments.size(), page.practices.size()}));
  page.chains = chains_of(picture, chains);
  add_lines(page.lines, triangle::LinkKind::addresses, picture.addresses, table.addresses_drawn, picture.instruments,
            picture.demands);
  add_lines(page.lines, triangle::LinkKind::carries, picture.carries, table.carries_drawn, picture.practices,
            picture.instruments);
  add_lines(page.lines, triangle::LinkKind::meets, picture.meets, table.meets_drawn, picture.practices,
            picture.demands);
  const auto add_loose = [&](const char* mark, const std::vector<FitThing>& things) {
    for (const auto& thing : things) {
      if (!thing.linked) page.loose.push_back({mark, thing.text});
    }
  };
  add_loose("A", page.demands);
  add_loose("B", page.instruments);
  add_loose("C", page.practices);
  page.findings = said.findings(chains);
  mark_gaps(page, picture, fit::breaks(picture, chains));
  page.policy_blank = picture.policy_blank;
  page.practice_blank = picture.practice_blank;
  page.sides = sides_in_words(from.words, from.language, picture);
  page.contradictions = from.contradictions;
  page.middle = middle_in_words(from, chains);
  const auto profile = fit::profile(picture);
  page.points = said.points(profile);
  page.leans = std::ranges::any_of(page.points, &FitPoint::placed);
  page.distances = said.distances(profile);
  for (const auto& change : fit::most_helpful(picture)) page.helpful.push_back(said.help(change));
  page.proposals = proposals_for(said);
  if (page.proposals.size() > kAtOnce) {
    const auto rest = page.proposals.begin() + kAtOnce;
    page.more_proposals.assign(std::move_iterator{rest}, std::move_iterator{page.proposals.end()});
    page.proposals.resize(kAtOnce);
  }
  return page;
}

}  // namespace trivium::api
