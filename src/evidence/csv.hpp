// Records and fields of separated text, as they are met: any of the three kinds of line break, fields in quotes with
// separators, line breaks and doubled quotes in them, quotes in the middle of a field as letters.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace trivium::evidence {

enum class More { follows, ends_here };  // whether text goes on behind what is held

class CsvRecords {
 public:
  explicit CsvRecords(char separator) : separator_{separator} {}

  // Incomplete: the end of the record is not in the text, though more follows. Open quote: all that is left is in
  // quotes that nothing closes.
  enum class Next { record, broken_quote, open_quote, incomplete, nothing };
  // Reads the record at the front of the text.
  Next next(std::string_view text, More more);

  // Of the record read last; they live until the next one is read, and as long as the text.
  const std::vector<std::string_view>& fields() const { return fields_; }
  std::size_t length() const { return length_; }  // with its line break

 private:
  char separator_;
  std::vector<std::string_view> fields_;
  std::deque<std::string> unquoted_;  // a deque, because its texts stay where they are
  std::size_t unquoted_used_ = 0;
  std::size_t length_ = 0;

  std::string& room();
};

// Where the line at or after a place ends: behind its line break, or the end of the text.
std::size_t after_line(std::string_view text, std::size_t from);

}  // namespace trivium::evidence
