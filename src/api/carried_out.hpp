// What was written that a practice carries out, held against the instruments the table names.
#pragma once

#include "api/wording.hpp"

namespace trivium::api {

struct CarriedOut {
  std::vector<std::size_t> named;     // named word for word: that is a link
  std::vector<std::size_t> supposed;  // named in other words, most of them the instrument's: that may be meant
  std::string names_nothing;          // the parts of it that no instrument is called; "" where each is one's name
};

CarriedOut carried_out(const std::string& text, const std::vector<Wording>& instruments);

}  // namespace trivium::api
