#include "app/not_understood.hpp"

#include "app/nearest.hpp"

#include <algorithm>
#include <cctype>
#include <ranges>
#include <utility>

namespace trivium::app {
namespace {

// A minus before a number is no option's.
bool is_option(const std::string& typed) {
  return typed.size() > 1 && typed[0] == '-' && std::isdigit(static_cast<unsigned char>(typed[1])) == 0 &&
         typed[1] != '.';
}

// Also of the groups of a command, which have no name.
void add_options(const CLI::App& command, std::vector<std::string>& names) {
  for (const auto* option : command.get_options()) {
    for (const auto& name : option->get_lnames()) names.push_back(name);
  }
  for (const auto* group : command.get_subcommands(nullptr)) {
    if (group->get_name().empty()) add_options(*group, names);
  }
}

struct Typed {
  std::vector<std::string> options;                         // of the commands that were named
  std::vector<std::pair<std::string, std::string>> behind;  // an option, and the last of them that takes it
  std::vector<std::string> commands;                        // of the last of them
};

Typed could_be_typed(const CLI::App& program) {
  Typed found;
  const CLI::App* command = &program;
  std::string named_so_far = "trivium";
  for (;;) {
    const auto before = found.options.size();
    add_options(*command, found.options);
    for (auto at = before; at < found.options.size(); ++at) found.behind.emplace_back(found.options[at], named_so_far);
    const auto named = command->get_subcommands();
    const auto next = std::ranges::find_if(named, [](const auto* one) { return !one->get_name().empty(); });
    if (next == named.end()) break;
    command = *next;
    named_so_far += " " + command->get_name();
  }
  for (const auto* one : command->get_subcommands(nullptr)) {
    if (!one->get_name().empty()) found.commands.push_back(one->get_name());
  }
  return found;
}

}  // namespace

std::vector<std::string> not_understood(const CLI::App& program, const words::Words& words,
                                        const std::string& language) {
  const auto say = [&](const char* key, const words::Args& args) { return words.say(language, key, args); };
  const auto left = program.remaining(true);
  const auto typed = could_be_typed(program);
  std::vector<std::string> sentences;
  for (const auto& word : left) {
    if (!is_option(word)) continue;
    const auto given = word.substr(0, word.find('='));
    const auto name = std::min(given.find_first_not_of('-'), given.size());  // hyphens alone have none
    const auto behind =
        std::ranges::find(typed.behind | std::views::reverse, given, [](const auto& one) { return "--" + one.first; });
    if (behind != typed.behind.rend()) {
      sentences.push_back(say("command.option_behind", {{"given", given}, {"command", behind->second}}));
      continue;
    }
    const auto meant = nearest(given.substr(name), typed.options);
    sentences.push_back(meant ? say("command.no_option_but", {{"given", given}, {"nearest", "--" + *meant}})
                              : say("command.no_option", {{"given", given}}));
  }
  if (!sentences.empty() || left.empty()) return sentences;
  if (auto no_command = no_such_command(program, words, language)) return {std::move(*no_command)};
  return {say("command.no_place", {{"given", left.front()}})};
}

std::optional<std::string> no_such_command(const CLI::App& program, const words::Words& words,
                                           const std::string& language) {
  const auto left = program.remaining(true);
  auto typed = could_be_typed(program);
  if (left.empty() || std::ranges::any_of(left, is_option) || typed.commands.empty()) return std::nullopt;
  const auto meant = nearest(left.front(), std::move(typed.commands));
  return meant ? words.say(language, "command.no_command_but", {{"given", left.front()}, {"nearest", *meant}})
               : words.say(language, "command.no_command", {{"given", left.front()}});
}

}  // namespace trivium::app
