// Something that neither the person nor the code above can put right: the engine, a connection, a disk.
#pragma once

#include <stdexcept>
#include <string>

namespace trivium::evidence {

struct Fault : std::runtime_error {
  explicit Fault(const std::string& what) : std::runtime_error{"evidence: " + what} {}
};

// There is not as much memory as was needed, or as was allowed.
struct OutOfMemory : Fault {
  using Fault::Fault;
};

}  // namespace trivium::evidence
