// Whatever bytes come in, reading them as JSON ends with a value or a flaw.
#include "shape/json.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text{reinterpret_cast<const char*>(bytes), size};
  const auto parsed = trivium::shape::parse(text);
  if (parsed && parsed->is_string() && parsed->get<std::string>().find('\0') != std::string::npos) __builtin_trap();
  return 0;
}
