// Whether what somebody wrote in one place names a thing that was written in another: the instrument a practice carries
// out, the actor a practice meets. People do not write the same thing twice in the same letters, and the same word is
// not yet the same thing; so it is said how sure one can be, and whoever asks decides what is enough.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace trivium::api {

// Upper and lower case, accents and blanks alike: "Ñandú  club" as "nandu club".
std::string folded(const std::string& text);

// A text as it is compared: its words in their order, folded, without what stands between them.
struct Wording {
  std::string text;  // trimmed; of signs alone, which make no word
  std::vector<std::string> words;
};
Wording wording(const std::string& text);

// The parts of a text that may each name something: the whole, and what stands between semicolons, commas and line
// ends.
std::vector<Wording> parts_of(const std::string& text);

enum class Naming {
  no,
  a_word,  // they share a word of five letters or more
  most,    // words that make up more than half of the thing's letters stand in what was said
  same     // the same words in the same order
};

// The words that tell one text of a table from another: no general ones ("outside"), and none that stands in many of
// its texts, whatever the language.
class TellingWords {
 public:
  TellingWords(const std::vector<Wording>& texts, std::set<std::string> general);
  // The same text, or a telling word of five letters or more in both; a shorter one where it is most of either.
  [[nodiscard]] bool shared(const Wording& one, const Wording& other) const;

 private:
  [[nodiscard]] bool telling(const std::string& word) const;
  const std::vector<Wording>& texts_;
  std::set<std::string> general_;
  std::size_t many_;
};

// A word is also there with an ending of up to two letters more or less, from four letters on: producer, producers.
Naming naming(const Wording& said, const Wording& thing);

}  // namespace trivium::api
