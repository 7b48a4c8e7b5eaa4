// Which page a form comes back on when something has to be put right, with everything that was typed.
#pragma once

#include "server/routes.hpp"

namespace trivium::server {

// The member of the record that CSV is made of.
Route list_of(std::string member, Route route);

// The media type of the file that is handed over.
Route file_of(std::string type, Route route);

// The most bytes it takes, where that is more than a form has.
Route taking(std::size_t bytes, Route route);

void show_again(std::vector<Route>& routes, const api::House& house, const Facts& facts);

}  // namespace trivium::server
