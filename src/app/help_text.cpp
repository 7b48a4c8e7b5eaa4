#include "app/help_text.hpp"

#include "app/lines.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace trivium::app {
namespace {

using Label = std::pair<std::string_view, std::string_view>;  // CLI11's word, and the key of ours

constexpr std::array<Label, 8> kParts{Label{"REQUIRED", "required"},    Label{"Usage", "usage"},
                                      Label{"OPTIONS", "options_here"}, Label{"SUBCOMMAND", "command"},
                                      Label{"SUBCOMMANDS", "commands"}, Label{"Positionals", "positionals"},
                                      Label{"Options", "options"},      Label{"Subcommands", "commands_there"}};
constexpr std::array<Label, 12> kTypes{Label{"FILE", "file"},
                                       Label{"FOLDER", "folder"},
                                       Label{"VALUE", "value"},
                                       Label{"TEXT", "text"},
                                       Label{"UINT", "whole"},
                                       Label{"INT", "whole"},
                                       Label{"MARK", "mark"},
                                       Label{"ROW", "row"},
                                       Label{"COLUMN", "column"},
                                       Label{"OURS=THEIRS", "ours_theirs"},
                                       Label{"COLUMN=TEXT", "column_text"},
                                       Label{"COLUMN=AMOUNT", "column_amount"}};

constexpr std::size_t kMeaning = 50;  // letters beside the 30 of the names

std::string key(std::string_view label) { return "command.label." + std::string{label}; }

}  // namespace

std::string placeholder(const words::Words& words, const std::string& language, const std::string& type) {
  const auto* found = std::ranges::find(kTypes, std::string_view{type}, &Label::first);
  return found == kTypes.end() ? type : words.say(language, key(found->second));
}

HelpText::HelpText(const words::Words& words, const std::string& language) {
  for (const auto& [theirs, ours] : kParts) label(std::string{theirs}, words.say(language, key(ours)));
  for (const auto& [theirs, ours] : kTypes) label(std::string{theirs}, words.say(language, key(ours)));
  label("NAME", words.say(language, key("name")));
}

std::string HelpText::make_group(std::string group, bool is_positional, std::vector<const CLI::Option*> options) const {
  return CLI::Formatter::make_group(get_label(std::move(group)), is_positional, std::move(options));
}

std::string HelpText::make_subcommands(const CLI::App* app, CLI::AppFormatMode mode) const {
  return CLI::detail::find_and_replace(CLI::Formatter::make_subcommands(app, mode), "\nSubcommands:\n",
                                       "\n" + get_label("Subcommands") + ":\n");
}

// A group of options of which so many are taken has a title and no name: the title says how many. The library gives it
// an option of its own for help, which stands among those of the command already.
std::string HelpText::make_expanded(const CLI::App* sub) const {
  if (!sub->get_name().empty()) return CLI::Formatter::make_expanded(sub);
  const auto all_but_help = [help = sub->get_help_ptr()](const CLI::Option* one) { return one != help; };
  return make_group(sub->get_group(), false, sub->get_options(all_but_help));
}

std::string HelpText::make_option_name(const CLI::Option* option, bool is_positional) const {
  const auto name = CLI::Formatter::make_option_name(option, is_positional);
  return is_positional ? get_label(name) : name;
}

// Behind the colon of a type stands what is allowed.
std::string HelpText::make_option_opts(const CLI::Option* option) const {
  auto text = CLI::Formatter::make_option_opts(option);
  const auto type = option->get_type_name();
  const auto colon = type.find(':');
  if (colon == std::string::npos || !text.starts_with(" " + type)) return text;
  return " " + get_label(type.substr(0, colon)) + ":" + get_label(type.substr(colon + 1)) +
         text.substr(1 + type.size());
}

std::string HelpText::make_option_desc(const CLI::Option* option) const {
  std::string made;
  for (const auto& line : lines(option->get_description(), kMeaning))
    made.append(made.empty() ? "" : "\n").append(line);
  return made;
}

}  // namespace trivium::app
