// One field of an answer written anew from the words of a document.
#pragma once

#include "api/word_task.hpp"
#include "shape/flaw.hpp"

namespace trivium::api {

// Into the answer, as far as the framework takes it; flaws where it does not, and then nothing is changed. A row that
// is not there any more is no flaw: it is put back.
std::optional<shape::Flaw> put_into(triangle::Answer& answer, const WordTask& task, const WordKey& key,
                                    const std::string& text);

// Once everything is in: an answer that says something stands as written, unless it is said otherwise; one that was
// emptied is open again.
void settle_standing(triangle::Answer& answer);

}  // namespace trivium::api
