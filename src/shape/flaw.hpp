// What a person can put right: where it is, and the sentence (a key of the interface words, with its arguments).
#pragma once

#include <map>
#include <string>
#include <vector>

namespace trivium::shape {

struct Flaw {
  std::string pointer;  // JSON pointer into what was given, "" for the whole
  std::string key;      // word key, for instance "flaw.missing"
  std::map<std::string, std::string> args;

  bool operator==(const Flaw&) const = default;
};

using Flaws = std::vector<Flaw>;

}  // namespace trivium::shape
