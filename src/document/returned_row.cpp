#include "document/returned_row.hpp"

#include "document/passages.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace trivium::document {
namespace {

struct TextLine {
  ListPlace place;
  std::string text;
};

bool blank(std::string_view text) { return text.find_first_not_of(" \t\n") == std::string_view::npos; }

// The lines of one paragraph below each other, those after the first under the text of the first.
std::string indented(const std::string& text, std::size_t by) {
  std::string all;
  for (const char c : text) {
    all += c;
    if (c == '\n') all += std::string(by, ' ');
  }
  return all;
}

class Typed {
 public:
  void add(const TextLine& line) {
    if (blank(line.text)) return;
    const bool listed = line.place.listed != Listed::not_at_all;
    if (!text_.empty()) text_ += listed ? "\n" : "\n\n";
    const auto level = static_cast<std::size_t>(std::clamp(line.place.level, 0, 8));
    if (line.place.listed == Listed::bullet) {
      text_ += std::string(2 * level, ' ') + "- " + indented(line.text, 2 * level + 2);
    } else if (listed) {
      std::fill(counts_.begin() + static_cast<std::ptrdiff_t>(level) + 1, counts_.end(), 0);
      text_ += std::to_string(++counts_.at(level)) + ". " + line.text;
    } else {
      counts_.fill(0);
      text_ += line.text;
    }
  }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
  std::array<int, 9> counts_{};  // of numbered items, by level
};

std::string typed(const std::vector<TextLine>& lines) {
  Typed typed;
  for (const TextLine& line : lines) typed.add(line);
  return typed.text();
}

struct Stretch {  // what stands between a label and the next
  ReturnedPart part;
  std::vector<TextLine> lines;
};

// A label that was typed into holds what was typed, before or behind its bookmark.
class Stretches {
 public:
  Stretches() : all_(1) {}

  void add(const ForeignLine& line) {
    const bool marked = std::ranges::any_of(line.pieces, [](const Piece& piece) { return is_part(piece); });
    if (line.label_style && !marked) {
      if (std::string label = whole(line); !blank(label)) begin({.key = {}, .label = std::move(label), .text = {}});
      return;
    }
    bool fresh = true;  // nothing of this paragraph stands in the stretch yet
    for (const Piece& piece : line.pieces) {
      if (is_part(piece)) {
        label(*piece.mark, piece.text);
        fresh = true;
        continue;
      }
      if (marked && blank(piece.text)) continue;
      auto& lines = all_.back().lines;
      if (fresh) lines.push_back({.place = marked ? ListPlace{} : line.place, .text = {}});
      lines.back().text += piece.text;
      fresh = false;
    }
  }

  std::vector<Stretch> taken() { return std::move(all_); }

 private:
  static bool is_part(const Piece& piece) { return piece.mark && !piece.mark->part.empty(); }

  void begin(ReturnedPart part) { all_.push_back({.part = std::move(part), .lines = {}}); }

  void label(const Mark& mark, const std::string& text) {
    if (all_.back().part.key != mark.part) begin({.key = mark.part, .label = {}, .text = {}});
    all_.back().part.label += text;
  }

  std::vector<Stretch> all_;
};

std::string key_in(const std::vector<std::vector<ForeignLine>>& cells) {
  std::string by_part;
  for (const auto& cell : cells) {
    for (const ForeignLine& line : cell) {
      for (const Piece& piece : line.pieces) {
        if (piece.mark && piece.mark->part.empty()) return piece.mark->row;
        if (piece.mark && by_part.empty()) by_part = piece.mark->row;
      }
    }
  }
  return by_part;
}

}  // namespace

std::string whole(const ForeignLine& line) {
  std::string text;
  for (const Piece& piece : line.pieces) text += piece.text;
  return text;
}

ReturnedRow returned_row(const std::vector<std::vector<ForeignLine>>& cells) {
  constexpr std::size_t kAnswer = 2;  // the third column, where there are three
  const std::size_t answer = std::min(kAnswer, cells.size() - 1);
  ReturnedRow row{.key = key_in(cells), .named = {}, .beside = {}, .opening = {}, .parts = {}};
  for (const ForeignLine& line : cells.front()) {
    if (std::string text = whole(line); !blank(text)) row.named = std::move(text);
  }
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i == answer) continue;
    for (const ForeignLine& line : cells[i]) {
      if (std::string text = whole(line); !blank(text)) row.beside += (row.beside.empty() ? "" : "\n") + text;
    }
  }
  Stretches stretches;
  for (const ForeignLine& line : cells[answer]) stretches.add(line);
  for (Stretch& stretch : stretches.taken()) {
    std::string text = typed(stretch.lines);
    const bool opening = stretch.part.key.empty() && stretch.part.label.empty();
    if (opening) {
      row.opening = std::move(text);
      continue;
    }
    stretch.part.text = std::move(text);
    row.parts.push_back(std::move(stretch.part));
  }
  return row;
}

}  // namespace trivium::document
