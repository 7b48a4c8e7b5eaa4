// trivium fit FILE: the fit map and the agenda of an exported table, in the terminal.
#pragma once

#include <string>

namespace trivium::app {

struct FitOptions {
  std::string file;
  std::string language = "en";
  // What was counted of the cluster, as it is pasted on its page; "" for none. It is the cluster's and no part of a
  // table's file; without it nothing can speak against the stage.
  std::string numbers;
  std::string decimal = "point";
};

// 0; 1 where a file cannot be read, with a sentence per flaw; 2 where Trivium's own content cannot.
int print_fit(const FitOptions& options);

}  // namespace trivium::app
