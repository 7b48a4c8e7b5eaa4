#include "evidence/ending.hpp"

#include <algorithm>

namespace trivium::evidence {

std::string lower_case(std::string text) {
  std::ranges::transform(text, text.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  return text;
}

std::string ending(const std::filesystem::path& file) { return lower_case(file.extension().string()); }

}  // namespace trivium::evidence
