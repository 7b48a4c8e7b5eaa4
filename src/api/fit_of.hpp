// The fit map of a table, from its answers and links alone: no store, no visitor. The page and the command line show
// the same.
#pragma once

#include "api/fit_page.hpp"
#include "api/open_table.hpp"
#include "api/picture_of.hpp"

namespace trivium::api {

struct FitSources {
  const words::Words& words;
  const framework::Framework& framework;
  const framework::Texts& texts;
  const guidance::Guidance& guidance;
  const std::string& language;
  AnswersByTask answers;
  std::vector<triangle::DrawnLink> links;
  std::vector<FitContradiction> contradictions = {};  // between what is said and what was counted
  guidance::EarlierTables earlier = {};               // of the same manager and cluster
};

// What is stored of a table that somebody opened.
FitSources sources_of(store::Session& session, const House& house, const OpenTable& open);

// Everything of the page but whose it is and who may do what.
FitPage fit_of(const FitSources& from);

}  // namespace trivium::api
