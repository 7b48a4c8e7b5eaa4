// Which row is which, where somebody retypes a list: there is no handle to put two rows in another order, so people
// type each in the other's place, and the ids that the form sends stay where they were.
#pragma once

#include "shape/json.hpp"

namespace trivium::api {

// Of an answer's facets: each row gets the id of the one that said the same before, so that what names a row, ticks and
// links, goes where its text went. A row that was reworded keeps its id; no id stands twice.
void stay_with_texts(shape::Json& facets, const shape::Json& before);

}  // namespace trivium::api
