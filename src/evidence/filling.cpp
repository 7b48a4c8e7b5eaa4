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
