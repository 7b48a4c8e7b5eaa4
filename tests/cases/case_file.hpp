// Reading a .case file: what is asked and by whom, and what is promised.
//
//   # A sentence that says what is shown.
//   as ana
//   POST /assessments/{ana's table}/tasks/A1
//   {"revision": 0, "notes": "- films"}
//   ---
//   200
//   {"task": "A1", "revision": 1, "saved_at": "***", "state": "in_progress", "facets": {}}
//   must not appear: words of bo
//
// "***" stands for anything. A promised object may leave members out; a promised list is complete. Several exchanges
// in one file are parted by "===" and follow one another in the same world.
#pragma once

#include <string>
#include <vector>

namespace trivium::cases {

struct Exchange {
  std::string claim;
  std::string who;  // "nobody" where the file does not say
  std::string method;
  std::string path;
  std::string accept = "application/json";  // "accept: text/html" asks for the page
  std::string body;                         // JSON, or a form where it does not begin with "{"
  int status = 0;
  std::string promised;                  // JSON; "" where only the status counts
  std::vector<std::string> must_appear;  // words in the answer, for pages
  std::vector<std::string> must_not_appear;
};

// Throws std::runtime_error with the line where a file cannot be read.
std::vector<Exchange> exchanges_in(const std::string& text);

}  // namespace trivium::cases
