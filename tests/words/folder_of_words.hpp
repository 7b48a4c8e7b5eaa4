// Words as a test writes them: one text per language.
#pragma once

#include "words/words.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <string>

#ifndef TRIVIUM_SOURCE_DIR
#define TRIVIUM_SOURCE_DIR "."
#endif

namespace trivium::words {

class FolderOfWords {
 public:
  explicit FolderOfWords(const std::map<std::string, std::string>& files) {
    std::filesystem::create_directories(path);
    for (const auto& [name, text] : files) std::ofstream{path / name} << text;
  }
  ~FolderOfWords() {
    std::error_code trouble;
    std::filesystem::remove_all(path, trouble);
  }
  FolderOfWords(const FolderOfWords&) = delete;
  FolderOfWords& operator=(const FolderOfWords&) = delete;
  FolderOfWords(FolderOfWords&&) = delete;
  FolderOfWords& operator=(FolderOfWords&&) = delete;

  const std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("trivium-words-" + std::to_string(std::random_device{}()));
};

// The words of one language.
inline Words in_english(const std::string& text) {
  const FolderOfWords folder{{{"en.yaml", text}}};
  auto words = Words::load(folder.path);
  REQUIRE(words.has_value());
  return std::move(*words);
}

// What is wrong with the words, the folder written as "words".
inline std::vector<std::string> faults_in(const std::map<std::string, std::string>& files) {
  const FolderOfWords folder{files};
  auto words = Words::load(folder.path);
  if (words) return {};
  const std::string name = folder.path.string();
  for (auto& fault : words.error()) {
    if (const auto at = fault.find(name); at != std::string::npos) fault.replace(at, name.size(), "words");
  }
  return words.error();
}

}  // namespace trivium::words
