// The table as pandoc's own document tree. A tree, not markup: pandoc parses nothing that a person typed.
#pragma once

#include "document/filled_table.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <string>
#include <string_view>

namespace trivium::document {

inline constexpr std::array kColumnShares = {0.145, 0.345, 0.51};  // dimension, question, answer

// The reference documents know the vertices A, B and C; anything else wears the colour of A.
std::string colour_of(const Group& group);

// A row of up to a third of a page, or half a page for the sum-up, is kept on one page. A longer one may break: to keep
// it whole would leave more paper empty than it is worth, and one of more than a page has to break in any case.
bool stays_whole(const Row& row);

// Runs in another language than the document's carry this character style and the language in DOCX; in ODT pandoc
// writes the language itself.
inline constexpr std::string_view kLanguageStyle = "Language ";

nlohmann::json tree(const FilledTable& table);

}  // namespace trivium::document
