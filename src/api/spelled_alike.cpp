#include "api/spelled_alike.hpp"

#include "words/words.hpp"

#include <cctype>

namespace trivium::api {
namespace {

std::string plain(const std::string& name) {
  std::string text;
  for (const unsigned char c : words::plain_letters(name)) {
    if (std::isspace(c) == 0) text += static_cast<char>(std::tolower(c));
    else if (!text.empty() && text.back() != ' ') text += ' ';
  }
  if (text.ends_with(' ')) text.pop_back();
  return text;
}

}  // namespace

bool spelled_alike(const std::string& one, const std::string& other) {
  if (one == other) return true;
  const auto letters = plain(one);
  return !letters.empty() && letters == plain(other);  // of signs nothing is left: two of them are not the same
}

}  // namespace trivium::api
