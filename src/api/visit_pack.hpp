// The visit as a document to bring along: the plan, what there is to talk about, and as annex the tables that the
// reader may read.
#pragma once

#include "api/visit_page.hpp"
#include "document/write.hpp"

namespace trivium::api {

// All of it but the annex, in the reader's words; at most eight pages for four managers.
std::vector<document::Section> sections_of(const VisitPage& page, const words::Words& words,
                                           const std::string& language);

struct WriteVisitPack {
  const House& house;
  const document::Workshop& workshop;
  document::Format format;
  Outcome<Download> operator()(const VisitAddress& given, const Asking& asking) const;
};

}  // namespace trivium::api
