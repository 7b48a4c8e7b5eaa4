// Who asks, in which language, when and from where: what every endpoint is given beside its input.
#pragma once

#include "access/session.hpp"
#include "shape/time.hpp"
#include "trail/entry.hpp"

#include <optional>
#include <string>
#include <vector>

namespace trivium::api {

struct Asking {
  std::optional<access::Visitor> visitor;
  std::string language;
  shape::Instant now;
  std::string address;                         // of the net, for counting wrong passwords
  std::string device;                          // as the browser names itself
  std::vector<trail::Entry>* reads = nullptr;  // what is read of others is noted here; nowhere where nobody asks for it
};

}  // namespace trivium::api
