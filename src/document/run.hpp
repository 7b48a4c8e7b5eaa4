// Another program, run without shell, input or open files of ours, and ended with all its children when it takes too
// long. The limits are the kernel's: address space, size of each file written, processor time.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace trivium::document {

struct Command {
  std::vector<std::string> words;        // the program, looked for on PATH, and what it is told
  std::vector<std::string> environment;  // NAME=value; nothing else is passed on
  std::filesystem::path folder;          // where it runs; it must exist
};

struct Bounds {
  std::chrono::milliseconds time;
  std::uint64_t memory;  // bytes of address space
  std::uint64_t file;    // bytes of each file
};

enum class Ending { well, missing, too_slow, failed };

struct Outcome {
  Ending ending;
  std::string said;  // the end of what it printed
};

Outcome run(const Command& command, const Bounds& bounds);

}  // namespace trivium::document
