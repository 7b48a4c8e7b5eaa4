// Whatever a file begins with, its header is found within it, or there is a reason that can be shown.
#include "evidence/header.hpp"

#include <cstdint>

using namespace trivium::evidence;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(bytes), size};
  for (const auto letters : {Letters::utf8, Letters::latin1}) {
    const DescribedTable table{.name = "t",
                               .columns = {{.name = "a", .header = "a"}, {.name = "b", .header = "b", .occurrence = 2}},
                               .letters = letters};
    const auto found = header(table, text);
    if (found) {
      if (found->length > size || found->places.columns.size() != 2) __builtin_trap();
      for (const auto& column : found->places.columns) {
        if (column.place >= found->width) __builtin_trap();
      }
    } else if (found.error().empty()) {
      __builtin_trap();
    }
  }
  const DescribedTable turned{
      .name = "t",
      .columns = {{.name = "a", .header = "a"}, {.name = "b", .header = "b"}, {.name = "c", .header = "c"}},
      .rows = {{"a", "T", RowsWhere::Are::left_out}},
      .side_by_side = SideBySide{.names = "a", .values = "b"}};
  const auto found = header(turned, text);
  if (!found) {
    if (found.error().empty()) __builtin_trap();
    return 0;
  }
  if (found->places.beside.empty()) __builtin_trap();
  for (const auto& one : found->places.beside) {
    if (one.place >= found->width || one.place == found->places.columns[2].place) __builtin_trap();
  }
  return 0;
}
