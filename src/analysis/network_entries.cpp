#include "analysis/columns.hpp"
#include "analysis/entries.hpp"
#include "measure/betweenness.hpp"
#include "measure/brokerage.hpp"
#include "measure/closeness.hpp"
#include "measure/cohesion.hpp"
#include "measure/communities.hpp"
#include "measure/mixing.hpp"
#include "measure/positions.hpp"

#include <numeric>
#include <ranges>
#include <span>

namespace trivium::analysis {
namespace {

using evidence::Cell;
using evidence::Chunk;

struct CodedNetwork {
  Codes actors;
  measure::Network network;
  Codes groups;                                      // of those named in the table actors
  std::vector<std::optional<measure::Group>> group;  // by actor
};

bool has_weights(const Asked& asked) {
  const auto known = asked.tables.rows("select count(weight) from ties", {}, {.stop = asked.work.stop});
  return std::get<std::int64_t>(known.at(0).at(0)) > 0;
}

// Whether ties count as much as their weights: where they have some, unless it was said that they are alike.
measure::Strength strength(const Asked& asked) {
  return has_weights(asked) && asked.settings.if_said("weights") != "alike" ? measure::Strength::weighed
                                                                            : measure::Strength::alike;
}

// Who stands in several groups, with these: "Orona (firm, school)", as many as fit into a sentence.
std::optional<Refusal> wrong_groups(const Asked& asked) {
  constexpr std::size_t kShown = 8;
  const auto several = asked.tables.rows(
      R"(select actor || ' (' || string_agg(distinct "group", ', ' order by "group") || ')' from actors
         group by actor having count(distinct "group") > 1 order by 1)",
      {}, {.stop = asked.work.stop});
  if (several.empty()) return std::nullopt;
  std::string named;
  for (const auto& row : several | std::views::take(kShown))
    named += (named.empty() ? "" : ", ") + std::get<std::string>(row.front());
  if (several.size() > kShown) named += ", …";
  return Refusal{
      .input = {},
      .flaws = {{"/actors", "flaw.several_groups", {{"values", std::to_string(several.size())}, {"actors", named}}}},
      .rows = 0};
}

Refusal about_weights(std::string key) { return {.input = {}, .flaws = {{"/weights", std::move(key), {}}}, .rows = 0}; }

// Ties of somebody with himself, which say nothing about cooperation; with the first of those they are of.
void remark_ties_to_oneself(const Asked& asked) {
  constexpr std::size_t kNamed = 20;
  Remark remark{.name = "ties_to_oneself", .values = 0};
  for (const auto& row :
       asked.tables.rows(R"(select "from", count(*) from ties where "from" = "to" group by 1 order by 1)", {},
                         {.stop = asked.work.stop})) {
    *remark.values += std::get<std::int64_t>(row[1]);
    if (remark.codes.size() < kNamed) remark.codes.push_back(std::get<std::string>(row[0]));
  }
  if (*remark.values > 0) asked.remarks.push_back(std::move(remark));
}

// Where ties have no direction: pairs of which both ways stand there, whose weights are added up, and pairs that stand
// there one way only though others do not, which may have had a direction.
void remark_both_ways(const Asked& asked) {
  if (asked.settings.choice("direction") == "directed") return;
  const auto counted = asked.tables.rows(
      R"(with pairs as (select least("from", "to") as one, greatest("from", "to") as other, count(distinct "from") as ways
                        from ties where "from" <> "to" group by 1, 2)
         select count(*) filter (where ways = 2), count(*) filter (where ways = 1) from pairs)",
      {}, {.stop = asked.work.stop});
  const auto both = std::get<std::int64_t>(counted.at(0).at(0));
  const auto one_way = std::get<std::int64_t>(counted.at(0).at(1));
  if (both > 0 && strength(asked) == measure::Strength::weighed)
    asked.remarks.push_back({.name = "both_ways_added", .values = both});
  if (both > 0 && one_way > 0)
    asked.remarks.push_back({.name = "some_one_way", .value = static_cast<double>(both + one_way), .values = one_way});
}

// The tables ties (from, to, weight) and actors (actor, group). Somebody named in actors only has no tie; where the
// group matters, each was found to have one.
CodedNetwork network(const Asked& asked) {
  auto& tables = asked.tables;
  const measure::Work work{.stop = asked.work.stop};
  remark_ties_to_oneself(asked);
  remark_both_ways(asked);
  auto actors = make_codes(
      asked, "nodes", "select \"from\" as code from ties union select \"to\" from ties union select actor from actors");
  auto groups = make_codes(asked, "kinds", "select distinct \"group\" as code from actors");
  std::vector<measure::Tie> ties;
  tables.each(
      "select f.place, t.place, coalesce(weight, 1)::double from ties join nodes f on \"from\" = f.code "
      "join nodes t on \"to\" = t.code order by 1, 2, 3",
      {}, work, [&](const Chunk& chunk) {
        for (std::size_t row = 0; row < chunk.rows(); ++row)
          ties.push_back({.from = static_cast<measure::Node>(chunk.values<std::int64_t>(0)[row]),
                          .to = static_cast<measure::Node>(chunk.values<std::int64_t>(1)[row]),
                          .weight = chunk.values<double>(2)[row]});
      });
  std::vector<std::optional<measure::Group>> group(actors.size());
  tables.each(
      "select n.place, min(k.place) from actors join nodes n on actor = n.code join kinds k on \"group\" = k.code "
      "group by 1",
      {}, work, [&](const Chunk& chunk) {
        for (std::size_t row = 0; row < chunk.rows(); ++row)
          group[static_cast<std::size_t>(chunk.values<std::int64_t>(0)[row])] =
              static_cast<measure::Group>(chunk.values<std::int64_t>(1)[row]);
      });
  const auto direction =
      asked.settings.choice("direction") == "directed" ? measure::Direction::directed : measure::Direction::undirected;
  const auto nodes = actors.size();
  return {.actors = std::move(actors),
          .network = {direction, nodes, ties},
          .groups = std::move(groups),
          .group = std::move(group)};
}

