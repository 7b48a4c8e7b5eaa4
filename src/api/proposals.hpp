// Links that might be there: pairs of a table's rows that nothing joins yet and that have something in common. None is
// ever drawn unasked.
//
// What a practice was written to carry out in other words than the instrument's comes before everything else: somebody
// said so. Else a reason is what both say: a telling word, the same people, or a mechanism both work by. What brings a
// pair forward besides is what it would mend: a problem no instrument takes up, an instrument that is for nothing or
// that nobody carries out, a practice that serves nothing. Of equals the problem that weighs more comes first. The
// three kinds come by turns, for a table with many practices would otherwise never hear of its unanswered problems.
#pragma once

#include "api/fit_words.hpp"

namespace trivium::api {

std::vector<FitProposal> proposals_for(const FitWords& said);

}  // namespace trivium::api
