#include "app/roff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <iterator>

namespace trivium::app {
namespace {

// Quotation marks and hyphens would otherwise be shown as those of running text, which no shell takes.
constexpr std::string_view escaped(char sign) {
  switch (sign) {
    case '\\': return "\\e";
    case '-': return "\\-";
    case '\'': return "\\(aq";
    case '"': return "\\(dq";
    case '`': return "\\(ga";
    case '^': return "\\(ha";
    case '~': return "\\(ti";
    default: return {};
  }
}

constexpr unsigned char kFirstOfSeveral = 0x80;
constexpr std::size_t kMostBytes = 4;
constexpr unsigned kBitsBehind = 6;
constexpr unsigned kMaskBehind = 0x3F;

}  // namespace

std::string roff(std::string_view text) {
  std::string made;
  bool begins = true;
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < kFirstOfSeveral) {
      const char sign = text[at++];
      if (begins && sign == '.') made += "\\&";  // only there it begins a command
      if (const auto name = escaped(sign); !name.empty()) made += name;
      else made += sign;
      begins = sign == '\n';
      continue;
    }
    begins = false;
    const auto bytes = std::min(static_cast<std::size_t>(std::countl_one(lead)), kMostBytes);
    auto letter = static_cast<std::uint32_t>(lead) & (0x7FU >> bytes);
    for (std::size_t behind = 1; behind < bytes && at + behind < text.size(); ++behind)
      letter = letter << kBitsBehind | (static_cast<unsigned char>(text[at + behind]) & kMaskBehind);
    fmt::format_to(std::back_inserter(made), "\\[u{:04X}]", letter);
    at += bytes;
  }
  return made;
}

std::string roff_argument(std::string_view text) { return '"' + roff(text) + '"'; }

}  // namespace trivium::app
