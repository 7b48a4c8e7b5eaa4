#include "check/check.hpp"

#include "check/docs.hpp"
#include "check/format.hpp"
#include "check/headers.hpp"
#include "check/layers.hpp"
#include "check/tidy.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace trivium::check {
namespace {

Report report_of(const std::string& part, const Checkout& checkout, const Options& options) {
  if (part == "layers") return layers(checkout);
  if (part == "docs") return docs(checkout, options.commands);
  if (part == "format") return format(checkout);
  if (part == "headers") return headers(checkout);
  return tidy(checkout);
}

// Beside other programs' caches, as the XDG base directories have it; nothing where nobody has a home.
std::filesystem::path shared_memory() {
  if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache != nullptr && *cache != '\0')
    return std::filesystem::path{cache} / "trivium-check";
  if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0')
    return std::filesystem::path{home} / ".cache" / "trivium-check";
  return {};
}

void print(const Finding& finding) {
  if (finding.line == 0) fmt::print("{}: {}\n", finding.file, finding.reason);
  else fmt::print("{}:{}: {}\n", finding.file, finding.line, finding.reason);
}

}  // namespace

const std::vector<std::string>& parts() {
  static const std::vector<std::string> kParts{"layers", "docs", "format", "headers", "tidy"};
  return kParts;
}

int run(const Options& options) try {
  if (options.part != "all" && std::ranges::find(parts(), options.part) == parts().end()) {
    throw CannotCheck{fmt::format("there is no part {}", options.part)};
  }
  if (!std::filesystem::exists(options.root / "src")) throw CannotCheck{options.root.string() + " is not a checkout"};
  const auto root = std::filesystem::canonical(options.root);
  const auto build = options.build.empty() ? root / "build" / "dev" : std::filesystem::absolute(options.build);
  const Checkout checkout{.root = root, .build = build, .remembered = shared_memory()};
  bool holds = true;
  for (const auto& part : parts()) {
    if (options.part != "all" && options.part != part) continue;
    const auto began = std::chrono::steady_clock::now();
    const Report report = report_of(part, checkout, options);
    for (const auto& finding : report.findings) print(finding);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    fmt::print("check {}: {}; {} to put right ({:.1f} s)\n", part, report.looked_at, report.findings.size(),
               took.count());
    std::fflush(stdout);
    holds = holds && report.findings.empty();
  }
  return holds ? 0 : 1;
} catch (const CannotCheck& trouble) {
  fmt::print(stderr, "check: {}\n", trouble.reason);
  return 2;
}

}  // namespace trivium::check
