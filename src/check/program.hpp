#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace trivium::check {

// How another program ended, and everything it wrote to either stream.
struct Ended {
  int status = 0;
  std::string output;
};

// Runs a program found on the path. Throws CannotCheck where there is none of that name.
Ended ended(const std::vector<std::string>& words, const std::filesystem::path& folder);

// Calls work(0) … work(count - 1) on as many threads as there are cores. Whatever one of them throws is thrown on.
void at_once(std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace trivium::check
