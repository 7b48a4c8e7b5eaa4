#include "analysis/digest.hpp"

#include "evidence/fault.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <array>
#include <fstream>
#include <vector>

namespace trivium::analysis {

std::string digest(const std::filesystem::path& file, const measure::Work& work) {
  std::ifstream stream{file, std::ios::binary};
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  std::vector<char> buffer(1 << 20);
  while (stream) {
    if (work.stop.stop_requested()) throw measure::Cancelled{};
    stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(buffer.data()),
                              static_cast<unsigned long long>(stream.gcount()));
  }
  if (!stream.eof()) throw evidence::Fault{fmt::format("{} cannot be read to its end", file.string())};
  std::array<unsigned char, crypto_hash_sha256_BYTES> bytes{};
  crypto_hash_sha256_final(&state, bytes.data());
  std::array<char, 2 * crypto_hash_sha256_BYTES + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
  return hex.data();
}

}  // namespace trivium::analysis
