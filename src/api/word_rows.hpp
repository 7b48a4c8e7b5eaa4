// Rows of a facet as lines of a document, held against the lines that were written: which line is which row, so that a
// row that was changed keeps its id, and with it the links drawn to it.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace trivium::api {

struct RowPair {
  std::optional<std::size_t> written;
  std::optional<std::size_t> returned;

  bool operator==(const RowPair&) const = default;
};

// In the order of the returned ones, those that are gone where they stood. The same line is the same row; else the
// pairing that shares the most words, and where nothing does, the order, if as many lines stand there as before.
std::vector<RowPair> paired_rows(const std::vector<std::string>& written, const std::vector<std::string>& returned);

}  // namespace trivium::api
