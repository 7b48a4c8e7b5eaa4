#include "analysis/catalogue.hpp"

#include "analysis/entries.hpp"
#include "analysis/inputs.hpp"

#include <algorithm>
#include <array>

namespace trivium::analysis {
namespace {

using evidence::Kind;
using Empty = evidence::Column::Empty;
using Holds = AnswerColumn::Holds;
using Takes = Parameter::Takes;

constexpr double kAnyCount = 9e15;  // the largest whole numbers a double holds exactly

Parameter weights(std::vector<std::string_view> choices) {
  return {.name = "weights", .takes = Takes::choice, .usual = "", .choices = std::move(choices)};
}
Parameter list(std::string_view name) { return {.name = name, .takes = Takes::list, .usual = ""}; }
Parameter direction() {
  return {.name = "direction", .takes = Takes::choice, .usual = "undirected", .choices = {"undirected", "directed"}};
}
Parameter industry() { return {.name = "industry", .takes = Takes::code, .usual = ""}; }
Parameter horizon(std::string_view usual) {
  return {.name = "horizon", .takes = Takes::number, .usual = usual, .bounds = {1e-3, 1e9}};
}
Parameter drawn(std::string_view usual) {
  return {.name = "draws", .takes = Takes::whole, .usual = usual, .bounds = {0, 1'000'000}};
}
Parameter level() { return {.name = "level", .takes = Takes::number, .usual = "0.05", .bounds = {1e-6, 0.5}}; }

Parameter total() { return {.name = "total", .takes = Takes::number, .usual = "", .bounds = {0, kAnyCount}}; }
Parameter least_quotient() {
  return {.name = "least-quotient", .takes = Takes::number, .usual = "1", .bounds = {0, 1'000}};
}
Parameter closeness() {
  return {.name = "closeness",
          .takes = Takes::choice,
          .usual = "minimum",
          .choices = {"minimum", "association", "cosine", "jaccard", "probability"}};
}
// Unset, each counts as much as it is close.
Parameter least_closeness() {
  return {.name = "least-closeness", .takes = Takes::number, .usual = "", .bounds = {0, kAnyCount}};
}
Parameter borders() {
  return {.name = "borders", .takes = Takes::choice, .usual = "mutual", .choices = {"mutual", "as_given"}};
}
Parameter draws() { return {.name = "draws", .takes = Takes::whole, .usual = "999", .bounds = {1, 1'000'000}}; }
std::vector<Parameter> counting() {
  return {{.name = "within", .takes = Takes::choice, .usual = "left_out", .choices = {"left_out", "counted"}},
          {.name = "unseen", .takes = Takes::whole, .usual = "", .bounds = {1, kAnyCount}}};
}
std::vector<Parameter> with(std::vector<Parameter> parameters, Parameter another) {
  parameters.push_back(std::move(another));
  return parameters;
}
Parameter threshold() { return {.name = "threshold", .takes = Takes::number, .usual = "0.25", .bounds = {-1, 1}}; }
std::vector<Parameter> years() {
  return {{.name = "from", .takes = Takes::whole, .usual = "2015", .bounds = {1500, 3000}},
          {.name = "to", .takes = Takes::whole, .usual = "2024", .bounds = {1500, 3000}}};
}

std::vector<AnswerColumn> spread(std::string_view of) {
  return {{of, Holds::text},         {"jobs", Holds::number},    {"herfindahl", Holds::number},
          {"gini", Holds::number},   {"entropy", Holds::number}, {"locational_gini", Holds::number},
          {"krugman", Holds::number}};
}

std::vector<Analysis> made() {
  return {
      {.name = "location-quotient",
       .inputs = employment_and_totals(),
       .parameters = {total(), {.name = "heads", .takes = Takes::number, .usual = "1", .bounds = {1e-3, 1e9}}},
       .gives = {{"region", Holds::text},
                 {"industry", Holds::text},
                 {"jobs", Holds::number},
                 {"expected", Holds::number},
                 {"quotient", Holds::number},
                 {"least", Holds::number},
                 {"most", Holds::number}},
       .chance = Chance::none,
       .run = location_quotients},
      {.name = "concentration",
       .inputs = {employment()},
       .parameters = {},
       .gives = spread("industry"),
       .chance = Chance::none,
       .run = concentration},
      {.name = "specialisation",
       .inputs = {employment()},
       .parameters = {},
       .gives = spread("region"),
       .chance = Chance::none,
       .run = specialisation},
      {.name = "variety",
       .inputs = {employment()},
       .parameters = {{.name = "digits", .takes = Takes::whole, .usual = "2", .bounds = {1, 8}}},
       .gives = {{"region", Holds::text}, {"unrelated", Holds::number}, {"related", Holds::number}},
       .chance = Chance::none,
       .run = variety},
      {.name = "ellison-glaeser",
       .inputs = plants_and_totals(),
       .parameters = {},
       .gives = {{"industry", Holds::text},
                 {"plants", Holds::whole},
                 {"jobs", Holds::number},
                 {"raw", Holds::number},
                 {"herfindahl", Holds::number},
                 {"gamma", Holds::number}},
       .chance = Chance::none,
       .run = plants_of_industries,
       .wrong = wrong_region_totals},
      {.name = "firm-concentration",
       .inputs = {firm_sizes()},
       .parameters = {},
       .gives = {{"industry", Holds::text},
                 {"firms", Holds::whole},
                 {"jobs", Holds::number},
                 {"herfindahl", Holds::number},
                 {"as_if", Holds::number},
                 {"largest", Holds::number},
                 {"gini", Holds::number}},
       .chance = Chance::none,
       .run = firm_concentration},
      {.name = "proximity",
       .inputs = employment_and_totals(),
       .parameters = {total(), least_quotient(), closeness()},
       .gives = {{"one", Holds::text},
                 {"other", Holds::text},
                 {"together", Holds::whole},
                 {"one_alone", Holds::whole},
                 {"other_alone", Holds::whole},
                 {"closeness", Holds::number}},
       .chance = Chance::none,
       .run = proximity},
      {.name = "relatedness-density",
       .inputs = employment_and_totals(),
       .parameters =
           {total(),
            least_quotient(),
            closeness(),
            least_closeness(),
            {.name = "itself", .takes = Takes::choice, .usual = "left_out", .choices = {"left_out", "counted"}}},
       .gives =
           {{"region", Holds::text}, {"industry", Holds::text}, {"at_home", Holds::whole}, {"density", Holds::number}},
       .chance = Chance::none,
       .run = relatedness_density},
      {.name = "complexity",
       .inputs = employment_and_totals(),
       .parameters = {total(), least_quotient()},
       .gives = {{"kind", Holds::text},
                 {"code", Holds::text},
                 {"complexity", Holds::number},
                 {"eigenvalue", Holds::number},
                 {"next", Holds::number}},
       .chance = Chance::none,
       .run = complexity},
      {.name = "distance-density",
       .inputs = sites(),
       .parameters = {industry(),
                      horizon(""),
                      {.name = "bandwidth", .takes = Takes::number, .usual = "", .bounds = {1e-3, 1e9}},
                      {.name = "pairs", .takes = Takes::choice, .usual = "alike", .choices = {"alike", "by_jobs"}},
                      {.name = "counted",
                       .takes = Takes::choice,
                       .usual = "one_by_one",
                       .choices = {"one_by_one", "on_a_raster"}},
                      {.name = "crossings", .takes = Takes::whole, .usual = "2048", .bounds = {64, 8192}},
                      drawn("1000"),
                      level()},
       .gives = {{"distance", Holds::number},
                 {"density", Holds::number},
                 {"mean_of_draws", Holds::number},
                 {"local_lower", Holds::number},
                 {"local_upper", Holds::number},
                 {"global_lower", Holds::number},
                 {"global_upper", Holds::number},
                 {"bandwidth", Holds::number},
                 {"bound", Holds::number}},
       .chance = Chance::seeded,
       .run = distance_density,
       .wrong = wrong_industry},
      {.name = "relative-concentration",
       .inputs = sites(),
       .parameters = {industry(),
                      horizon("30000"),
                      {.name = "step", .takes = Takes::number, .usual = "500", .bounds = {1e-3, 1e9}},
                      drawn("1000"),
                      level()},
       .gives = {{"distance", Holds::number},
                 {"m", Holds::number},
                 {"mean_of_draws", Holds::number},
                 {"local_lower", Holds::number},
                 {"local_upper", Holds::number},
                 {"global_lower", Holds::number},
                 {"global_upper", Holds::number}},
       .chance = Chance::seeded,
       .run = relative_concentration,
       .wrong = wrong_industry},
      {.name = "autocorrelation",
       .inputs = areas_and_neighbours(),
       .parameters = {borders(), weights({"alike"}), draws()},
       .gives = {{"areas", Holds::whole},
                 {"moran", Holds::number},
                 {"expected", Holds::number},
                 {"deviation", Holds::number},
                 {"as_high", Holds::number},
                 {"as_low", Holds::number},
                 {"either_side", Holds::number}},
       .chance = Chance::seeded,
       .run = autocorrelation,
       .wrong = neighbours_weighed},
      {.name = "local-autocorrelation",
       .inputs = areas_and_neighbours(),
       .parameters = {borders(), weights({"alike"}), draws()},
       .gives = {{"area", Holds::text},
                 {"moran", Holds::number},
                 {"neighbours", Holds::number},
                 {"among", Holds::text},
                 {"as_high", Holds::number},
                 {"as_low", Holds::number},
                 {"either_side", Holds::number}},
       .chance = Chance::seeded,
       .run = local_autocorrelation,
       .wrong = neighbours_weighed},
      {.name = "recoding",
       .inputs = values_and_correspondences(),
       .parameters = {list("from-list"), list("to-list"), list("onward-list")},
       .gives = {{"of", Holds::text},
                 {"code", Holds::text},
                 {"value", Holds::number},
                 {"mark", Holds::text},
                 {"least", Holds::number},
                 {"guessed", Holds::number}},
       .chance = Chance::none,
       .run = recoding,
       .wrong = wrong_recoding},
      {.name = "job-changes",
       .inputs = {panel()},
       .parameters = {{.name = "least", .takes = Takes::whole, .usual = "10", .bounds = {1, kAnyCount}}},
       .gives = {{"from", Holds::text}, {"to", Holds::text}, {"count", Holds::whole}},
       .chance = Chance::none,
       .run = job_changes},
      {.name = "skill-relatedness",
       .inputs = {flows()},
       .parameters =
           with(counting(),
                {.name = "ways", .takes = Takes::choice, .usual = "both", .choices = {"both", "each", "together"}}),
       .gives = {{"from", Holds::text},
                 {"to", Holds::text},
                 {"there", Holds::whole},
                 {"back", Holds::whole},
                 {"ratio", Holds::number},
                 {"related", Holds::number},
                 {"guessed", Holds::whole}},
       .chance = Chance::none,
       .run = relatedness},
      {.name = "functional-boundary",
       .inputs = {flows(), {"core", {code("industry")}}, flows_before()},
       .parameters = with(counting(), threshold()),
       .gives = {{"industry", Holds::text},
                 {"through", Holds::text},
                 {"related", Holds::number},
                 {"moved", Holds::text},
                 {"related_before", Holds::number}},
       .chance = Chance::none,
       .run = functional_boundary},
      {.name = "policy-targets",
       .inputs = {flows(), {"targeted", {code("industry")}}},
       .parameters = with(counting(), threshold()),
       .gives =
           {{"finding", Holds::text}, {"industry", Holds::text}, {"other", Holds::text}, {"related", Holds::number}},
       .chance = Chance::none,
       .run = targets},
      {.name = "shift-share",
       .inputs = {change()},
       .parameters = {},
       .gives = {{"industry", Holds::text},
                 {"change", Holds::number},
                 {"national", Holds::number},
                 {"mix", Holds::number},
                 {"regional", Holds::number},
                 {"unexplained", Holds::number},
                 {"growth_against", Holds::number}},
       .chance = Chance::none,
       .run = shift_share},
      {.name = "entries-and-exits",
       .inputs = firms_and_larger(),
       .parameters = years(),
       .gives = {{"type", Holds::text},
                 {"year", Holds::whole},
                 {"active", Holds::whole},
                 {"entries", Holds::whole},
                 {"exits", Holds::whole},
                 {"net_entry", Holds::whole},
                 {"entry_rate", Holds::number},
                 {"exit_rate", Holds::number},
                 {"growth", Holds::number},
                 {"larger_entry_rate", Holds::number},
                 {"larger_exit_rate", Holds::number},
                 {"larger_growth", Holds::number}},
       .chance = Chance::none,
       .run = turnover,
       .wrong = wrong_years},
      {.name = "survival",
       .inputs = firms_and_larger(),
       .parameters = years(),
       .gives = {{"type", Holds::text},
                 {"born", Holds::whole},
                 {"age", Holds::whole},
                 {"of", Holds::whole},
                 {"alive", Holds::whole},
                 {"share", Holds::number},
                 {"larger_share", Holds::number}},
       .chance = Chance::none,
       .run = survival,
       .wrong = wrong_years},
      {.name = "network-structure",
       .inputs = network(Needed::where_there_is_one),
       .parameters = {direction(), weights({"alike"})},
       .gives = {{"actors", Holds::whole},
                 {"ties", Holds::whole},
                 {"density", Holds::number},
                 {"reciprocity", Holds::number},
                 {"transitivity", Holds::number},
                 {"alike_by_degree", Holds::number},
                 {"alike_by_group", Holds::number}},
       .chance = Chance::none,
       .run = network_structure,
       .wrong = no_weights_one_group},
      {.name = "network-positions",
       .inputs = network(Needed::where_there_is_one),
       .parameters = {direction(), weights({"weighed", "alike"})},
       .gives = {{"actor", Holds::text},
                 {"in", Holds::whole},
                 {"out", Holds::whole},
                 {"partners", Holds::whole},
                 {"core", Holds::whole},
                 {"constraint", Holds::number},
                 {"betweenness", Holds::number},
                 {"share", Holds::number},
                 {"reached", Holds::whole},
                 {"closeness", Holds::number},
                 {"strength_in", Holds::number},
                 {"strength_out", Holds::number},
                 {"strength", Holds::number}},
       .chance = Chance::none,
       .run = network_positions,
       .wrong = wrong_weights},
      {.name = "communities",
       .inputs = network(Needed::where_there_is_one),
       .parameters = {direction(), weights({"weighed", "alike"})},
       .gives = {{"actor", Holds::text}, {"community", Holds::whole}, {"modularity", Holds::number}},
       .chance = Chance::seeded,
       .run = communities,
       .wrong = wrong_weights},
      {.name = "brokerage",
       .inputs = network(Needed::always),
       .parameters = {direction(), weights({"alike"})},
       .gives = {{"actor", Holds::text},
                 {"group", Holds::text},
                 {"coordinator", Holds::whole},
                 {"representative", Holds::whole},
                 {"gatekeeper", Holds::whole},
                 {"consultant", Holds::whole},
                 {"liaison", Holds::whole}},
       .chance = Chance::none,
       .run = brokerage,
       .wrong = no_weights_one_group},
  };
}

}  // namespace

std::span<const Analysis> catalogue() {
  static const auto all = made();
  return all;
}

const Analysis* analysis(std::string_view name) {
  const auto all = catalogue();
  const auto found = std::ranges::find(all, name, &Analysis::name);
  return found == all.end() ? nullptr : &*found;
}

}  // namespace trivium::analysis
