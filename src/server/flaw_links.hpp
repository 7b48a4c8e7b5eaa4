// What has to be put right, as a page says it: at its field, and above them all as a list whose entries lead there.
#pragma once

#include "server/page_data.hpp"

#include <string>
#include <vector>

namespace trivium::server {

struct SaidFlaw {
  std::string pointer;   // "/facets/activities/2/name"
  std::string sentence;  // in the reader's language
};

std::vector<SaidFlaw> in_words(const shape::Flaws& flaws, const words::Words& words, const std::string& language);

// {{wrong.email}}: by the first step of the pointer; the first flaw counts.
PageData wrong_by_field(const std::vector<SaidFlaw>& flaws);

// {{#flaws}}{{message}}{{anchor}}{{/flaws}}. An anchor is the nearest element that `content` (HTML) has an id for:
// "facets-activities-2-name", else "facets-activities-2" and so on; none where the page has no such field.
PageData links_to(const std::vector<SaidFlaw>& flaws, const std::string& content);

}  // namespace trivium::server