// Somebody who stands in the ties and not among the actors has no group, which is remarked where others have one.
void remark_without_group(const Asked& asked, const CodedNetwork& coded, std::string name) {
  constexpr std::size_t kNamed = 20;
  Remark remark{.name = std::move(name), .value = static_cast<double>(coded.actors.size()), .values = 0};
  for (std::size_t actor = 0; actor < coded.actors.size(); ++actor) {
    if (coded.group[actor]) continue;
    ++*remark.values;
    if (remark.codes.size() < kNamed) remark.codes.push_back(coded.actors[actor]);
  }
  if (coded.groups.size() > 0 && *remark.values > 0) asked.remarks.push_back(std::move(remark));
}

// Nothing where somebody has no group.
std::optional<std::vector<measure::Group>> all_groups(const CodedNetwork& coded) {
  std::vector<measure::Group> groups;
  for (const auto& group : coded.group) {
    if (!group) return std::nullopt;
    groups.push_back(*group);
  }
  return groups;
}

// The weights of all ties of an actor; nothing where ties have none.
struct Strengths {
  Cell in;
  Cell out;
  Cell all;
};

Strengths strengths(const measure::Network& network, measure::Node actor, measure::Strength counted) {
  if (counted == measure::Strength::alike) return {};
  const auto sum = [](std::span<const double> weights) { return std::accumulate(weights.begin(), weights.end(), 0.0); };
  const auto in = sum(network.in_weights(actor));
  const auto out = sum(network.out_weights(actor));
  return {.in = in, .out = out, .all = network.direction() == measure::Direction::directed ? in + out : out};
}

}  // namespace

std::optional<Refusal> wrong_weights(const Asked& asked) {
  if (asked.settings.if_said("weights") == "weighed" && !has_weights(asked)) return about_weights("flaw.no_weights");
  return std::nullopt;
}

std::optional<Refusal> no_weights(const Asked& asked) {
  if (has_weights(asked) && !asked.settings.if_said("weights")) return about_weights("flaw.weights_no_part");
  return std::nullopt;
}

std::optional<Refusal> no_weights_one_group(const Asked& asked) {
  if (auto refusal = no_weights(asked)) return refusal;
  return wrong_groups(asked);
}

void network_positions(const Asked& asked) {
  const auto coded = network(asked);
  const auto counted = strength(asked);
  if (counted == measure::Strength::weighed) asked.remarks.push_back({.name = "weighed_but_ways"});
  const auto degrees = measure::degrees(coded.network);
  const auto cores = measure::cores(coded.network);
  const auto constraints =
      measure::constraints(coded.network, counted, {.threads = asked.work.threads, .stop = asked.work.stop});
  const auto between = measure::betweenness(coded.network, asked.work);
  const auto close = measure::closeness(coded.network, measure::Along::out, asked.work);
  for (std::size_t actor = 0; actor < coded.actors.size(); ++actor) {
    const auto strong = strengths(coded.network, static_cast<measure::Node>(actor), counted);
    asked.answer.row({coded.actors[actor], count(degrees[actor].in), count(degrees[actor].out),
                      count(degrees[actor].all), count(cores[actor]), cell(constraints[actor]),
                      between[actor].betweenness, cell(between[actor].share), count(close[actor].reached),
                      cell(close[actor].closeness), strong.in, strong.out, strong.all});
  }
}

void network_structure(const Asked& asked) {
  const auto coded = network(asked);
  const auto groups = all_groups(coded);
  remark_without_group(asked, coded, "without_group");
  asked.answer.row({count(coded.actors.size()), count(coded.network.ties()), cell(measure::density(coded.network)),
                    cell(measure::reciprocity(coded.network)),
                    cell(measure::transitivity(coded.network, {.stop = asked.work.stop})),
                    cell(measure::assortativity_by_degree(coded.network)),
                    cell(groups ? measure::assortativity_by_category(coded.network, *groups) : std::nullopt)});
}

void communities(const Asked& asked) {
  const auto coded = network(asked);
  const auto counted = strength(asked);
  if (counted == measure::Strength::weighed) asked.remarks.push_back({.name = "weighed"});
  const auto found = measure::communities(coded.network, asked.seed, {.strength = counted}, asked.work);
  for (std::size_t actor = 0; actor < coded.actors.size(); ++actor)
    asked.answer.row({coded.actors[actor], count(found.of[actor] + std::uint64_t{1}), cell(found.modularity)});
}

// Who has no group counts as a group of nobody else.
void brokerage(const Asked& asked) {
  const auto coded = network(asked);
  std::vector<measure::Group> groups;
  auto next = static_cast<measure::Group>(coded.groups.size());
  for (const auto& group : coded.group) groups.push_back(group ? *group : next++);
  remark_without_group(asked, coded, "group_of_their_own");
  const auto found = measure::brokerages(coded.network, groups, asked.work);
  for (std::size_t actor = 0; actor < coded.actors.size(); ++actor) {
    const auto& roles = found[actor];
    asked.answer.row({coded.actors[actor], coded.group[actor] ? Cell{coded.groups[*coded.group[actor]]} : Cell{},
                      count(roles.coordinator), count(roles.representative), count(roles.gatekeeper),
                      count(roles.consultant), count(roles.liaison)});
  }
}

}  // namespace trivium::analysis
