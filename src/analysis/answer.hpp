// The table an analysis gives, in the engine: it may be larger than memory, and leaves as CSV, JSON or Parquet.
#pragma once

#include "evidence/appender.hpp"

#include <initializer_list>
#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

namespace trivium::analysis {

struct AnswerColumn {
  std::string_view name;
  enum class Holds : std::uint8_t { text, whole, number } holds;
};

class Answer {
 public:
  static constexpr std::string_view kTable = "answer";

  // Writing is given up, as measure::Cancelled, once it is no longer wanted.
  Answer(evidence::Duck& duck, const std::vector<AnswerColumn>& columns, std::stop_token stop = {});

  // One cell a column, of its kind; a number that is not known is std::monostate.
  void row(std::initializer_list<evidence::Cell> cells);
  // Everything is in the table.
  void close();
  std::uint64_t rows() const { return rows_; }

 private:
  void pass_on();

  std::vector<AnswerColumn> columns_;
  evidence::Appender appender_;
  evidence::Batch batch_;
  std::size_t filled_ = 0;
  std::uint64_t rows_ = 0;
  std::stop_token stop_;
};

inline evidence::Cell count(std::uint64_t number) { return static_cast<std::int64_t>(number); }
inline evidence::Cell cell(const std::optional<double>& number) {
  return number ? evidence::Cell{*number} : evidence::Cell{};
}

}  // namespace trivium::analysis
