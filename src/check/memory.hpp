#pragma once

#include "check/checkout.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace trivium::check {

// What a file is made of: its text, that of every header of the house it includes, however far away, and `rules`,
// which is everything else the outcome hangs on (flags, settings, version). Two runs of FNV-1a over it; good against
// accidents, not against somebody who wants to be wrong. System headers are not in it: after an upgrade of those,
// remove build/check.
class Makings {
 public:
  explicit Makings(const Checkout& checkout) : checkout_{checkout} {}

  std::string key(const std::string& file, const std::string& rules);

 private:
  struct Read {
    std::string text;
    std::vector<Include> includes;
  };
  const Read& read(const std::string& file);

  const Checkout& checkout_;
  std::map<std::string, Read> read_;
};

// The keys that held, one a line, in build/check/<part>. Keys nobody asked for this time can be forgotten.
class Memory {
 public:
  Memory(const Checkout& checkout, const std::string& part);

  bool holds(const std::string& key);
  void remember(const std::string& key);  // written at once, so that an interrupted run was not for nothing
  void forget_the_rest();

 private:
  std::filesystem::path file_;
  std::mutex guard_;
  std::set<std::string> known_;
  std::set<std::string> current_;
};

}  // namespace trivium::check
