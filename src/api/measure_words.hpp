// What is said of a measure's tables, its settings and the columns of its answer. Most names mean the same wherever
// they stand and have one sentence; where a measure means something else by one, it has a sentence of its own.
#pragma once

#include "evidence/described_table.hpp"
#include "words/words.hpp"

#include <string>

namespace trivium::api {

// Of "setting.horizon" or "gives.jobs", the key of the measure's own sentence where there is one, or of the shared one.
std::string measure_key(const words::Words& words, const std::string& language, const std::string& measure,
                        const std::string& of);

// With a full stop, whether or not the words are a sentence where they stand alone.
std::string sentence(std::string text);

// The column's name; one that need not be there is called so.
std::string column_called(const words::Words& words, const std::string& language, const evidence::Column& column);

}  // namespace trivium::api
