#include "check/tidy.hpp"

#include "check/compiling.hpp"
#include "check/memory.hpp"
#include "check/program.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <set>
#include <sstream>

namespace trivium::check {
namespace {

using Ways = std::map<std::string, Compiling>;

Ways ways_of(const Checkout& checkout, const std::vector<std::string>& files) {
  const auto build = checkout.root / "build" / "tidy";
  const auto covers = [&](const Ways& ways) {
    return std::ranges::all_of(files, [&](const std::string& file) { return ways.contains(file); });
  };
  if (std::filesystem::exists(build / "compile_commands.json")) {
    if (auto ways = compiling(checkout, build); covers(ways)) return ways;
  }
  const auto configured = ended({"cmake", "--preset", "tidy"}, checkout.root);
  if (configured.status != 0) throw CannotCheck{"cmake --preset tidy did not succeed:\n" + configured.output};
  auto ways = compiling(checkout, build);
  if (!covers(ways)) throw CannotCheck{"a file under src is compiled by no room"};
  return ways;
}

// file:line:column: warning: sentence [check]
std::set<Finding> findings_in(const Checkout& checkout, const std::string& output) {
  std::set<Finding> findings;
  std::istringstream lines{output};
  for (std::string line; std::getline(lines, line);) {
    const auto is_error = line.find(": error: ");
    const auto kind = is_error == std::string::npos ? line.find(": warning: ") : is_error;
    if (kind == std::string::npos) continue;
    const std::string place = line.substr(0, kind);
    const auto column = place.rfind(':');
    const auto row = column == std::string::npos ? column : place.rfind(':', column - 1);
    if (row == std::string::npos) continue;
    int number = 0;
    std::from_chars(place.data() + row + 1, place.data() + column, number);
    const std::filesystem::path file{place.substr(0, row)};
    const auto sentence = line.find(": ", kind + 2) + 2;
    findings.insert({file.lexically_relative(checkout.root).generic_string(), number, line.substr(sentence)});
  }
  return findings;
}

}  // namespace

Report tidy(const Checkout& checkout) {
  const auto files = checkout.files("src", {".cpp"});
  const auto ways = ways_of(checkout, files);
  const std::string rules = checkout.text(".clang-tidy") + ended({"clang-tidy-19", "--version"}, checkout.root).output;
  Makings makings{checkout};
  Memory memory{checkout, "tidy"};

  std::vector<std::string> waiting;
  std::vector<std::string> keys;
  for (const auto& file : files) {
    std::string key = makings.key(file, rules + ways.at(file).command);
    if (memory.holds(key)) continue;
    waiting.push_back(file);
    keys.push_back(std::move(key));
  }
  std::vector<std::set<Finding>> found(waiting.size());
  at_once(waiting.size(), [&](std::size_t i) {
    const auto read = ended({"clang-tidy-19", "--quiet", "-p", "build/tidy", waiting[i]}, checkout.root);
    found[i] = findings_in(checkout, read.output);
    if (found[i].empty() && read.status != 0) found[i].insert({waiting[i], 0, "clang-tidy-19: " + read.output});
    if (found[i].empty()) memory.remember(keys[i]);
    fmt::print("tidy: {} ({} left)\n", waiting[i], waiting.size() - i - 1);
    std::fflush(stdout);
  });
  memory.forget_the_old();

  std::set<Finding> all;  // a header's finding comes once for every file that includes it
  for (const auto& part : found) all.insert(part.begin(), part.end());
  return {.findings = {all.begin(), all.end()},
          .looked_at = fmt::format("{} files, {} of them unchanged since they last held", files.size(),
                                   files.size() - waiting.size())};
}

}  // namespace trivium::check
