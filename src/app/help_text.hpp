// Help as CLI11 lays it out, in the reader's language and within 80 letters.
#pragma once

#include "words/words.hpp"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace trivium::app {

// What stands for a file or a value behind an option: ARCHIVO for FILE.
std::string placeholder(const words::Words& words, const std::string& language, const std::string& type);

class HelpText : public CLI::Formatter {
 public:
  HelpText(const words::Words& words, const std::string& language);

  std::string make_group(std::string group, bool is_positional, std::vector<const CLI::Option*> options) const override;
  std::string make_subcommands(const CLI::App* app, CLI::AppFormatMode mode) const override;
  std::string make_expanded(const CLI::App* sub) const override;
  std::string make_option_name(const CLI::Option* option, bool is_positional) const override;
  std::string make_option_opts(const CLI::Option* option) const override;
  std::string make_option_desc(const CLI::Option* option) const override;
};

}  // namespace trivium::app
