// trivium measure list | manual | NAME: every analysis of the catalogue as a command, its options made from the entry.
#pragma once

#include "app/measure_typed.hpp"
#include "words/words.hpp"

#include <CLI/CLI.hpp>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace trivium::app {

class MeasureCommand {
 public:
  // The words are those of the sub-commands' help.
  MeasureCommand(CLI::App& program, const words::Words& words, std::string language);

  bool chosen() const { return command_->parsed(); }
  // Whether one of those there are was chosen: otherwise the name is what has to be put right, before any option.
  bool named() const { return chosen() && !command_->get_subcommands().empty(); }
  // Whether another one was.
  bool misnamed() const { return chosen() && !named() && !no_measure_.empty(); }
  // What the program ends with: 0 done, 1 something in the files or settings has to be put right, 130 stopped.
  int run() const;

 private:
  std::string say(const std::string& key, const words::Args& args = {}) const {
    return words_.say(language_, key, args);
  }
  void add(const analysis::Analysis& analysis);
  std::string answer_of(const analysis::Analysis& analysis) const;
  void add_language(CLI::App& one);
  void add_reading(CLI::App& one);
  void list() const;
  void print_manual() const;
  int run(const analysis::Analysis& analysis) const;
  int which() const;
  int does_not_fit() const;
  void tell(const shape::Flaws& flaws) const;
  void tell(const analysis::Analysis& analysis, const analysis::Refusal& refusal) const;
  void remark(const analysis::Account& account) const;

  const words::Words& words_;
  std::string language_;
  CLI::App* command_;
  CLI::App* list_;
  CLI::App* manual_;
  std::map<const analysis::Analysis*, CLI::App*> commands_;
  MeasureTyped typed_;
  std::string no_measure_;
};

}  // namespace trivium::app
