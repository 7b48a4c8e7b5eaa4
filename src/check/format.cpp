#include "check/format.hpp"

#include "check/program.hpp"

#include <fmt/format.h>

namespace trivium::check {
namespace {

// The first line in which the two texts differ, counted from one.
int first_difference(std::string_view left, std::string_view right) {
  int line = 1;
  for (std::size_t i = 0; i < left.size() && i < right.size() && left[i] == right[i]; ++i)
    line += left[i] == '\n' ? 1 : 0;
  return line;
}

// Asked about all of them at once, which takes a fraction of the time.
bool all_laid_out(const Checkout& checkout, const std::vector<std::string>& files) {
  std::vector<std::string> words{"clang-format-19", "--dry-run", "-Werror"};
  words.insert(words.end(), files.begin(), files.end());
  return ended(words, checkout.root).status == 0;
}

}  // namespace

Report format(const Checkout& checkout) {
  auto files = checkout.files("src", {".cpp", ".hpp"});
  const auto tests = checkout.files("tests", {".cpp", ".hpp"});
  files.insert(files.end(), tests.begin(), tests.end());
  Report report{.findings = {}, .looked_at = fmt::format("{} files", files.size())};
  if (all_laid_out(checkout, files)) return report;
  std::vector<int> lines(files.size());
  at_once(files.size(), [&](std::size_t i) {
    const auto laid_out = ended({"clang-format-19", files[i]}, checkout.root);
    if (laid_out.status != 0) throw CannotCheck{"clang-format-19 " + files[i] + ": " + laid_out.output};
    const std::string text = checkout.text(files[i]);
    if (text != laid_out.output) lines[i] = first_difference(text, laid_out.output);
  });
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (lines[i] != 0)
      report.findings.push_back({files[i], lines[i], "layout differs from here on: run script/format"});
  }
  return report;
}

}  // namespace trivium::check
