#include "analysis/answer.hpp"

#include "measure/work.hpp"

#include <cassert>
#include <utility>

namespace trivium::analysis {
namespace {

std::string made(evidence::Duck& duck, const std::vector<AnswerColumn>& columns) {
  std::string sql = "create table " + std::string{Answer::kTable} + " (";
  for (const auto& column : columns) {
    if (&column != columns.data()) sql += ", ";
    sql += evidence::sql_name(column.name);
    switch (column.holds) {
      case AnswerColumn::Holds::text: sql += " varchar"; break;
      case AnswerColumn::Holds::whole: sql += " bigint"; break;
      case AnswerColumn::Holds::number: sql += " double"; break;
    }
  }
  duck.run(sql + ")");
  return std::string{Answer::kTable};
}

}  // namespace

Answer::Answer(evidence::Duck& duck, const std::vector<AnswerColumn>& columns, std::stop_token stop)
    : columns_{columns}, appender_{duck, made(duck, columns)}, batch_{appender_.batch()}, stop_{std::move(stop)} {}

void Answer::row(std::initializer_list<evidence::Cell> cells) {
  assert(cells.size() == columns_.size());
  std::size_t column = 0;
  for (const auto& cell : cells) {
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
      assert(columns_[column].holds == AnswerColumn::Holds::whole);
      batch_.values<std::int64_t>(column)[filled_] = *whole;
    } else if (const auto* number = std::get_if<double>(&cell)) {
      assert(columns_[column].holds == AnswerColumn::Holds::number);
      batch_.values<double>(column)[filled_] = *number;
    } else if (const auto* text = std::get_if<std::string>(&cell)) {
      batch_.text(filled_, column, *text);
    } else {
      batch_.unknown(filled_, column);
    }
    ++column;
  }
  ++rows_;
  if (++filled_ == evidence::Batch::capacity()) pass_on();
}

void Answer::pass_on() {
  if (stop_.stop_requested()) throw measure::Cancelled{};
  batch_.holds(filled_);
  appender_.take(std::move(batch_));
  batch_ = appender_.batch();
  filled_ = 0;
}

void Answer::close() {
  if (filled_ > 0) pass_on();
  appender_.close();
}

}  // namespace trivium::analysis
