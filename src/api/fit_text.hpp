// The fit map and the agenda of a table as plain text, for the terminal: what the pages say, without what only a
// browser can do.
#pragma once

#include "api/agenda_page.hpp"
#include "api/fit_page.hpp"

namespace trivium::api {

std::string fit_as_text(const words::Words& words, const std::string& language, const FitPage& page);
std::string agenda_as_text(const words::Words& words, const std::string& language, const AgendaPage& page);

}  // namespace trivium::api
