// Whatever text comes, reading it ends, every byte belongs to one record, and a text that arrives in two pieces gives
// the records it gives as a whole.
#include "evidence/csv.hpp"

#include <cstdint>
#include <vector>

namespace {

using trivium::evidence::CsvRecords;
using trivium::evidence::More;

std::vector<std::vector<std::string>> records(std::string_view text, std::size_t first_piece) {
  std::vector<std::vector<std::string>> all;
  CsvRecords reader{','};
  auto held = text.substr(0, first_piece);
  auto more = held.size() < text.size() ? More::follows : More::ends_here;
  for (;;) {
    const auto met = reader.next(held, more);
    if (met == CsvRecords::Next::incomplete) {
      if (more == More::ends_here) __builtin_trap();
      held = text;
      more = More::ends_here;
      continue;
    }
    if (met == CsvRecords::Next::nothing || met == CsvRecords::Next::open_quote) break;
    if (reader.length() == 0 || reader.length() > held.size()) __builtin_trap();
    all.emplace_back(reader.fields().begin(), reader.fields().end());
    held.remove_prefix(reader.length());
    text.remove_prefix(reader.length());
  }
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text{reinterpret_cast<const char*>(bytes) + 1, size - 1};
  if (records(text, text.size()) != records(text, bytes[0] % (text.size() + 1))) __builtin_trap();
  return 0;
}
