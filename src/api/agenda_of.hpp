// The reflection agenda of a table, from its answers and links alone.
#pragma once

#include "api/agenda_page.hpp"
#include "api/fit_of.hpp"

namespace trivium::api {

// Everything of the page but whose it is.
AgendaPage agenda_of(const FitSources& from);

}  // namespace trivium::api
