#include "check/tidy.hpp"

#include "check/compiling.hpp"
#include "check/memory.hpp"
#include "check/program.hpp"
#include "check/together.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <set>
#include <sstream>

namespace trivium::check {
namespace {

using Ways = std::map<std::string, Compiling>;

constexpr std::size_t kMostTogether = 8;

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

std::set<Finding> said_of(const Checkout& checkout, const std::string& file) {
  const auto read = ended({"clang-tidy-19", "--quiet", "-p", "build/tidy", file}, checkout.root);
  auto found = findings_in(checkout, read.output);
  if (found.empty() && read.status != 0) found.insert({file, 0, "clang-tidy-19: " + read.output});
  return found;
}

// Some sources do not go together, as they use one name for two things: whatever is said of several at once, each is
// asked about alone. Said of the text itself is only that it includes sources.
bool clean_together(const Checkout& checkout, const std::filesystem::path& folder, const std::string& source) {
  const auto read = ended({"clang-tidy-19", "--quiet", "-p", ".", source}, folder);
  auto found = findings_in(checkout, read.output);
  std::erase_if(found, [&](const Finding& finding) { return finding.file.ends_with("/" + source); });
  return read.status == 0 && found.empty();
}

std::string source_of(std::size_t part) { return fmt::format("together_{}.cpp", part); }

// A folder that clang-tidy takes for a build of these texts.
std::filesystem::path written(const Checkout& checkout, const std::vector<Together>& parts) {
  auto folder = checkout.workshop() / "together";
  std::filesystem::create_directories(folder);
  auto commands = nlohmann::json::array();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto source = folder / source_of(i);
    std::ofstream{source} << parts[i].text;
    commands.push_back({{"directory", parts[i].how->folder.string()},
                        {"file", source.string()},
                        {"command", fmt::format("{} -o together.o -c {}", parts[i].how->command, source.string())}});
  }
  std::ofstream{folder / "compile_commands.json"} << commands.dump();
  return folder;
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
  const auto parts = together(checkout, ways, waiting, kMostTogether);
  const auto folder = written(checkout, parts);
  std::vector<std::set<Finding>> found(waiting.size());
  std::atomic<std::size_t> left = waiting.size();
  at_once(parts.size(), [&](std::size_t part) {
    const auto& which = parts[part].which;
    const bool clean = which.size() > 1 && clean_together(checkout, folder, source_of(part));
    for (const std::size_t i : which) {
      if (!clean) found[i] = said_of(checkout, waiting[i]);
      if (found[i].empty()) memory.remember(keys[i]);
      fmt::print("tidy: {} ({} left)\n", waiting[i], --left);
    }
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
