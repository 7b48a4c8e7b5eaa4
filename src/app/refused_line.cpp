#include "app/refused_line.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace trivium::app {
namespace {

using Pieces = std::vector<std::string>;

// What stands for each asterisk of a pattern; nothing where the text is another one.
std::optional<Pieces> pieces(std::string_view text, std::string_view pattern) {
  auto star = pattern.find('*');
  const auto begin = pattern.substr(0, star);
  if (!text.starts_with(begin)) return std::nullopt;
  text.remove_prefix(begin.size());
  Pieces found;
  while (star != std::string_view::npos) {
    const auto next = pattern.find('*', star + 1);
    const bool last = next == std::string_view::npos;
    const auto behind = pattern.substr(star + 1, last ? next : next - star - 1);
    if (last && !text.ends_with(behind)) return std::nullopt;
    const auto at = last ? text.size() - behind.size() : text.find(behind);
    if (at == std::string_view::npos) return std::nullopt;
    found.emplace_back(text.substr(0, at));
    text.remove_prefix(at + behind.size());
    star = next;
  }
  if (!text.empty()) return std::nullopt;
  return found;
}

// A sentence of CLI11's, and what is said instead, with the names of its pieces.
struct Sentence {
  std::string_view theirs;
  const char* key;
  std::vector<const char*> names;
};

// Those that would be read as others come before them.
const std::vector<Sentence>& sentences() {
  static const std::vector<Sentence> all{
      {"A subcommand is required", "no_command", {}},
      {"Exactly 1 option from [*] is required and * were given", "one_only", {"options", "given"}},
      {"Exactly 1 option from [*] is required", "one_of", {"options"}},
      {"Could not convert: * = *", "not_read", {"option", "given"}},
      {"*: * required * missing", "nothing_behind", {"option", "", ""}},
      {"*: At Most 1 required but received *", "given_twice", {"option", ""}},
      {"*: * not in {*}", "not_one_of", {"option", "given", "choices"}},
      // From the least there is to the most a number of the machine can be.
      {"*: Value * not in range 0.000000 to *", "too_small", {"option", "given", ""}},
      {"*: Value * not in range * to *", "not_between", {"option", "given", "least", "most"}},
      {"*: File does not exist: *", "no_file", {"option", "given"}},
      {"*: File is actually a directory: *", "no_file", {"option", "given"}},
      {"*: Directory does not exist: *", "no_folder", {"option", "given"}},
      {"*: Directory is actually a file: *", "no_folder", {"option", "given"}},
      // What was given may end so too.
      {"* is required", "required", {"option"}}};
  return all;
}

words::Args args(const Sentence& sentence, const Pieces& pieces) {
  words::Args made;
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    const std::string_view name = sentence.names[at];
    if (name.empty()) continue;
    auto piece = pieces[at];
    if (name == "options") piece = CLI::detail::find_and_replace(piece, ",", ", ");
    if (name == "choices") piece = "{" + piece + "}";  // a comma may be one of them
    made.emplace(name, std::move(piece));
  }
  return made;
}

}  // namespace

std::string refused_line(const CLI::ParseError& wrong, const words::Words& words, const std::string& language) {
  const std::string theirs = wrong.what();
  const auto say = [&](const char* key, const words::Args& given = {}) {
    return words.say(language, std::string{"command.refused."} + key, given);
  };
  const auto help = " " + say("see_help");
  for (const auto& sentence : sentences()) {
    if (const auto found = pieces(theirs, sentence.theirs)) return say(sentence.key, args(sentence, *found)) + help;
  }
  return say("otherwise", {{"said", theirs}}) + help;
}

}  // namespace trivium::app
