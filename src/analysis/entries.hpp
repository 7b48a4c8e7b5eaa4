// The functions behind the catalogue's entries, one file a family.
#pragma once

#include "analysis/analysis.hpp"

namespace trivium::analysis {

void location_quotients(const Asked& asked);
void concentration(const Asked& asked);
void specialisation(const Asked& asked);
void variety(const Asked& asked);
void firm_concentration(const Asked& asked);

// Where the jobs of all regions were given, and not of every one.
std::optional<Refusal> wrong_region_totals(const Asked& asked);
void plants_of_industries(const Asked& asked);

void proximity(const Asked& asked);
void relatedness_density(const Asked& asked);
void complexity(const Asked& asked);

// Where no site is of the industry asked for.
std::optional<Refusal> wrong_industry(const Asked& asked);
void distance_density(const Asked& asked);
void relative_concentration(const Asked& asked);

// Where neighbours have different weights, which have no part.
std::optional<Refusal> neighbours_weighed(const Asked& asked);
void autocorrelation(const Asked& asked);
void local_autocorrelation(const Asked& asked);

// Of measures that take weights, and of those in which they have no part.
std::optional<Refusal> wrong_weights(const Asked& asked);
std::optional<Refusal> no_weights(const Asked& asked);
// Of measures in which, beside that, everybody is of one group.
std::optional<Refusal> no_weights_one_group(const Asked& asked);
void network_positions(const Asked& asked);
void network_structure(const Asked& asked);
void communities(const Asked& asked);
void brokerage(const Asked& asked);

std::optional<Refusal> wrong_recoding(const Asked& asked);
void recoding(const Asked& asked);

void job_changes(const Asked& asked);
void relatedness(const Asked& asked);
void functional_boundary(const Asked& asked);
void targets(const Asked& asked);

void shift_share(const Asked& asked);
// Where the years asked for end before they begin.
std::optional<Refusal> wrong_years(const Asked& asked);
void turnover(const Asked& asked);
void survival(const Asked& asked);

}  // namespace trivium::analysis
