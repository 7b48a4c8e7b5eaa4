// Numbers as people type them: "2.5", "2,5", "180 000", "180.000 €", "30 %".
#pragma once

#include <optional>
#include <string_view>

namespace trivium::framework {

enum class Expected { whole, fraction };

// A single separator before exactly three digits is read either way in Europe: "1.250" euros are more than a thousand,
// "1.250" full-time posts are one and a quarter. What is expected decides. Anything else that is no number: nothing.
std::optional<double> typed_number(std::string_view text, Expected expected);

}  // namespace trivium::framework
