// Whatever bytes come for a PC-Axis file: reading its keywords ends, each record behind the one before; what it says of
// its variables is UTF-8, with as many codes as values or none; and the cells behind DATA= are pieces of it, one behind
// the other, in lines that only go on.
#include "evidence/field.hpp"
#include "evidence/px_head.hpp"
#include "evidence/px_keywords.hpp"

namespace {

using namespace trivium::evidence;

void holds(bool claim) {
  if (!claim) __builtin_trap();
}

void records_end(std::string_view text) {
  PxRecords records{text};
  using Next = PxRecords::Next;
  for (std::size_t read = 0;;) {
    const auto line = records.line();
    const auto met = records.next();
    holds(records.read() <= text.size() && records.line() >= line && records.line() <= text.size() + 1);
    if (met != Next::record) return;
    holds(records.read() > read && !records.record().keyword.empty() && !records.record().values.empty());
    read = records.read();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text{reinterpret_cast<const char*>(bytes) + 1, size - 1};
  records_end(text);
  begins_as_px(text);
  const auto head = px_head(text, bytes[0] % 2 == 0 ? Letters::utf8 : Letters::latin1);
  if (!head) {
    holds(!head.error().empty());
    return 0;
  }
  holds(!head->variables.empty() && cells_wanted(*head) > 0 && head->data <= text.size());
  for (const auto& variable : head->variables) {
    holds(valid_utf8(variable.name) && !variable.texts.empty());
    holds(variable.codes.empty() || variable.codes.size() == variable.texts.size());
    for (const auto& one : variable.texts) holds(valid_utf8(one));
    for (const auto& one : variable.codes) holds(valid_utf8(one));
  }
  for (const auto& one : head->points) holds(valid_utf8(one));

  const auto data = text.substr(head->data);
  PxCells cells{data, head->line};
  std::uint64_t line = head->line;
  for (const auto* end = data.data(); cells.next() == PxCells::Next::cell;) {
    const auto cell = cells.text();
    holds(cell.data() >= end && cell.data() + cell.size() <= data.data() + data.size());
    holds(cells.line() >= line && cells.line() <= text.size() + 1);
    end = cell.data() + cell.size();
    line = cells.line();
  }
  return 0;
}
