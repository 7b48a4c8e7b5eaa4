#include "analysis/does_not_fit.hpp"

#include <unistd.h>

#include <limits>

namespace trivium::analysis {

std::size_t memory_there_is() {
  const auto pages = ::sysconf(_SC_PHYS_PAGES);
  const auto bytes = ::sysconf(_SC_PAGESIZE);
  if (pages <= 0 || bytes <= 0) return std::numeric_limits<std::size_t>::max();
  return static_cast<std::size_t>(pages) * static_cast<std::size_t>(bytes);
}

}  // namespace trivium::analysis
