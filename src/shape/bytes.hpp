// A file inside a record: base64 in JSON.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace trivium::shape {

struct Bytes {
  std::string bytes;
  bool operator==(const Bytes&) const = default;
};

std::string to_base64(std::string_view bytes);
std::optional<std::string> from_base64(std::string_view text);  // padded, standard alphabet (RFC 4648)

}  // namespace trivium::shape
