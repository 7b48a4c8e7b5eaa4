#include "analysis/columns.hpp"
#include "analysis/entries.hpp"
#include "measure/distance_envelope.hpp"
#include "measure/distance_raster.hpp"
#include "measure/relative_concentration.hpp"

#include <algorithm>
#include <cmath>

namespace trivium::analysis {
namespace {

using evidence::Cell;

struct Sites {
  std::vector<measure::Site> all;
  std::vector<std::uint32_t> cases;  // of the industry asked for

  std::uint32_t count() const { return static_cast<std::uint32_t>(cases.size()); }
};

// The table sites (industry, x, y, jobs); one whose jobs are not known counts as one job where jobs do not weigh, and
// is left out where they do.
Sites sites(const Asked& asked, measure::PairWeight weight) {
  Sites found;
  const auto& industry = asked.settings.choice("industry");
  const bool weighed = weight == measure::PairWeight::product;
  asked.tables.each("select industry, x, y, jobs, jobs is not null from sites order by rowid", {}, asked.work,
                    [&](const evidence::Chunk& chunk) {
                      for (std::size_t row = 0; row < chunk.rows(); ++row) {
                        const bool known = chunk.values<bool>(4)[row];
                        if (weighed && !known) continue;
                        if (chunk.text(row, 0) == industry)
                          found.cases.push_back(static_cast<std::uint32_t>(found.all.size()));
                        found.all.push_back({.x = chunk.values<double>(1)[row],
                                             .y = chunk.values<double>(2)[row],
                                             .weight = known ? chunk.values<double>(3)[row] : 1});
                      }
                    });
  return found;
}

// Under the least number of sites that have distances to compare nothing is answered, and that is said.
bool too_few(const Asked& asked, const Sites& sites, std::size_t least) {
  if (sites.cases.size() >= least) return false;
  asked.remarks.push_back({.name = "too_few_sites",
                           .code = asked.settings.choice("industry"),
                           .value = static_cast<double>(least),
                           .values = static_cast<std::int64_t>(sites.cases.size())});
  return true;
}

// Places that look like degrees of longitude and latitude: within their bounds, close together, and not whole.
void remark_degrees(const Asked& asked, const std::vector<measure::Site>& all) {
  constexpr double kWidest = 40;
  const auto [west, east] = std::ranges::minmax(all, {}, &measure::Site::x);
  const auto [south, north] = std::ranges::minmax(all, {}, &measure::Site::y);
  const bool within = west.x >= -180 && east.x <= 180 && south.y >= -90 && north.y <= 90 && east.x - west.x < kWidest &&
                      north.y - south.y < kWidest;
  const auto whole = [](const measure::Site& site) {
    return site.x == std::round(site.x) && site.y == std::round(site.y);
  };
  if (within && !std::ranges::all_of(all, whole)) asked.remarks.push_back({.name = "like_degrees"});
}

// A third of the diagonal of the box around all sites.
double usual_horizon(const std::vector<measure::Site>& all) {
  const auto [west, east] = std::ranges::minmax(all, {}, &measure::Site::x);
  const auto [south, north] = std::ranges::minmax(all, {}, &measure::Site::y);
  return std::hypot(east.x - west.x, north.y - south.y) / 3;
}

measure::RandomDraws draws(const Asked& asked) {
  return {.count = static_cast<std::size_t>(*asked.settings.whole("draws")),
          .level = asked.settings.number("level"),
          .seed = asked.seed};
}

struct Density {
  std::optional<measure::DistanceDensity> found;
  std::optional<measure::Envelope> bands;
  std::vector<double> bounds;  // by distance; nothing where pairs were counted
};

Density by_pairs(const Asked& asked, const Sites& sites, const measure::DensityChoice& choice) {
  Density made{
      .found = measure::distance_density(sites.all, sites.cases, choice, asked.work), .bands = {}, .bounds = {}};
  if (const auto chance = draws(asked); made.found && chance.count > 0)
    made.bands = measure::distance_envelope(sites.all, sites.count(), choice, chance, asked.work);
  return made;
}

Density by_raster(const Asked& asked, const Sites& sites, const measure::DensityChoice& choice) {
  const measure::RasterChoice raster{.horizon = choice.horizon,
                                     .bandwidth = choice.bandwidth,
                                     .weight = choice.weight,
                                     .crossings = static_cast<std::uint32_t>(*asked.settings.whole("crossings"))};
  auto found = measure::raster_distance_density(sites.all, sites.cases, raster, asked.work);
  if (!found) return {};
  Density made{.found = std::move(found->found), .bands = {}, .bounds = std::move(found->bounds)};
  if (const auto chance = draws(asked); chance.count > 0) {
    auto bands = measure::raster_distance_envelope(sites.all, sites.count(), raster, chance, asked.work);
    std::ranges::transform(made.bounds, bands.bounds, made.bounds.begin(),
                           [](double one, double other) { return std::max(one, other); });
    made.bands = std::move(bands.bands);
  }
  return made;
}

// Without a bandwidth there are not two distances to find one from; with one, pairs that count for something are
// missing.
void remark_no_density(const Asked& asked, const measure::DensityChoice& choice) {
  asked.remarks.push_back(
      choice.bandwidth
          ? Remark{.name = "pairs_of_nobody"}
          : Remark{.name = "no_distances", .code = asked.settings.choice("industry"), .value = 2 * choice.horizon});
}

struct Limits {
  Cell lower, upper;
};
Limits limits(const std::optional<measure::Envelope>& bands,
              std::vector<std::optional<measure::Band>> measure::Envelope::* which, std::size_t at) {
  if (!bands || !((*bands).*which)[at]) return {};
  const auto& band = *((*bands).*which)[at];
  return {band.lower, band.upper};
}

Cell mean(const std::optional<measure::Envelope>& bands, std::size_t at) {
  return bands ? cell(bands->mean[at]) : Cell{};
}

}  // namespace

std::optional<Refusal> wrong_industry(const Asked& asked) {
  const auto& industry = asked.settings.choice("industry");
  const auto known = asked.tables.rows("select count(*) from sites where industry = ?", {industry}, asked.work);
  if (std::get<std::int64_t>(known.at(0).at(0)) > 0) return std::nullopt;
  return Refusal{.input = {}, .flaws = {{"/industry", "flaw.no_such_industry", {{"given", industry}}}}, .rows = 0};
}

void distance_density(const Asked& asked) {
  const auto weight =
      asked.settings.choice("pairs") == "by_jobs" ? measure::PairWeight::product : measure::PairWeight::equal;
  const auto of = sites(asked, weight);
  if (too_few(asked, of, 3)) return;
  remark_degrees(asked, of.all);
  const measure::DensityChoice choice{
      .horizon = asked.settings.number_if_set("horizon").value_or(usual_horizon(of.all)),
      .bandwidth = asked.settings.number_if_set("bandwidth"),
      .weight = weight};
  if (!(choice.horizon > 0)) {
    asked.remarks.push_back({.name = "all_in_one_place"});
    return;
  }
  const auto made =
      asked.settings.choice("counted") == "on_a_raster" ? by_raster(asked, of, choice) : by_pairs(asked, of, choice);
  if (!made.found) {
    remark_no_density(asked, choice);
    return;
  }
  if (!asked.settings.number_if_set("horizon"))
    asked.remarks.push_back({.name = "horizon_taken", .value = choice.horizon});
  if (!asked.settings.number_if_set("bandwidth"))
    asked.remarks.push_back({.name = "bandwidth_taken", .value = made.found->bandwidth});
  if (draws(asked).count > 0 &&
      std::ranges::none_of(made.bands->global, [](const auto& band) { return band.has_value(); }))
    asked.remarks.push_back({.name = "no_bands"});
  for (std::size_t at = 0; at < made.found->density.size(); ++at) {
    const auto local = limits(made.bands, &measure::Envelope::local, at);
    const auto global = limits(made.bands, &measure::Envelope::global, at);
    asked.answer.row({made.found->distance(at), made.found->density[at], mean(made.bands, at), local.lower, local.upper,
                      global.lower, global.upper, made.found->bandwidth,
                      made.bounds.empty() ? Cell{} : Cell{made.bounds[at]}});
  }
}

void relative_concentration(const Asked& asked) {
  const auto of = sites(asked, measure::PairWeight::product);
  if (too_few(asked, of, 2)) return;
  remark_degrees(asked, of.all);
  std::vector<double> distances;
  const double step = asked.settings.number("step");
  for (std::size_t at = 0; static_cast<double>(at) * step <= asked.settings.number("horizon"); ++at)
    distances.push_back(static_cast<double>(at) * step);
  const auto found = measure::relative_concentration(of.all, of.cases, distances, asked.work);
  std::optional<measure::Envelope> bands;
  if (const auto chance = draws(asked); chance.count > 0)
    bands = measure::relative_concentration_envelope(of.all, of.count(), distances, chance, asked.work);
  for (std::size_t at = 0; at < distances.size(); ++at) {
    const auto local = limits(bands, &measure::Envelope::local, at);
    const auto global = limits(bands, &measure::Envelope::global, at);
    asked.answer.row(
        {distances[at], cell(found[at]), mean(bands, at), local.lower, local.upper, global.lower, global.upper});
  }
}

}  // namespace trivium::analysis
