// Who asks, in which language, when and from where: what every endpoint is given beside its input.
#pragma once

#include "access/session.hpp"
#include "shape/time.hpp"

#include <optional>
#include <string>

namespace trivium::api {

struct Asking {
  std::optional<access::Visitor> visitor;
  std::string language;
  shape::Instant now;
  std::string address;  // of the net, for counting wrong passwords
  std::string device;   // as the browser names itself
};

}  // namespace trivium::api
