// The page templates, web/pages/*.mustache, ready for every language: partials put in, fixed words put in, indentation
// taken out. What is left for a request is its record.
#pragma once

#include "server/page_data.hpp"

#include <expected>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace trivium::server {

class Pages {
 public:
  // Reasons name the file: a template that cannot be read, a partial that is not there, words nobody has.
  static std::expected<Pages, std::vector<std::string>> load(const std::filesystem::path& folder,
                                                             const words::Words& words);

  // What the page itself says, then that inside the layout. `data` is the record's with the chrome added.
  std::string content(const std::string& page, const std::string& language, PageData& data) const;
  std::string around(const std::string& content, const std::string& language, PageData& data) const;
  [[nodiscard]] bool has(const std::string& page) const;

 private:
  struct Template;
  explicit Pages(const words::Words& words) : words_{&words} {}

  const words::Words* words_;
  // By "<language>/<page>". Shared, because std::expected cannot carry a map of unique ones whose type is private.
  std::map<std::string, std::shared_ptr<Template>, std::less<>> templates_;
  std::map<std::string, std::map<std::string, std::string>, std::less<>>
      self_holding_;  // by language: partials that hold themselves
};

}  // namespace trivium::server
