#include "check/headers.hpp"

#include "check/compiling.hpp"
#include "check/memory.hpp"
#include "check/program.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>

namespace trivium::check {
namespace {

constexpr std::string_view kSources = "src/";

struct Alone {
  std::string file;
  std::string include;  // as an include names it
  Compiling how;
  std::string key;
};

// A header is compiled as the sources of its room are.
const Compiling* way_of(const std::map<std::string, Compiling>& ways, const std::string& header) {
  const std::string room = header.substr(0, header.find('/', kSources.size()) + 1);
  const auto way = ways.lower_bound(room);
  return way != ways.end() && way->first.starts_with(room) ? &way->second : nullptr;
}

// The compiler's first sentence that starts with "error:", else its first line.
std::string first_error(const std::string& output) {
  std::istringstream lines{output};
  std::string first;
  for (std::string line; std::getline(lines, line);) {
    const auto error = line.find("error: ");
    if (error != std::string::npos) return line.substr(error + std::string_view{"error: "}.size());
    if (first.empty()) first = line;
  }
  return first;
}

std::optional<Finding> fault(const Checkout& checkout, const Alone& alone, std::size_t number) {
  const auto source = checkout.workshop() / fmt::format("header_{}.cpp", number);
  std::ofstream{source} << fmt::format("#include \"{0}\"\n#include \"{0}\"\n", alone.include);
  const auto compiled = ended(
      {"/bin/sh", "-c", fmt::format("{} -fsyntax-only '{}'", alone.how.command, source.string())}, alone.how.folder);
  std::filesystem::remove(source);
  if (compiled.status == 0) return std::nullopt;
  return Finding{alone.file, 0, "does not compile alone: " + first_error(compiled.output)};
}

// A source that begins with its own header shows, where it is built, that the header needs nothing before it.
bool shown_by_its_source(const Checkout& checkout, const std::map<std::string, Compiling>& ways,
                         const std::string& header) {
  const std::string source = header.substr(0, header.rfind('.')) + ".cpp";
  if (!ways.contains(source)) return false;
  const auto text = checkout.lines(header);
  const auto includes = own_includes(checkout.lines(source));
  return std::ranges::find(text, "#pragma once") != text.end() && !includes.empty() &&
         includes.front().file == header.substr(kSources.size());
}

}  // namespace

Report headers(const Checkout& checkout) {
  const auto ways = compiling(checkout, checkout.build);
  std::filesystem::create_directories(checkout.workshop());
  Makings makings{checkout};
  Memory memory{checkout, "headers"};
  Report report;
  std::vector<Alone> waiting;
  const auto all = checkout.files("src", {".hpp"});
  std::vector<std::string> files;
  std::ranges::remove_copy_if(all, std::back_inserter(files),
                              [&](const std::string& file) { return shown_by_its_source(checkout, ways, file); });
  for (const auto& file : files) {
    const auto* how = way_of(ways, file);
    if (how == nullptr) {
      report.findings.push_back({file, 0, "no source of its room is compiled in " + checkout.build.string()});
      continue;
    }
    const std::string key = makings.key(file, how->command);
    if (!memory.holds(key)) waiting.push_back({file, file.substr(kSources.size()), *how, key});
  }
  std::vector<std::optional<Finding>> faults(waiting.size());
  at_once(waiting.size(), [&](std::size_t i) {
    faults[i] = fault(checkout, waiting[i], i);
    if (!faults[i]) memory.remember(waiting[i].key);
  });
  memory.forget_the_old();
  for (auto& found : faults) {
    if (found) report.findings.push_back(std::move(*found));
  }
  report.looked_at = fmt::format("{} headers, {} shown by their sources, {} unchanged since they last held", all.size(),
                                 all.size() - files.size(), files.size() - waiting.size());
  return report;
}

}  // namespace trivium::check
