// What somebody may have meant who typed something that there is not.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trivium::app {

// How many letters have to be put in, taken out, replaced or exchanged with the next one to come from one to the other.
std::size_t slips(std::string_view one, std::string_view other);

// The names in the order of their slips from what was given, those that begin with it before all others.
std::vector<std::string> nearest_first(std::string_view given, std::vector<std::string> names);

// The nearest, where at most a third of its letters are slips, or where it was begun and not ended.
std::optional<std::string> nearest(std::string_view given, std::vector<std::string> names);

}  // namespace trivium::app
