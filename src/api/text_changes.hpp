// Two texts held against each other, word by word: what stayed, what was left out, what was added.
#pragma once

#include "shape/json.hpp"
#include "shape/names.hpp"

namespace trivium::api {

enum class PieceKind { same, gone, added };
TRIVIUM_NAMES(PieceKind, same, gone, added)

struct TextPiece {
  PieceKind kind;
  std::string text;
};
TRIVIUM_SHAPE(TextPiece, kind, text)

// In the order of reading. Without the pieces added, the first text; without those gone, the second.
std::vector<TextPiece> text_changes(const std::string& first, const std::string& second);

// The same with long stretches that stayed cut down to what stands next to a change: "… so that one sees where".
std::vector<TextPiece> shortened(std::vector<TextPiece> pieces);

}  // namespace trivium::api
