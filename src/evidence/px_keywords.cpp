#include "evidence/px_keywords.hpp"

#include "evidence/field.hpp"

#include <cctype>

namespace trivium::evidence {
namespace {

bool blank(char sign) { return sign == ' ' || sign == '\t' || sign == '\r' || sign == '\n'; }
// Programs of DOS end a file with a sign of its own.
bool between_cells(char sign) { return blank(sign) || sign == ',' || sign == ';' || sign == '\x1a'; }
bool of_keyword(char sign) { return std::isalnum(static_cast<unsigned char>(sign)) != 0 || sign == '-' || sign == '_'; }

// Whether a line ends at a place: of the three kinds of line break, at the last sign of each.
bool ends_line(std::string_view text, std::size_t at) {
  return text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n'));
}

std::uint64_t lines(std::string_view text, std::size_t from, std::size_t to) {
  std::uint64_t count = 0;
  for (; from < to; ++from) count += ends_line(text, from) ? 1 : 0;
  return count;
}

}  // namespace

void PxRecords::skip_blanks() {
  for (; at_ < text_.size() && blank(text_[at_]); ++at_) line_ += ends_line(text_, at_) ? 1 : 0;
}

PxRecords::Next PxRecords::next() {
  record_ = {};
  skip_blanks();
  if (at_ == text_.size()) return Next::nothing;
  for (; at_ < text_.size() && of_keyword(text_[at_]); ++at_)
    record_.keyword += static_cast<char>(std::toupper(static_cast<unsigned char>(text_[at_])));
  if (record_.keyword.empty()) return Next::broken;
  skip_blanks();
  if (at('[')) {
    constexpr std::size_t kLongest = 32;
    const auto inside = text_.substr(at_ + 1, kLongest);
    const auto end = inside.find_first_of("]\r\n");
    if (end == std::string_view::npos && inside.size() < kLongest) at_ = text_.size();
    if (end == std::string_view::npos || inside[end] != ']') return Next::broken;
    record_.language = trimmed(inside.substr(0, end));
    at_ += end + 2;
    skip_blanks();
  }
  if (at('(')) {
    ++at_;
    if (const auto met = list(record_.keys, ')'); met != Next::record) return met;
    skip_blanks();
  }
  if (!at('=')) return Next::broken;
  ++at_;
  if (record_.keyword == "DATA") return Next::data;
  return list(record_.values, ';');
}

PxRecords::Next PxRecords::quoted(std::string& value) {
  const auto begin = at_ + 1;
  const auto end = text_.find('"', begin);
  if (end == std::string_view::npos) {
    at_ = text_.size();
    return Next::open_quote;
  }
  value += text_.substr(begin, end - begin);
  line_ += lines(text_, begin, end);
  at_ = end + 1;
  return Next::record;
}

// Values between commas, up to and with a sign. Pieces in quotation marks that follow each other are one text. Beside
// them stand signs that join (TIMEVAL: TLIST(A1,"2001"-"2005"), HIERARCHIES: "A":"B") and nothing else.
PxRecords::Next PxRecords::list(std::vector<std::string>& values, char end) {
  std::string value;
  char before = ',';  // the last sign that is no blank
  unsigned open = 0;  // parentheses
  for (;;) {
    const auto from = at_;
    skip_blanks();
    if (at_ == text_.size()) return Next::broken;
    const char sign = text_[at_];
    if (sign == '"') {
      if (std::string_view{",\"(-:"}.find(before) == std::string_view::npos) return Next::broken;
      if (const auto met = quoted(value); met != Next::record) return met;
      before = '"';
      continue;
    }
    if (open == 0 && (sign == end || sign == ',')) {
      ++at_;
      if (++values_ > kMostValues) return Next::too_many;
      values.push_back(std::move(value));
      if (sign == end) return Next::record;
      value.clear();
      before = ',';
      continue;
    }
    // A record that nothing ends would take the next one for a part of its value.
    if (sign == ';' || sign == '=' || sign == '[' || sign == ']') return Next::broken;
    if (before == '"' && std::string_view{",)-:"}.find(sign) == std::string_view::npos) return Next::behind_quote;
    if (sign == ')' && open == 0) return Next::broken;
    if (sign == '(') ++open;
    if (sign == ')') --open;
    if (at_ > from && !value.empty()) value += ' ';
    value += sign;
    before = sign;
    ++at_;
  }
}

PxCells::Next PxCells::next() {
  for (; at_ < data_.size() && between_cells(data_[at_]); ++at_) line_ += ends_line(data_, at_) ? 1 : 0;
  of_ = line_;
  text_ = {};
  if (at_ == data_.size()) return Next::nothing;
  if (data_[at_] == '"') {
    const auto begin = at_ + 1;
    const auto end = data_.find('"', begin);
    if (end == std::string_view::npos) return Next::open_quote;
    text_ = data_.substr(begin, end - begin);
    line_ += lines(data_, begin, end);
    at_ = end + 1;
    return Next::cell;
  }
  const auto begin = at_;
  while (at_ < data_.size() && !between_cells(data_[at_]) && data_[at_] != '"') ++at_;
  text_ = data_.substr(begin, at_ - begin);
  return Next::cell;
}

}  // namespace trivium::evidence
