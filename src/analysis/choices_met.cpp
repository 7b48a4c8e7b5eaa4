#include "analysis/choices_met.hpp"

#include <algorithm>

namespace trivium::analysis {

void ChoicesMet::note(const evidence::DescribedTable& table, const evidence::Tally& tally) {
  met_kept_ = met_kept_ || tally.met_kept;
  std::size_t at = 0;  // among those that the table was described with, which come in the order they were said
  for (std::size_t i = 0; i < met_.size(); ++i) {
    if (!is_meant(reading_.rows[i].table, table.name)) continue;
    // The headers of columns that stand side by side are chosen before any row is read, and refused where there is
    // none.
    const auto& header = table.rows[at].header;
    const bool of_headers =
        table.side_by_side && std::ranges::any_of(table.columns, [&](const evidence::Column& column) {
          return column.name == table.side_by_side->names && column.header == header;
        });
    met_[i] = met_[i] || of_headers || (at < tally.met_choice.size() && tally.met_choice[at]);
    ++at;
  }
}

void ChoicesMet::remark(std::vector<Remark>& remarks) const {
  Remark remark{.name = "met_nothing"};
  const auto note = [&](const std::string& table, const evidence::SuppressedWhere& where) {
    remark.codes.push_back((table.empty() ? "" : table + ".") + where.header + "=" + where.value);
  };
  for (std::size_t i = 0; i < met_.size(); ++i) {
    const auto& [table, where] = reading_.rows[i];
    if (!met_[i]) note(table, {where.header, where.value});
  }
  if (reading_.kept && !met_kept_) note(reading_.kept->table, reading_.kept->where);
  if (remark.codes.empty()) return;
  remark.values = static_cast<std::int64_t>(remark.codes.size());
  remarks.push_back(std::move(remark));
}

}  // namespace trivium::analysis
