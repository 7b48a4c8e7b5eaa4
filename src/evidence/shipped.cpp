#include "evidence/shipped.hpp"

#include <algorithm>

namespace trivium::evidence {
namespace {

constexpr std::string_view kTo = "-to-";

std::optional<ListName> list_in(std::string_view part) {
  const auto dash = part.rfind('-');
  if (dash == std::string_view::npos) return std::nullopt;
  return list_name(std::string{part.substr(0, dash)} + " " + std::string{part.substr(dash + 1)});
}

}  // namespace

std::vector<std::string> shipped_correspondences(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator{folder, none}) {
    const auto& file = entry.path();
    if (file.extension() == ".csv" && file.stem().string().contains(kTo)) names.push_back(file.stem().string());
  }
  std::ranges::sort(names);
  return names;
}

std::optional<Shipped> shipped_correspondence(const std::filesystem::path& folder, std::string_view name) {
  const auto names = shipped_correspondences(folder);
  const auto to = name.find(kTo);
  if (to == std::string_view::npos || std::ranges::find(names, name) == names.end()) return std::nullopt;
  auto first = list_in(name.substr(0, to));
  auto second = list_in(name.substr(to + kTo.size()));
  if (!first || !second) return std::nullopt;
  return Shipped{.file = folder / (std::string{name} + ".csv"), .from = std::move(*first), .to = std::move(*second)};
}

}  // namespace trivium::evidence
