#pragma once

#include "check/checkout.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace trivium::check {

// What a file is made of: its text, that of every header of the house it includes, however far away, the versions of
// the compilers and libraries installed, and `rules`, which is everything else the outcome hangs on (flags, settings).
// Where the checkout lies is not in it. Two runs of FNV-1a over it; good against accidents, not against somebody who
// wants to be wrong.
class Makings {
 public:
  explicit Makings(const Checkout& checkout);

  std::string key(const std::string& file, const std::string& rules);

 private:
  struct Read {
    std::string text;
    std::vector<Include> includes;
  };
  const Read& read(const std::string& file);

  const Checkout& checkout_;
  std::string installed_;
  std::map<std::string, Read> read_;
};

// The keys that held, an empty file each in the checkout's memory; checkouts share it, as they share ccache's. One that
// nobody asked for in a season goes.
class Memory {
 public:
  Memory(const Checkout& checkout, const std::string& part);

  bool holds(const std::string& key) const;
  void remember(const std::string& key) const;  // written at once, so that an interrupted run was not for nothing
  void forget_the_old() const;

 private:
  std::filesystem::path folder_;
};

}  // namespace trivium::check
