#include "app/contents.hpp"

#include "app/share.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace trivium::app {
namespace {

void tell(const std::vector<std::string>& faults) {
  for (const auto& fault : faults) fmt::print(stderr, "{}\n", fault);
}

}  // namespace

std::optional<words::Words> load_words() {
  auto words = words::Words::load(share().data / "words");
  if (words) return std::move(*words);
  tell(words.error());
  return std::nullopt;
}

std::unique_ptr<Contents> load_contents() {
  const auto folders = share();
  auto questions = framework::QuestionSets::load(folders.data / "framework");
  if (!questions) {
    for (const auto& fault : questions.error()) fmt::print(stderr, "{}\n", framework::to_string(fault));
    return nullptr;
  }
  auto words = load_words();
  if (!words) return nullptr;
  auto guidance = guidance::Guidance::load(folders.data / "guidance", questions->newest());
  if (!guidance) {
    for (const auto& fault : guidance.error()) fmt::print(stderr, "{}\n", framework::to_string(fault));
    return nullptr;
  }
  auto library = library::Library::load(folders.data / "library", questions->newest());
  if (!library) {
    for (const auto& fault : library.error()) fmt::print(stderr, "{}\n", framework::to_string(fault));
    return nullptr;
  }
  auto thresholds = stage::load_thresholds(folders.data / "stage.yaml", questions->newest());
  if (!thresholds) {
    for (const auto& fault : thresholds.error()) fmt::print(stderr, "{}\n", framework::to_string(fault));
    return nullptr;
  }
  auto programme = programme::load_template(folders.data / "programme/template.yaml");
  if (!programme) {
    for (const auto& fault : programme.error()) fmt::print(stderr, "{}\n", framework::to_string(fault));
    return nullptr;
  }
  auto sample = sample::SampleCity::load(folders.data / "sample", *questions);
  if (!sample) return tell(sample.error()), nullptr;
  return std::make_unique<Contents>(Contents{std::move(*questions), std::move(*words), std::move(*guidance),
                                             std::move(*library), std::move(*thresholds), std::move(*programme),
                                             std::move(*sample)});
}

api::House house_of(store::Store& store, const Contents& contents) {
  return {store,
          contents.questions,
          contents.words,
          contents.guidance,
          contents.library,
          contents.thresholds,
          contents.programme};
}

}  // namespace trivium::app
