#include "check/layers.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

namespace trivium::check {
namespace {

std::string room_of(std::string_view path) {
  const auto slash = path.find('/');
  return slash == std::string_view::npos ? std::string{} : std::string{path.substr(0, slash)};
}

std::string rooms_named(const std::vector<std::string>& uses) {
  return uses.empty() ? "no other room" : fmt::format("{}", fmt::join(uses, ", "));
}

std::optional<std::string> wrong(const Checkout& checkout, const Rooms& rooms, const std::string& room,
                                 const Include& include) {
  const std::string other = room_of(include.file);
  if (other.empty()) return fmt::format("\"{}\" names no room: write \"room/{}\"", include.file, include.file);
  if (!rooms.contains(other)) return fmt::format("there is no room {}", other);
  if (!std::filesystem::exists(checkout.root / "src" / include.file)) {
    return fmt::format("there is no file src/{}", include.file);
  }
  if (other == room) return std::nullopt;
  const auto& uses = rooms.at(room);
  if (std::ranges::find(uses, other) != uses.end()) return std::nullopt;
  return fmt::format("{} may not use {}: its row in src/CMakeLists.txt names {}", room, other, rooms_named(uses));
}

}  // namespace

Report layers(const Checkout& checkout) {
  const Rooms rooms = checkout.rooms();
  const auto files = checkout.files("src", {".cpp", ".hpp"});
  Report report;
  for (const auto& file : files) {
    const std::string room = room_of(std::string_view{file}.substr(std::string_view{"src/"}.size()));
    if (room.empty()) continue;
    if (!rooms.contains(room)) {
      report.findings.push_back({file, 0, fmt::format("{} is no room: it has no row in src/CMakeLists.txt", room)});
      continue;
    }
    for (const auto& include : own_includes(checkout.lines(file))) {
      if (const auto reason = wrong(checkout, rooms, room, include)) {
        report.findings.push_back({file, include.line, *reason});
      }
    }
  }
  report.looked_at = fmt::format("{} files in {} rooms", files.size(), rooms.size());
  return report;
}

}  // namespace trivium::check
