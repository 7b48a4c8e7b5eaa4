#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trivium::check {

// Thrown where a check cannot be made at all: no such folder, no such tool.
struct CannotCheck {
  std::string reason;
};

// A room's name, and the rooms its row in src/CMakeLists.txt names.
using Rooms = std::map<std::string, std::vector<std::string>>;

struct Checkout {
  std::filesystem::path root;
  std::filesystem::path build;
  std::filesystem::path remembered = {};  // a folder other checkouts may share; left out: build/check

  // Names relative to root, sorted. Build folders, what npm fetched and hidden folders are left out.
  std::vector<std::string> files(const std::string& folder, const std::vector<std::string_view>& extensions) const;

  std::string text(const std::string& file) const;
  std::vector<std::string> lines(const std::string& file) const;

  // From rooms.json, which configuring writes.
  Rooms rooms() const;

  // For files of the checks' own, while they look.
  std::filesystem::path workshop() const { return root / "build" / "check"; }

  // Where the checks remember what held, so that a second run is quick.
  std::filesystem::path memory() const { return remembered.empty() ? workshop() : remembered; }
};

struct Include {
  std::string file;  // "room/x.hpp", as written
  int line = 0;
};

// The lines #include "…" of a file; those in <…> are libraries and not looked at.
std::vector<Include> own_includes(const std::vector<std::string>& lines);

}  // namespace trivium::check
