// The sample city: San Sebastián's audiovisual cluster, its facts from box 1 of the reference framework, its people
// invented. It lies in data/sample/, one file per language, and goes in and out as a whole.
#pragma once

#include "access/person.hpp"
#include "framework/question_sets.hpp"

#include <expected>
#include <filesystem>
#include <memory>

namespace trivium::sample {

class SampleCity {
 public:
  // Reads and checks every language's file; the reasons name file and place.
  static std::expected<SampleCity, std::vector<std::string>> load(const std::filesystem::path& folder,
                                                                  const framework::QuestionSets& questions);

  [[nodiscard]] bool told_in(const std::string& language) const { return stories_.contains(language); }

  // Puts it in, in the language asked for (English where there is none); gives its first manager. Once it is there,
  // this changes nothing.
  access::PersonId settle(store::Session& session, const std::string& language, const shape::Instant& now) const;

  struct Story;  // one language's file, read

 private:
  int question_set_ = 0;  // the one its answers were checked against
  std::map<std::string, std::shared_ptr<const Story>, std::less<>> stories_;  // shared: the type is private to the .cpp
};

// Takes the sample city out, its people, tables and sessions included; everything else stays.
void remove_sample_city(store::Session& session);

}  // namespace trivium::sample
