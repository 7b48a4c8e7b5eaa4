// The named parts of a zip, read with care: what a stranger packed must not fill our memory.
#pragma once

#include "shape/flaw.hpp"

#include <cstddef>
#include <expected>
#include <memory>
#include <optional>
#include <string>

struct zip;

namespace trivium::evidence {

class Parts {
 public:
  static constexpr std::size_t kMostParts = 10'000;
  static constexpr std::size_t kLargestFile = std::size_t{128} << 20;
  static constexpr std::size_t kLargestPart = std::size_t{64} << 20;  // unpacked

  // Refused: no zip, one of more than kMostParts, a file larger than kLargestFile.
  static std::expected<Parts, shape::Flaws> opened(std::string given);

  // Nothing where there is none of that name. Refused: larger than kLargestPart, whatever size it says it has; damaged,
  // locked with a password.
  std::expected<std::optional<std::string>, shape::Flaws> part(const std::string& name) const;

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  Parts(std::unique_ptr<std::string> bytes, std::unique_ptr<zip, Close> archive);

  std::unique_ptr<std::string> bytes_;  // stays where it is while the archive is open
  std::unique_ptr<zip, Close> archive_;
};

}  // namespace trivium::evidence
