// A place for the files of a test, gone afterwards, and the reading of what was written.
#pragma once

#include "document/private_folder.hpp"
#include "document/run.hpp"
#include "document/write.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#ifndef TRIVIUM_SOURCE_DIR
#define TRIVIUM_SOURCE_DIR "."
#endif

namespace trivium::document {

inline PrivateFolder scratch() {
  auto folder = PrivateFolder::inside(std::filesystem::temp_directory_path());
  REQUIRE(folder.has_value());
  return *std::move(folder);
}

inline Workshop workshop_in(const std::filesystem::path& folder) {
  Workshop workshop;
  workshop.data = std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data" / "document";
  workshop.scratch = folder;
  return workshop;
}

inline void save_file(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream file{path, std::ios::binary};
  file << bytes;
}

inline std::string file_bytes(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

// What a program of the system does in a folder; the test fails where it does not end well.
inline std::string said_by(std::vector<std::string> words, const std::filesystem::path& folder) {
  const char* path = std::getenv("PATH");
  const Command command{.words = std::move(words),
                        .environment = {std::string{"PATH="} + (path == nullptr ? "" : path), "LC_ALL=C.UTF-8",
                                        "HOME=" + folder.string()},
                        .folder = folder};
  const Bounds bounds{
      .time = std::chrono::minutes{5}, .memory = std::uint64_t{8} << 30U, .file = std::uint64_t{1} << 30U};
  const Outcome outcome = run(command, bounds);
  CAPTURE(command.words[0]);
  CAPTURE(outcome.said);
  REQUIRE(outcome.ending == Ending::well);
  return file_bytes(folder / "said.txt");
}

// An executable made of a shell script.
inline std::string program(const std::filesystem::path& folder, const std::string& name, const std::string& script) {
  const std::filesystem::path path = folder / name;
  save_file(path, "#!/bin/sh\n" + script + "\n");
  std::filesystem::permissions(path, std::filesystem::perms::owner_all);
  return path.string();
}

inline std::size_t entries(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(
      std::distance(std::filesystem::directory_iterator{folder}, std::filesystem::directory_iterator{}));
}

inline std::size_t times(std::string_view piece, std::string_view whole) {
  std::size_t count = 0;
  for (std::size_t at = whole.find(piece); at != std::string_view::npos; at = whole.find(piece, at + 1)) ++count;
  return count;
}

}  // namespace trivium::document
