// trivium measure manual: every measure on one manual page, made from the commands, which are made from the catalogue.
// It can be read with `man -l`, or be put where man looks for pages.
#pragma once

#include "analysis/analysis.hpp"
#include "words/words.hpp"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace trivium::app {

struct MeasureHelp {
  const analysis::Analysis& analysis;
  const CLI::App& command;
};

// In the language that the commands were made in. The day stands at the foot of the page.
std::string manual(const std::vector<MeasureHelp>& measures, const words::Words& words, const std::string& language,
                   const std::string& day);

}  // namespace trivium::app
