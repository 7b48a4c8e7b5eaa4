// Where the program's own files lie: content, words, templates, style. In a checkout that is the checkout; installed,
// it is share/trivium beside the program.
#pragma once

#include <filesystem>

namespace trivium::app {

struct Share {
  std::filesystem::path data;   // framework/, words/, sample/, document/
  std::filesystem::path pages;  // templates
  std::filesystem::path files;  // style/, scripts/ as they are served
};

Share share();

}  // namespace trivium::app
