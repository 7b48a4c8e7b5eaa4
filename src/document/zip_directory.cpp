#include "document/zip_directory.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

namespace trivium::document {
namespace {

constexpr std::size_t kEndLength = 22;
constexpr std::size_t kDirectoryLength = 46;
constexpr std::size_t kLocalLength = 30;
constexpr std::string_view kEndMark{"PK\x05\x06", 4};
constexpr std::string_view kDirectoryMark{"PK\x01\x02", 4};
constexpr std::string_view kLocalMark{"PK\x03\x04", 4};
constexpr std::string_view kOldOffice{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
                                      8};  // what Word wrote before, or encrypts into
constexpr std::uint64_t kInZip64 = 0xFFFFFFFF;

// Whoever asks has seen to it that so many bytes are there.
std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t length) {
  std::uint64_t value = 0;
  for (std::size_t i = length; i > 0; --i) {
    value = value << 8U | static_cast<unsigned char>(bytes[at + i - 1]);
  }
  return value;
}

std::optional<std::size_t> end_of_directory(std::string_view bytes) {
  constexpr std::size_t kLongestComment = 0xFFFF;
  if (bytes.size() < kEndLength) return std::nullopt;
  const std::size_t last = bytes.size() - kEndLength;
  const std::size_t first = last > kLongestComment ? last - kLongestComment : 0;
  for (std::size_t at = last + 1; at-- > first;) {
    if (!bytes.substr(at).starts_with(kEndMark)) continue;
    if (at + kEndLength + number(bytes, at + 20, 2) == bytes.size()) return at;
  }
  return std::nullopt;
}

bool names_a_package(const std::string& name) {
  constexpr std::array<std::string_view, 20> kEndings{".zip",  ".docx", ".docm", ".dotx", ".dotm", ".xlsx", ".xlsm",
                                                      ".xlsb", ".pptx", ".pptm", ".odt",  ".ods",  ".odp",  ".jar",
                                                      ".7z",   ".rar",  ".gz",   ".bz2",  ".xz",   ".tar"};
  std::string small = name;
  std::ranges::transform(small, small.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return std::ranges::any_of(kEndings, [&](std::string_view ending) { return small.ends_with(ending); });
}

struct Range {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
};

struct Found {
  ZipEntry entry;
  Range range;
  std::size_t next = 0;  // record of the directory
};

// The local header has to repeat what the directory says, where it says it at all (bit 3: it follows the data).
std::optional<Unreadable> local_trouble(std::string_view bytes, std::size_t directory, Found& found, unsigned flags,
                                        unsigned method) {
  const std::uint64_t at = found.range.begin;
  if (at + kLocalLength > directory || !bytes.substr(at).starts_with(kLocalMark)) return Unreadable::unsafe;
  const std::uint64_t name = number(bytes, at + 26, 2);
  const std::uint64_t data = at + kLocalLength + name + number(bytes, at + 28, 2);
  found.range.end = data + found.entry.packed;
  if (found.range.end > directory) return Unreadable::unsafe;
  if (bytes.substr(at + kLocalLength, name) != found.entry.name) return Unreadable::unsafe;
  if (number(bytes, at + 6, 2) != flags || number(bytes, at + 8, 2) != method) return Unreadable::unsafe;
  const std::uint64_t packed = number(bytes, at + 18, 4);
  const std::uint64_t unpacked = number(bytes, at + 22, 4);
  const bool follows = (flags & 8U) != 0;
  const bool agrees = packed == found.entry.packed && unpacked == found.entry.unpacked;
  if (!agrees && !(follows && packed == 0 && unpacked == 0)) return Unreadable::unsafe;
  if (method == 0 && found.entry.packed != found.entry.unpacked) return Unreadable::unsafe;
  if (method == 0 && bytes.substr(data).starts_with(kLocalMark)) return Unreadable::nested;
  return std::nullopt;
}

std::expected<Found, Unreadable> record_at(std::string_view bytes, std::size_t at, std::size_t directory,
                                           std::size_t end) {
  constexpr unsigned kEncrypted = 0x2041;  // bits 0, 6 and 13
  constexpr unsigned kDeflated = 8;
  if (at + kDirectoryLength > end || !bytes.substr(at).starts_with(kDirectoryMark))
    return std::unexpected{Unreadable::damaged};
  const auto flags = static_cast<unsigned>(number(bytes, at + 8, 2));
  const auto method = static_cast<unsigned>(number(bytes, at + 10, 2));
  const std::size_t name = number(bytes, at + 28, 2);
  Found found{.entry = {.name = {}, .packed = number(bytes, at + 20, 4), .unpacked = number(bytes, at + 24, 4)},
              .range = {.begin = number(bytes, at + 42, 4), .end = 0},
              .next = at + kDirectoryLength + name + number(bytes, at + 30, 2) + number(bytes, at + 32, 2)};
  if (found.next > end) return std::unexpected{Unreadable::damaged};
  found.entry.name = bytes.substr(at + kDirectoryLength, name);
  if ((flags & kEncrypted) != 0) return std::unexpected{Unreadable::locked};
  if (found.entry.packed == kInZip64 || found.entry.unpacked == kInZip64) return std::unexpected{Unreadable::too_large};
  if (found.entry.unpacked > kMostUnpacked) return std::unexpected{Unreadable::too_large};
  if (method != 0 && method != kDeflated) return std::unexpected{Unreadable::unsafe};
  if (found.entry.name.find('\0') != std::string::npos) return std::unexpected{Unreadable::unsafe};
  if (names_a_package(found.entry.name)) return std::unexpected{Unreadable::nested};
  if (const auto trouble = local_trouble(bytes, directory, found, flags, method)) return std::unexpected{*trouble};
  return found;
}

bool overlap(std::vector<Range> ranges) {
  std::ranges::sort(ranges, {}, &Range::begin);
  return std::ranges::adjacent_find(ranges, [](const Range& one, const Range& next) { return one.end > next.begin; }) !=
         ranges.end();
}

}  // namespace

std::expected<std::vector<ZipEntry>, Unreadable> directory_of(std::string_view bytes) {
  if (bytes.starts_with(kOldOffice)) return std::unexpected{Unreadable::locked};
  if (bytes.starts_with("%PDF-")) return std::unexpected{Unreadable::pdf};
  if (!bytes.starts_with(kLocalMark)) return std::unexpected{Unreadable::not_a_package};
  const auto end = end_of_directory(bytes);
  if (!end) return std::unexpected{Unreadable::damaged};
  const std::size_t count = number(bytes, *end + 10, 2);
  const std::uint64_t length = number(bytes, *end + 12, 4);
  const std::uint64_t directory = number(bytes, *end + 16, 4);
  if (count > kMostEntries || directory == kInZip64) return std::unexpected{Unreadable::too_large};
  if (count == 0 || number(bytes, *end + 8, 2) != count || directory + length != *end)
    return std::unexpected{Unreadable::unsafe};
  std::vector<ZipEntry> entries;
  std::vector<Range> ranges;
  std::set<std::string> names;
  std::uint64_t unpacked = 0;
  std::size_t at = directory;
  for (std::size_t i = 0; i < count; ++i) {
    auto found = record_at(bytes, at, directory, *end);
    if (!found) return std::unexpected{found.error()};
    at = found->next;
    unpacked += found->entry.unpacked;
    if (unpacked > kMostUnpacked) return std::unexpected{Unreadable::too_large};
    if (!names.insert(found->entry.name).second) return std::unexpected{Unreadable::unsafe};
    ranges.push_back(found->range);
    entries.push_back(std::move(found->entry));
  }
  if (at != *end || overlap(std::move(ranges))) return std::unexpected{Unreadable::unsafe};
  return entries;
}

}  // namespace trivium::document
