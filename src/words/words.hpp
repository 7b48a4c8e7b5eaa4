// The interface's words, by key and language: data/words/<language>.yaml, sentences in ICU MessageFormat.
//
// The first language loaded is the reference: a key it has and another language lacks is a fault that stops the
// start, and a key that nobody has is shown as the key in brackets, which a test of every page looks for.
#pragma once

#include <expected>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace trivium::words {

using Args = std::map<std::string, std::string>;

// Numbers in args are recognised by their digits, so that "{days, plural, …}" works.
class Words {
 public:
  static std::expected<Words, std::vector<std::string>> load(const std::filesystem::path& folder);

  [[nodiscard]] std::string say(std::string_view language, std::string_view key, const Args& args = {}) const;
  [[nodiscard]] bool knows(std::string_view language, std::string_view key) const;
  // The bare text, where it takes no arguments; nullptr where it does or nobody has it.
  [[nodiscard]] const std::string* plain(std::string_view language, std::string_view key) const;
  [[nodiscard]] const std::vector<std::string>& languages() const { return languages_; }
  [[nodiscard]] bool speaks(std::string_view language) const;

 private:
  // A sentence, and where it only puts arguments in ("{name}'s table"), its pieces: text, name, text, name … text.
  struct Sentence {
    std::string pattern;
    std::vector<std::string> pieces = {};
  };
  using Sentences = std::map<std::string, Sentence, std::less<>>;
  static std::vector<std::string> read_file(const std::filesystem::path& file, Sentences& into);
  static std::vector<std::string> pieces_of(const std::string& pattern);
  std::vector<std::string> languages_;  // "en" first
  std::map<std::string, Sentences, std::less<>> sentences_;
};

// The best of the offered languages for an Accept-Language header; the first offered where none fits.
std::string best_language(std::string_view accepted, const std::vector<std::string>& offered);

// "San Sebastián" as "San Sebastian", "Łódź" as "Lodz", "Αθήνα" as "Athena": letters that every system can keep in a
// file's name.
std::string plain_letters(std::string_view text);

// "Ane, Mikel and Rosa", as the language joins a list.
std::string joined(std::string_view language, const std::vector<std::string>& names);

// "2.5" / "2,5", with at most so many decimals.
std::string number(std::string_view language, double value, int decimals = 3);

// "20 September 2026" / "20 de septiembre de 2026" from an ISO date or instant.
std::string long_date(std::string_view language, std::string_view iso);

// "14:02" from an ISO instant, in the given IANA time zone.
std::string clock_time(std::string_view language, std::string_view iso, std::string_view zone);

// The machine's own time zone.
std::string machine_zone();

}  // namespace trivium::words
