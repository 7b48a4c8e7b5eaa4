// Query and body of a request as fields: a form, a form with a file, or JSON.
#pragma once

#include "server/exchange.hpp"
#include "server/route.hpp"

namespace trivium::server {

struct Fields {
  shape::Json fields;
  shape::Wire wire;
  shape::Flaws flaws;  // of what could not be read; the fields hold the rest
};

Fields read_body(const Request& request, const Route& route);

}  // namespace trivium::server
