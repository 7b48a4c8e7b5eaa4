// Whatever a form holds, reading it ends with JSON whose scalars are strings without NUL, or with a flaw.
#include "shape/form.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {

bool holds(const trivium::shape::Json& value) {
  if (value.is_string()) return value.get_ref<const std::string&>().find('\0') == std::string::npos;
  if (!value.is_structured()) return value.is_null();
  for (const auto& part : value) {
    if (!holds(part)) return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto form = trivium::shape::from_form({reinterpret_cast<const char*>(bytes), size});
  if (!holds(form.fields)) __builtin_trap();
  return 0;
}
