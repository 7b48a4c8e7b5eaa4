// Why a case speaks to a table, as sentences in the reader's language with the answers they come from.
#pragma once

#include "api/fit_page.hpp"
#include "library/choice.hpp"

namespace trivium::api {

struct CaseReason {
  std::string kind;  // same_stage, shares_mechanism …
  std::string sentence;
  std::vector<FitRecord> records;
};
TRIVIUM_SHAPE(CaseReason, kind, sentence, records)

std::vector<CaseReason> reasons_in_words(const std::vector<library::Reason>& reasons, const House& house,
                                         const OpenTable& open);

}  // namespace trivium::api
