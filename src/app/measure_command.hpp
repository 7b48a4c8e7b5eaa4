// trivium measure list | NAME: every analysis of the catalogue as a command, its options made from the entry.
#pragma once

#include "analysis/run.hpp"
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
  // What the program ends with: 0 done, 1 something in the files or settings has to be put right, 130 stopped.
  int run() const;

 private:
  struct Typed {
    std::map<std::string, std::string> files;
    std::map<std::string, std::string> settings;
    std::vector<std::string> headers;
    std::vector<std::string> missing;
    std::vector<std::string> suppressed;
    std::string suppressed_where;
    std::string letters = "utf8";
    std::string decimal = ".";
    std::string thousands;
    std::string out;
    std::string form;
    std::string memory = "1GB";
    std::string spill;
    std::uint64_t seed = 1;
    unsigned threads = 2;
    bool leave_out_rows = false;
  };

  std::string say(const std::string& key, const words::Args& args = {}) const {
    return words_.say(language_, key, args);
  }
  void add(const analysis::Analysis& analysis);
  void add_reading(CLI::App& one);
  void list() const;
  std::expected<analysis::Request, shape::Flaws> request(const analysis::Analysis& analysis) const;
  int run(const analysis::Analysis& analysis) const;
  void tell(const shape::Flaws& flaws) const;
  void tell(const analysis::Refusal& refusal) const;
  void remark(const analysis::Account& account) const;

  const words::Words& words_;
  std::string language_;
  CLI::App* command_;
  CLI::App* list_;
  std::map<const analysis::Analysis*, CLI::App*> commands_;
  Typed typed_;
};

}  // namespace trivium::app
