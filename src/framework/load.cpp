#include "framework/framework.hpp"
#include "framework/strict_yaml.hpp"
#include "framework/structure.hpp"
#include "framework/texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

namespace trivium::framework {
namespace {

// en, es, pt-BR: a language and perhaps where it is spoken.
bool names_a_language(std::string_view stem) {
  const auto dash = stem.find('-');
  const auto language = stem.substr(0, dash);
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto large = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (language.size() < 2 || language.size() > 3 || !std::ranges::all_of(language, small)) return false;
  if (dash == std::string_view::npos) return true;
  const auto place = stem.substr(dash + 1);
  return place.size() == 2 && std::ranges::all_of(place, large);
}

std::vector<std::filesystem::path> language_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code trouble;
  for (const auto& entry : std::filesystem::directory_iterator{folder, trouble}) {
    if (entry.path().extension() == ".yaml" && entry.path().filename() != "tasks.yaml") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

std::expected<Framework, std::vector<Fault>> load(const std::filesystem::path& data_framework_dir) {
  std::vector<Fault> faults;
  auto framework = read_structure(StrictYaml{data_framework_dir / "tasks.yaml", faults});
  // Words held against a half-read structure would only repeat its faults.
  if (!faults.empty()) return std::unexpected{std::move(faults)};
  for (const auto& file : language_files(data_framework_dir)) {
    const auto language = file.stem().string();
    if (names_a_language(language)) {
      framework.texts[language] = read_texts(StrictYaml{file, faults}, framework, language);
    } else {
      faults.push_back(
          {file, 0, fmt::format("\"{}\" is no language; files here are called en.yaml, pt-BR.yaml", language)});
    }
  }
  if (framework.texts.empty() && faults.empty()) {
    faults.push_back({data_framework_dir, 0, "holds no language: en.yaml or another is needed"});
  }
  if (!faults.empty()) return std::unexpected{std::move(faults)};
  return framework;
}

}  // namespace trivium::framework
