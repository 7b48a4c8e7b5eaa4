#include "document/marks.hpp"

#include "document/passages.hpp"

#include <fmt/format.h>

#include <cstdint>

namespace trivium::document {
namespace {

constexpr std::string_view kPrefix = "Tv_";
constexpr std::string_view kBetween = "__";

}  // namespace

std::string mark_of(const Row& row, std::string_view part) {
  if (row.key.empty()) return {};
  std::string mark = std::string{kPrefix} + row.key;
  if (!part.empty()) mark += std::string{kBetween} + std::string{part};
  return mark;
}

std::optional<Mark> mark_in(std::string_view bookmark) {
  if (!bookmark.starts_with('_')) return std::nullopt;
  bookmark.remove_prefix(1);
  if (!bookmark.starts_with(kPrefix) || bookmark.size() > kLongestMark) return std::nullopt;
  bookmark.remove_prefix(kPrefix.size());
  const std::size_t end = bookmark.find(kBetween);
  Mark mark{.row = std::string{bookmark.substr(0, end)}, .part = {}};
  if (end != std::string_view::npos) mark.part = bookmark.substr(end + kBetween.size());
  if (mark.row.empty()) return std::nullopt;
  return mark;
}

// FNV-1a: nobody is kept out by it, a changed line is only noticed.
std::string hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char letter : as_on_paper(text)) hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
  return fmt::format("{:08x}", hash);
}

}  // namespace trivium::document
