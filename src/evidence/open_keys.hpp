// Keys of tables that hold several units and groups at once, whose values must not be added to each other. A key of
// which no column was made has to stand for one thing only, in the rows that are taken.
#pragma once

#include "shape/flaw.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trivium::evidence {

class OpenKeys {
 public:
  // A key that no column was made of, by its place in a row.
  void add(std::size_t place, std::string name);
  bool empty() const { return keys_.empty(); }
  // A row that the description means.
  void note(const std::vector<std::string_view>& fields);
  // Those that stand for several things, though nobody said which.
  shape::Flaws several() const;

 private:
  struct Key {
    std::size_t place;
    std::string name;
    std::optional<std::string> one{};
    std::optional<std::string> another{};
  };
  std::vector<Key> keys_;
};

}  // namespace trivium::evidence
