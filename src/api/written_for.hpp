// Which practice was written to carry something out, where the map finds that nothing is carried out: a break must not
// deny what somebody wrote, though no link comes of it.
#pragma once

#include "fit/chains.hpp"

namespace trivium::api {

enum class Meant {
  nothing,   // nothing was written
  this_one,  // it may be what the break is about, in other words
  something  // it is the name of nothing here, and nobody has said by a link what it means
};
TRIVIUM_NAMES(Meant, nothing, this_one, something)

struct Written {
  Meant meant = Meant::nothing;
  std::size_t practice = 0;  // of which it was written
};

// Of a break on paper or of a practice without a reason; nothing of any other.
Written written_for(const fit::Picture& picture, const fit::Break& found);

}  // namespace trivium::api
