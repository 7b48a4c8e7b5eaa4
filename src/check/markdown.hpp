#pragma once

#include <string>
#include <vector>

namespace trivium::check {

// What a Markdown text says that can be compared with the code. Only as much of Markdown as our documents use: fenced
// and indented code, `spans`, [links](to), # headings, | tables |.
struct Passage {
  int line = 0;
  std::string text;
};

struct Markdown {
  std::vector<Passage> spans;  // inside backticks
  std::vector<Passage> code;   // lines of code blocks, without indentation
  std::vector<Passage> links;  // where a link leads
  std::vector<Passage> headings;
  std::vector<Passage> rows;  // of tables
};

Markdown markdown(const std::vector<std::string>& lines);

// The name a heading is linked by: "Who sees what?" → "who-sees-what".
std::string anchor(const std::string& heading);

}  // namespace trivium::check
