// The lines of one of Eurostat's wide tables, before anything is made of them: the header taken apart, and of each line
// below it the keys that are glued together in its first cell.
#pragma once

#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trivium::evidence {

// The header: geo,unit\TIME_PERIOD and then the years.
struct Wide {
  std::vector<std::string> keys;
  std::string across;                // what the columns are: TIME_PERIOD
  std::vector<std::string> columns;  // the years
};

// Nothing where the line is no such header.
std::optional<Wide> wide(std::string_view line);

// The keys of a line, from its cells; nothing where they are not as many, keys or cells, as the header has.
std::optional<std::vector<std::string_view>> keys_of(const Wide& wide, const std::vector<std::string_view>& cells);

// Lines of a file, none of them longer than a line can be. Throws Fault where it cannot be read to its end.
class Lines {
 public:
  static constexpr std::size_t kLongest = std::size_t{1} << 20;
  enum class Next : std::uint8_t { line, too_long, none };

  explicit Lines(std::istream& bytes, std::size_t longest = kLongest) : bytes_{bytes}, line_(longest, '\0') {}
  Next next();
  std::string_view text() const { return {line_.data(), length_}; }

 private:
  std::istream& bytes_;
  std::string line_;
  std::size_t length_ = 0;
};

}  // namespace trivium::evidence
