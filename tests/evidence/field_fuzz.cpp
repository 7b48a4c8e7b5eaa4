// Whatever a cell holds, reading it gives a value within its kind or a reason, and what is shown of it is UTF-8.
#include "evidence/field.hpp"

#include <cmath>
#include <cstdint>

using namespace trivium::evidence;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view cell{reinterpret_cast<const char*>(bytes), size};
  for (const NumberStyle style : {NumberStyle{}, NumberStyle{',', '.'}, NumberStyle{'.', ','}}) {
    (void)whole(cell, style);
    if (const auto read = number(cell, style); read && !std::isfinite(*read)) __builtin_trap();
    if (const auto read = share(cell, style); read && !(*read >= 0 && *read <= 1)) __builtin_trap();
  }
  for (const auto order : {DateOrder::year_month_day, DateOrder::day_month_year, DateOrder::month_day_year})
    (void)date(cell, order);
  (void)code(cell, {2, 4});
  if (!valid_utf8(shown(cell))) __builtin_trap();
  if (const auto letters = from_latin1(cell);
      letters && cell.find('\0') == std::string_view::npos && !valid_utf8(*letters))
    __builtin_trap();
  const auto words = collapsed(cell);
  if (valid_utf8(cell) && (collapsed(words) != words || !valid_utf8(words))) __builtin_trap();
  const auto parts = flagged(cell);
  if (parts.value.size() + parts.letters.size() > size) __builtin_trap();
  return 0;
}
