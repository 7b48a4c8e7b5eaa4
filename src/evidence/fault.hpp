// Something that neither the person nor the code above can put right: the engine, a connection, a disk.
#pragma once

#include <stdexcept>
#include <string>

namespace trivium::evidence {

struct Fault : std::runtime_error {
  explicit Fault(const std::string& what) : std::runtime_error{"evidence: " + what} {}
};

}  // namespace trivium::evidence
