// Files that are met often where a table is expected: what they are, so that a person knows what to do about it.
#pragma once

#include <string_view>

namespace trivium::evidence {

// By how it begins. The key of a sentence; empty: nothing of these.
std::string_view packed_or_binary(std::string_view begin);
// Text of another kind: a web page, XML, JSON, a table drawn in Markdown.
std::string_view other_text(std::string_view begin);

}  // namespace trivium::evidence
