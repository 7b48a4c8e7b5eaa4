// What was said of rows (only this region, without that one, kept back where) and met none of them: a slip of a letter
// is a choice that was not made, and the numbers are others than one thinks.
#pragma once

#include "analysis/account.hpp"
#include "analysis/reading.hpp"
#include "evidence/rows.hpp"

#include <vector>

namespace trivium::analysis {

class ChoicesMet {
 public:
  explicit ChoicesMet(const Reading& reading) : reading_{reading}, met_(reading.rows.size(), false) {}

  // After each table that was read.
  void note(const evidence::DescribedTable& table, const evidence::Tally& tally);
  // Once all are read: a choice without a table before it is meant for all of them, and one that has it is enough.
  void remark(std::vector<Remark>& remarks) const;

 private:
  const Reading& reading_;
  std::vector<bool> met_;
  bool met_kept_ = false;
};

}  // namespace trivium::analysis
