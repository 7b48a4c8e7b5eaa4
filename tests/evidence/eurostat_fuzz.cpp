// Whatever bytes come for one of Eurostat's wide tables: its lines are those of the file, none longer than a line may
// be, and a line is taken apart into as many keys and values as the header names, each a piece of the line, or not at
// all.
#include "evidence/csv.hpp"
#include "evidence/eurostat_lines.hpp"

#include <sstream>

namespace {

using namespace trivium::evidence;

void within(std::string_view part, std::string_view whole) {
  if (part.empty()) return;
  if (part.data() < whole.data() || part.data() + part.size() > whole.data() + whole.size()) __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text{reinterpret_cast<const char*>(bytes) + 1, size - 1};
  std::istringstream file{std::string{text}};
  const std::size_t longest = 2 + bytes[0] * 16U;  // with the end of the line
  Lines lines{file, longest};
  std::optional<Wide> header;
  std::string read;
  for (bool first = true;; first = false) {
    const auto met = lines.next();
    if (met == Lines::Next::none) break;
    if (met == Lines::Next::too_long) {
      if (lines.text().size() != longest - 1) __builtin_trap();
      return 0;
    }
    const auto line = lines.text();
    read += line;
    if (line.size() >= longest || line.find('\n') != std::string_view::npos) __builtin_trap();
    if (read.size() < text.size()) read += '\n';
    CsvRecords records{'\t'};
    if (first) header = wide(line);
    else if (header && records.next(line, More::ends_here) == CsvRecords::Next::record) {
      const auto keys = keys_of(*header, records.fields());
      if (!keys) continue;
      if (keys->size() != header->keys.size() || records.fields().size() != header->columns.size() + 1)
        __builtin_trap();
      for (const auto key : *keys) {
        if (key.find(',') != std::string_view::npos) __builtin_trap();
        within(key, records.fields().front());
      }
    }
  }
  if (read != text) __builtin_trap();
  return 0;
}
