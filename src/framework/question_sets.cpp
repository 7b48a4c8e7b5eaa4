#include "framework/question_sets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace trivium::framework {

std::expected<QuestionSets, std::vector<Fault>> QuestionSets::load(const std::filesystem::path& data_framework_dir) {
  QuestionSets sets;
  std::vector<Fault> faults;
  std::error_code trouble;
  for (const auto& entry : std::filesystem::directory_iterator{data_framework_dir, trouble}) {
    const std::string name = entry.path().filename().string();
    if (!entry.is_directory() || name.empty() ||
        !std::ranges::all_of(name, [](unsigned char c) { return c >= '0' && c <= '9'; }))
      continue;
    auto set = framework::load(entry.path());
    if (!set) {
      faults.insert(faults.end(), set.error().begin(), set.error().end());
    } else if (fmt::to_string(set->version) != name) {
      faults.push_back({entry.path() / "tasks.yaml", 0,
                        fmt::format("says it is version {}, but lies in the folder {}", set->version, name)});
    } else {
      sets.sets_.emplace(set->version, std::move(*set));
    }
  }
  if (faults.empty() && sets.sets_.empty())
    faults.push_back({data_framework_dir, 0, "holds no question set (a folder named by its version, such as 1)"});
  if (!faults.empty()) return std::unexpected{std::move(faults)};
  return sets;
}

const Framework& QuestionSets::newest() const { return sets_.rbegin()->second; }

const Framework& QuestionSets::version(int number) const {
  const auto found = sets_.find(number);
  if (found == sets_.end()) throw std::out_of_range{fmt::format("there is no question set {}", number)};
  return found->second;
}

}  // namespace trivium::framework
