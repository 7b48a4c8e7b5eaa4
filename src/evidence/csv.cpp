#include "evidence/csv.hpp"

#include <cassert>

namespace trivium::evidence {
namespace {

bool breaks_line(char letter) { return letter == '\n' || letter == '\r'; }

// How long the line break at a place is: two letters count as one break.
std::size_t break_length(std::string_view text, std::size_t at) {
  return text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
}

}  // namespace

std::size_t after_line(std::string_view text, std::size_t from) {
  while (from < text.size() && !breaks_line(text[from])) ++from;
  return from < text.size() ? from + break_length(text, from) : from;
}

std::string& CsvRecords::room() {
  if (unquoted_used_ == unquoted_.size()) unquoted_.emplace_back();
  auto& made = unquoted_[unquoted_used_++];
  made.clear();
  return made;
}

CsvRecords::Next CsvRecords::next(std::string_view text, More more) {
  fields_.clear();
  unquoted_used_ = 0;
  length_ = 0;
  if (text.empty()) return more == More::follows ? Next::incomplete : Next::nothing;
  bool broken = false;
  std::size_t at = 0;
  for (;;) {
    // At the beginning of a field.
    if (at < text.size() && text[at] == '"') {
      const std::size_t begin = ++at;
      std::string* pieces = nullptr;
      std::size_t piece = begin;
      for (;;) {
        at = text.find('"', at);
        if (at == std::string_view::npos) {
          if (more == More::follows) return Next::incomplete;
          length_ = text.size();
          return Next::open_quote;
        }
        if (at + 1 == text.size() && more == More::follows) return Next::incomplete;
        if (at + 1 == text.size() || text[at + 1] != '"') break;
        if (pieces == nullptr) pieces = &room();
        pieces->append(text.substr(piece, at + 1 - piece));
        at += 2;
        piece = at;
      }
      if (pieces != nullptr) {
        pieces->append(text.substr(piece, at - piece));
        fields_.emplace_back(*pieces);
      } else {
        fields_.push_back(text.substr(begin, at - begin));
      }
      ++at;
      // Behind the closing quote only blanks may stand.
      while (at < text.size() && text[at] != separator_ && !breaks_line(text[at])) {
        if (text[at] != ' ') broken = true;
        ++at;
      }
    } else {
      const std::size_t begin = at;
      while (at < text.size() && text[at] != separator_ && !breaks_line(text[at])) ++at;
      fields_.push_back(text.substr(begin, at - begin));
    }
    if (at == text.size()) {
      if (more == More::follows) return Next::incomplete;
      break;
    }
    if (text[at] == separator_) {
      ++at;
      continue;
    }
    // A lone CR at the end of what is held may be the first half of CR LF.
    if (text[at] == '\r' && at + 1 == text.size() && more == More::follows) return Next::incomplete;
    at += break_length(text, at);
    break;
  }
  length_ = at;
  return broken ? Next::broken_quote : Next::record;
}

}  // namespace trivium::evidence
