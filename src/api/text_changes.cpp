#include "api/text_changes.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>

namespace trivium::api {
namespace {

using Words = std::vector<std::string_view>;

bool blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

// Words and the blanks between them, by turns.
Words words_in(std::string_view text) {
  Words words;
  while (!text.empty()) {
    const bool blanks = blank(text.front());
    const auto end = std::ranges::find_if(text, [&](char c) { return blank(c) != blanks; });
    const auto length = static_cast<std::size_t>(end - text.begin());
    words.push_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return words;
}

void add(std::vector<TextPiece>& pieces, PieceKind kind, std::string_view text) {
  if (pieces.empty() || pieces.back().kind != kind) pieces.push_back({kind, {}});
  pieces.back().text += text;
}

void add_all(std::vector<TextPiece>& pieces, PieceKind kind, const Words& words) {
  for (const auto word : words) add(pieces, kind, word);
}

// The longest common sequence; where that would take too long, one text for the other.
void add_middle(std::vector<TextPiece>& pieces, const Words& first, const Words& second) {
  constexpr std::size_t kMostCells = 1'000'000;
  const std::size_t width = second.size() + 1;
  if ((first.size() + 1) * width > kMostCells) {
    add_all(pieces, PieceKind::gone, first);
    add_all(pieces, PieceKind::added, second);
    return;
  }
  std::vector<std::uint32_t> longest((first.size() + 1) * width, 0);
  const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& { return longest[i * width + j]; };
  for (std::size_t i = first.size(); i-- > 0;) {
    for (std::size_t j = second.size(); j-- > 0;)
      at(i, j) = first[i] == second[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
  }
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < first.size() && j < second.size()) {
    if (first[i] == second[j]) {
      add(pieces, PieceKind::same, first[i++]);
      ++j;
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      add(pieces, PieceKind::gone, first[i++]);
    } else {
      add(pieces, PieceKind::added, second[j++]);
    }
  }
  while (i < first.size()) add(pieces, PieceKind::gone, first[i++]);
  while (j < second.size()) add(pieces, PieceKind::added, second[j++]);
}

bool only_blanks(const TextPiece& piece) { return std::ranges::all_of(piece.text, blank); }

// Where one wording took the place of another, both are read as a whole and not word by word by turns: blanks that
// stayed between two changes belong to both.
void add_run(std::vector<TextPiece>& pieces, std::span<const TextPiece> run) {
  std::string gone;
  std::string added;
  for (const auto& piece : run) {
    if (piece.kind != PieceKind::added) gone += piece.text;
    if (piece.kind != PieceKind::gone) added += piece.text;
  }
  add(pieces, PieceKind::gone, gone);
  add(pieces, PieceKind::added, added);
}

std::vector<TextPiece> in_whole_wordings(const std::vector<TextPiece>& pieces) {
  const auto stayed = [](const TextPiece& piece) { return piece.kind == PieceKind::same; };
  std::vector<TextPiece> whole;
  for (auto from = pieces.begin(); from != pieces.end();) {
    if (stayed(*from)) {
      add(whole, from->kind, from->text);
      ++from;
      continue;
    }
    auto to = std::find_if(from, pieces.end(), [&](const auto& piece) { return stayed(piece) && !only_blanks(piece); });
    while (stayed(*std::prev(to))) --to;
    const auto holds = [&](PieceKind kind) { return std::ranges::find(from, to, kind, &TextPiece::kind) != to; };
    if (holds(PieceKind::gone) && holds(PieceKind::added)) add_run(whole, {from, to});
    else
      for (auto piece = from; piece != to; ++piece) add(whole, piece->kind, piece->text);
    from = to;
  }
  return whole;
}

constexpr std::size_t kAround = 120;  // bytes that stay beside a change

// At a blank, so that no word and no letter is cut.
std::string head(const std::string& text) {
  const auto cut = text.find_last_of(" \n", kAround);
  return cut == std::string::npos ? text : text.substr(0, cut) + " …";
}

std::string tail(const std::string& text) {
  const auto cut = text.find_first_of(" \n", text.size() - kAround);
  return cut == std::string::npos ? text : "…" + text.substr(cut);
}

}  // namespace

std::vector<TextPiece> text_changes(const std::string& first, const std::string& second) {
  Words left = words_in(first);
  Words right = words_in(second);
  const auto begins = std::ranges::mismatch(left, right);
  const Words head(left.begin(), begins.in1);
  left.erase(left.begin(), begins.in1);
  right.erase(right.begin(), begins.in2);
  Words end;
  while (!left.empty() && !right.empty() && left.back() == right.back()) {
    end.push_back(left.back());
    left.pop_back();
    right.pop_back();
  }
  std::ranges::reverse(end);
  std::vector<TextPiece> pieces;
  add_all(pieces, PieceKind::same, head);
  add_middle(pieces, left, right);
  add_all(pieces, PieceKind::same, end);
  return in_whole_wordings(pieces);
}

std::vector<TextPiece> shortened(std::vector<TextPiece> pieces) {
  for (auto& piece : pieces) {
    if (piece.kind != PieceKind::same || piece.text.size() <= 3 * kAround) continue;
    std::string kept;
    if (&piece != &pieces.front()) kept = head(piece.text);
    if (&piece != &pieces.back()) kept += (kept.empty() ? "" : " ") + tail(piece.text);
    if (pieces.size() > 1) piece.text = std::move(kept);
  }
  return pieces;
}

}  // namespace trivium::api
