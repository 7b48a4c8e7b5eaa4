// trivium flows: job changes counted in the engine where the register is, or the SQL for it printed, to be run by those
// who may. Only pairs of industries come back, none under the threshold.
#pragma once

#include "words/words.hpp"

#include <CLI/CLI.hpp>

#include <string>

namespace trivium::app {

class FlowsCommand {
 public:
  FlowsCommand(CLI::App& program, const words::Words& words, std::string language);

  bool chosen() const { return command_->parsed(); }
  int run() const;

 private:
  const words::Words& words_;
  std::string language_;
  CLI::App* command_;
  std::string table_;
  std::string worker_ = "worker";
  std::string year_ = "year";
  std::string establishment_ = "establishment";
  std::string industry_ = "industry";
  std::uint64_t least_ = 10;
  std::string print_;
  std::string postgres_;
  std::string odbc_;
  std::string dialect_ = "postgresql";
  std::string out_;
};

}  // namespace trivium::app
