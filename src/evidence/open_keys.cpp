#include "evidence/open_keys.hpp"

#include "evidence/field.hpp"

namespace trivium::evidence {

void OpenKeys::add(std::size_t place, std::string name) { keys_.push_back({.place = place, .name = std::move(name)}); }

void OpenKeys::note(const std::vector<std::string_view>& fields) {
  for (auto& key : keys_) {
    const auto value = fields[key.place];
    if (!key.one) key.one = std::string{value};
    else if (!key.another && *key.one != value) key.another = std::string{value};
  }
}

shape::Flaws OpenKeys::several() const {
  shape::Flaws flaws;
  for (const auto& key : keys_) {
    if (!key.another) continue;
    flaws.push_back({.pointer = "/1",
                     .key = "evidence.key_left_open",
                     .args = {{"column", shown(key.name)}, {"one", shown(*key.one)}, {"other", shown(*key.another)}}});
  }
  return flaws;
}

}  // namespace trivium::evidence
