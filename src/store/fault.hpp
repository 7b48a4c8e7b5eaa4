// What nobody above can put right: the disk, the database, a broken connection. Thrown, caught once, in server/.
#pragma once

#include <stdexcept>

namespace trivium::store {

struct Fault : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace trivium::store
