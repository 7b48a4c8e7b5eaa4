// Practices, paths and failures that others told of, as content in data/library: what somebody did, what it took and
// what to watch. None of them is a model; library/choice.hpp says which speak to somebody's situation, and why.
//
// Everything is read strictly: an unknown task, stage, mechanism or control, a word missing in one language or a key
// nobody knows stops the start with file, line and reason.
#pragma once

#include "framework/framework.hpp"
#include "library/choice.hpp"

#include <expected>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace trivium::library {

struct Case {
  std::string id;
  std::string kind;     // practice, path, failure
  std::string place;    // names: the same in every language
  std::string cluster;  //
  std::string section;  // of the reference framework
  std::string control;  // do, influence, lobby, live_with
  Traits traits;
};

struct CaseText {
  std::string title;
  std::string situation;
  std::string what_was_done;
  std::string what_it_took;   // may be empty: what the source does not tell is left out
  std::string what_to_watch;  // may be empty
  std::string question;
};

class Library {
 public:
  static std::expected<Library, std::vector<framework::Fault>> load(const std::filesystem::path& data_library_dir,
                                                                    const framework::Framework& framework);

  [[nodiscard]] const std::vector<Case>& cases() const { return cases_; }  // in the order of the file
  [[nodiscard]] const Case* find(std::string_view id) const;
  // English where the language is not there.
  [[nodiscard]] const CaseText& text(std::string_view language, std::string_view id) const;

 private:
  using Texts = std::map<std::string, CaseText, std::less<>>;
  std::vector<Case> cases_;
  std::map<std::string, Texts, std::less<>> texts_;
};

}  // namespace trivium::library
