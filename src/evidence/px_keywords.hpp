// A PC-Axis file (.px), before anything is made of it: its keywords with their values, and behind DATA= the cells.
//
//   KEYWORD[language]("key","key")="value","a long one " "in two pieces",12;
//   DATA=
//   1.5 2 "-" ".."
//
// https://www.scb.se/globalassets/vara-tjanster/px-programmen/px-file_format_specification_2013.pdf
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace trivium::evidence {

struct PxRecord {
  std::string keyword{};  // in capitals
  std::string_view language{};
  std::vector<std::string> keys{};
  std::vector<std::string> values{};
};

class PxRecords {
 public:
  static constexpr std::size_t kMostValues = 1'000'000;  // of all records; a list of commas has one for each byte

  explicit PxRecords(std::string_view text) : text_{text} {}

  // Broken: not written as a record is. Behind quote: a letter stands right behind a closing quotation mark, so that it
  // is not sure where texts begin and end. Too many: there are more than kMostValues.
  enum class Next : std::uint8_t { record, data, broken, behind_quote, open_quote, too_many, nothing };
  Next next();

  // The record read last; it lives until the next one is read, and as long as the text. What it holds may be moved
  // away.
  PxRecord& record() { return record_; }
  // Bytes: all of them where the text ends within what would be a record; after data, where the cells begin.
  std::size_t read() const { return at_; }
  std::uint64_t line() const { return line_; }  // from 1; of an open quote, the line it stands in

 private:
  void skip_blanks();
  bool at(char sign) const { return at_ < text_.size() && text_[at_] == sign; }
  Next quoted(std::string& value);
  Next list(std::vector<std::string>& values, char end);

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
  std::size_t values_ = 0;  // of all records so far
  PxRecord record_;
};

// The cells behind DATA=. Blanks, line breaks, commas and semicolons between them mean the same.
class PxCells {
 public:
  PxCells(std::string_view data, std::uint64_t line) : data_{data}, line_{line} {}

  enum class Next : std::uint8_t { cell, open_quote, nothing };
  Next next();

  std::string_view text() const { return text_; }  // without its quotation marks
  std::uint64_t line() const { return of_; }       // of the file
  std::size_t read() const { return at_; }

 private:
  std::string_view data_;
  std::size_t at_ = 0;
  std::uint64_t line_;
  std::string_view text_;
  std::uint64_t of_ = 0;
};

}  // namespace trivium::evidence
