// What a person should know of a measure's numbers before using them, in sentences.
#pragma once

#include "analysis/account.hpp"
#include "words/words.hpp"

#include <string>
#include <vector>

namespace trivium::app {

// Of remarks of one kind the first ones, and how many more there are; the account holds all.
std::vector<std::string> sentences(const analysis::Account& account, const words::Words& words,
                                   const std::string& language);

}  // namespace trivium::app
