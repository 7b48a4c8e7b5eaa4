#include "evidence/filling.hpp"

namespace trivium::evidence {

NewTable::NewTable(Duck& duck, const DescribedTable& table) : duck_{duck}, name_{sql_name(table.name)} {
  duck.run(create_sql(table));
}

NewTable::~NewTable() {
  if (stays_) return;
  try {
    duck_.run("drop table if exists " + name_);
  } catch (const Fault&) {
    // The engine is out of order, and what brought us here says so.
  }
}

void Filling::take_beside(const std::vector<std::string_view>& fields, Checked letters, const WrongCell& wrong) {
  if (!rows_.begin_record(fields)) return;
  for (const auto& one : rows_.beside()) {
    if (batches_.empty() || filled_ == Batch::capacity()) next();
    if (rows_.take_beside(one, letters, wrong, batches_.back(), filled_)) ++filled_;
  }
  rows_.end_record();
}

void Filling::give() {
  for (auto& batch : batches()) appender_->take(std::move(batch));
  batches_.clear();
}

Tally closed(Filling& filling, Appender& appender, NewTable& made) {
  filling.give();
  appender.close();
  Tally tally;
  tally.add(filling.rows().tally(), 0);
  made.stays();
  return tally;
}

}  // namespace trivium::evidence
