#include "cases/case_file.hpp"

#include <fmt/format.h>

#include <sstream>
#include <stdexcept>

namespace trivium::cases {
namespace {

bool take(std::string& line, const std::string& start) {
  if (!line.starts_with(start)) return false;
  line.erase(0, start.size());
  return true;
}

Exchange read_one(const std::vector<std::string>& lines, int first_line) {
  Exchange exchange;
  exchange.who = "nobody";
  enum class Part { head, body, status, promise } part = Part::head;
  int number = first_line - 1;
  for (std::string line : lines) {
    ++number;
    if (line == "---") {
      part = Part::status;
    } else if (part == Part::head) {
      if (take(line, "# ")) exchange.claim += (exchange.claim.empty() ? "" : " ") + line;
      else if (take(line, "as ")) exchange.who = line;
      else if (take(line, "accept: ")) exchange.accept = line;
      else if (line.starts_with("GET ") || line.starts_with("POST ")) {
        exchange.method = line.substr(0, line.find(' '));
        exchange.path = line.substr(line.find(' ') + 1);
        part = Part::body;
      } else if (!line.empty()) {
        throw std::runtime_error{fmt::format("line {}: \"{}\" is neither a claim nor a request", number, line)};
      }
    } else if (part == Part::body) {
      exchange.body += line + "\n";
    } else if (part == Part::status) {
      if (line.empty()) continue;
      exchange.status = std::stoi(line);
      part = Part::promise;
    } else if (take(line, "must not appear: ")) {
      exchange.must_not_appear.push_back(line);
    } else if (take(line, "must appear: ")) {
      exchange.must_appear.push_back(line);
    } else if (!line.empty()) {
      exchange.promised += line + "\n";
    }
  }
  while (exchange.body.ends_with('\n')) exchange.body.pop_back();
  if (exchange.claim.empty() || exchange.method.empty() || exchange.status == 0) {
    throw std::runtime_error{
        fmt::format("line {}: an exchange needs a claim (# …), a request and a status", first_line)};
  }
  return exchange;
}

}  // namespace

std::vector<Exchange> exchanges_in(const std::string& text) {
  std::vector<Exchange> exchanges;
  std::vector<std::string> lines;
  std::istringstream stream{text};
  std::string line;
  int number = 0;
  int first = 1;
  while (std::getline(stream, line)) {
    ++number;
    if (line == "===") {
      exchanges.push_back(read_one(lines, first));
      lines.clear();
      first = number + 1;
    } else {
      lines.push_back(line);
    }
  }
  exchanges.push_back(read_one(lines, first));
  return exchanges;
}

}  // namespace trivium::cases
