#include "shape/id.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <random>

namespace trivium::shape {

namespace {

// 4,096ths of a millisecond since 1970, each given once: whatever this program makes later sorts later, also within one
// millisecond and when the clock is set back (RFC 9562, section 6.2, method 3).
std::uint64_t tick() {
  static std::atomic<std::uint64_t> last{0};
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  const auto micros =
      static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::microseconds>(since_epoch).count());
  const std::uint64_t now = (micros / 1000 << 12U) | (micros % 1000 * 4096 / 1000);
  std::uint64_t before = last.load();
  while (!last.compare_exchange_weak(before, std::max(now, before + 1))) {
  }
  return std::max(now, before + 1);
}

}  // namespace

std::string new_uuid() {
  // Seeded from the operating system once per thread: ids must be distinct, they are never secrets.
  thread_local std::mt19937_64 random{[] {
    std::random_device device;
    std::seed_seq seed{device(), device(), device(), device(), device(), device(), device(), device()};
    return std::mt19937_64{seed};
  }()};
  const std::uint64_t now = tick();
  const std::uint64_t first = random();
  const std::uint64_t second = random();
  return fmt::format("{:08x}-{:04x}-7{:03x}-{:04x}-{:012x}", (now >> 28U) & 0xffffffffU, (now >> 12U) & 0xffffU,
                     now & 0xfffU, 0x8000U | (first & 0x3fffU), second & 0xffffffffffffU);
}

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    const char c = text[i];
    if (dash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return false;
  }
  return true;
}

}  // namespace trivium::shape
