// A request and its answer, as everything above the socket sees them.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace trivium::server {

struct Request {
  std::string method;                          // GET, POST
  std::string path;                            // still escaped, without the query
  std::string query;                           // without "?"
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;
  std::string address;  // of the other end

  [[nodiscard]] std::string header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string{} : found->second;
  }
};

struct Response {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;

  Response& with(std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
  }
};

}  // namespace trivium::server
