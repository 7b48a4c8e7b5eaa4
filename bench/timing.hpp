// What the timed programs share: reading the generator's tables, and saying how long the work took and what it held.
#pragma once

#include <fmt/format.h>

#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

// Fields between commas; the generator quotes nothing but names of firms.
class Rows {
 public:
  explicit Rows(const std::string& path) : file_{path} {
    std::string header;
    if (!std::getline(file_, header)) throw std::runtime_error{"nothing to read in " + path};
  }
  bool next(std::vector<std::string_view>& fields) {
    if (!std::getline(file_, line_)) return false;
    fields.clear();
    std::string_view rest = line_;
    for (auto comma = rest.find(','); comma != std::string_view::npos; comma = rest.find(',')) {
      fields.push_back(rest.substr(0, comma));
      rest.remove_prefix(comma + 1);
    }
    fields.push_back(rest);
    return true;
  }

 private:
  std::ifstream file_;
  std::string line_;
};

template <class Number>
Number number(std::string_view field) {
  Number value{};
  if (std::from_chars(field.data(), field.data() + field.size(), value).ec != std::errc{})
    throw std::runtime_error{fmt::format("'{}' is no number", field)};
  return value;
}

// BENCH_RUNS says how often instead: a program that stands beside a peer does its work once, as the peer does, and not
// with what it left behind in caches the time before.
inline int wanted(int runs) {
  const char* said = std::getenv("BENCH_RUNS");
  return said == nullptr ? runs : number<int>(said);
}

// The least, the median and the most of several runs, and the most memory the program ever held.
template <class Work>
void time(std::string_view name, int usual, const Work& work) {
  const int runs = wanted(usual);
  std::vector<double> seconds;
  for (int run = 0; run < runs; ++run) {
    const auto began = std::chrono::steady_clock::now();
    work();
    seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
  }
  std::ranges::sort(seconds);
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  fmt::print("{} seconds={:.6f} least={:.6f} most={:.6f} peak_mib={}\n", name, seconds[seconds.size() / 2],
             seconds.front(), seconds.back(), used.ru_maxrss / 1024);
}

}  // namespace bench
