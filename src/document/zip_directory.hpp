// What a foreign package says it holds, looked through before anything in it is unpacked. It is read here and not by
// libzip because libzip does not tell where entries lie, and two that share their bytes are how a small file becomes a
// huge one.
#pragma once

#include "document/unreadable.hpp"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace trivium::document {

inline constexpr std::uint64_t kMostUnpacked = std::uint64_t{25} << 20U;  // bytes, of all entries together
inline constexpr std::size_t kMostEntries = 1'000;

struct ZipEntry {
  std::string name;
  std::uint64_t packed = 0;
  std::uint64_t unpacked = 0;
};

// In the order of the directory. Refused: more than the limits, encrypted, overlapping or packed otherwise than DOCX
// is, an entry that is a package itself, a local header that says something else than the directory, two of one name.
std::expected<std::vector<ZipEntry>, Unreadable> directory_of(std::string_view bytes);

}  // namespace trivium::document
