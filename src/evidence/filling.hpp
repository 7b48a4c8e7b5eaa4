// How rows of a foreign table come into the engine, whatever file they stand in: a table that is there only when all
// went well, and batches that are filled as records come.
#pragma once

#include "evidence/appender.hpp"
#include "evidence/duck.hpp"
#include "evidence/rows.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace trivium::evidence {

// The table goes again unless it is said to stay.
class NewTable {
 public:
  NewTable(Duck& duck, const DescribedTable& table);
  NewTable(const NewTable&) = delete;
  NewTable& operator=(const NewTable&) = delete;
  ~NewTable();
  void stays() { stays_ = true; }

 private:
  Duck& duck_;
  std::string name_;
  bool stays_ = false;
};

// Rows that go into batches as they come.
class Filling {
 public:
  Filling(Appender& appender, Rows rows) : appender_{&appender}, rows_{std::move(rows)} {}

  void take(const std::vector<std::string_view>& fields, Checked letters) {
    if (!rows_.beside().empty()) return take_beside(fields, letters);
    if (batches_.empty() || filled_ == Batch::capacity()) next();
    if (rows_.take(fields, letters, batches_.back(), filled_)) ++filled_;
  }
  // A record as several rows, one for each of the columns that stand side by side in it.
  void take_beside(const std::vector<std::string_view>& fields, Checked letters, const WrongCell& wrong = nullptr);
  Rows& rows() { return rows_; }
  std::vector<Batch>& batches() {
    if (!batches_.empty()) batches_.back().holds(filled_);
    return batches_;
  }
  // What is there goes into the table; on the one thread that fills it.
  void give();

 private:
  void next() {
    if (!batches_.empty()) batches_.back().holds(filled_);
    batches_.push_back(appender_->batch());
    filled_ = 0;
  }

  Appender* appender_;
  Rows rows_;
  std::vector<Batch> batches_;
  std::size_t filled_ = 0;
};

// What still waits is given, and the table stays. Gives what was met in its rows.
Tally closed(Filling& filling, Appender& appender, NewTable& made);

}  // namespace trivium::evidence
