// Every version of the 32 tasks that a round may have been answered with: data/framework/<version>/.
//
// A round keeps the question set it was opened with. When the questions change, the new ones go into a folder of
// their own and the old ones stay, so that last year's answers still stand under last year's questions.
#pragma once

#include "framework/framework.hpp"

namespace trivium::framework {

class QuestionSets {
 public:
  static std::expected<QuestionSets, std::vector<Fault>> load(const std::filesystem::path& data_framework_dir);

  const Framework& newest() const;
  [[nodiscard]] bool knows(int number) const { return sets_.contains(number); }
  // The set a round was opened with. Asking for one that was never there is a mistake in the program or a damaged
  // database.
  const Framework& version(int number) const;

 private:
  std::map<int, Framework> sets_;
};

}  // namespace trivium::framework
