// Whatever bytes come for a workbook: reading them ends, with a sheet whose rows and cells stand in their order, or
// with what is wrong. The first byte says how the rest is taken: as a zip, or as the parts of a sheet one after
// another, which is where most of the reading is.
#include "evidence/sheet_columns.hpp"
#include "evidence/workbook.hpp"

#include <cstdint>
#include <string_view>

namespace {

using namespace trivium::evidence;

std::string next_part(std::string_view& rest) {
  const auto end = rest.find('\x1f');
  std::string part{rest.substr(0, end)};
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return part;
}

void in_order(const Sheet& sheet) {
  const MergedCells merged{sheet};
  std::uint32_t last = 0;
  for (const auto& row : sheet.rows) {
    if (row.number <= last || row.cells.empty()) __builtin_trap();
    last = row.number;
    std::int64_t column = -1;
    for (const auto& cell : row.cells) {
      if (cell.column <= column || cell.text.empty()) __builtin_trap();
      column = cell.column;
      (void)merged.cell(row.number, cell.column);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  std::string_view rest{reinterpret_cast<const char*>(bytes) + 1, size - 1};
  if (bytes[0] % 4 == 0) {
    const auto parts = Parts::opened(std::string{rest});
    if (!parts) return 0;
    for (const auto& name : {std::optional<std::string>{}, std::optional<std::string>{"One"}}) {
      if (const auto found = sheet(*parts, name)) in_order(*found);
    }
    return 0;
  }
  SheetParts parts{.sheet = next_part(rest), .strings = next_part(rest), .styles = next_part(rest)};
  if (bytes[0] % 4 == 1) parts.epoch = SheetParts::Epoch::year_1904;
  if (const auto found = sheet(std::move(parts))) in_order(*found);
  return 0;
}
