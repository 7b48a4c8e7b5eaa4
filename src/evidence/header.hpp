// Where a foreign table begins: the row with its headers, which may stand below titles, and the separator under which
// they are found.
#pragma once

#include "evidence/described_table.hpp"
#include "evidence/rows.hpp"
#include "shape/flaw.hpp"

#include <expected>
#include <string_view>
#include <vector>

namespace trivium::evidence {

// In bytes. A longer one is refused, or stops the whole where so much is not held at once.
inline constexpr std::size_t kLongestRecord = std::size_t{1} << 20;

struct Header {
  char separator = ',';
  std::size_t length = 0;  // of all up to and with the header, in bytes
  std::uint64_t rows = 0;  // as many records, the header being the last
  std::size_t width = 0;   // how many columns it names
  Places places{};
};

// The columns as named in a row, or what is wrong: headers that are missing, or that stand there twice; of columns side
// by side also that there are none.
std::expected<Places, shape::Flaws> placed(const DescribedTable& table, const std::vector<std::string_view>& headers);

// Whether columns are missing and nothing else is wrong: of a row in which something else is, it is certain that it was
// meant for the headers.
bool only_missing(const shape::Flaws& flaws);

// Looks at the first 50 records of the text, but for those that are longer than a record can be.
std::expected<Header, shape::Flaws> header(const DescribedTable& table, std::string_view text);

}  // namespace trivium::evidence
