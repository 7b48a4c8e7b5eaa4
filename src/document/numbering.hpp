// Which paragraphs of a foreign DOCX are bullets or numbered: by numbers that lead to a definition, or by their style.
#pragma once

#include <pugixml.hpp>

#include <map>
#include <string>
#include <utility>

namespace trivium::document {

enum class Listed { not_at_all, bullet, numbered };

struct ListPlace {
  Listed listed = Listed::not_at_all;
  int level = 0;  // from 0
};

class Numbering {
 public:
  // Either may be empty.
  Numbering(const pugi::xml_document& numbering, const pugi::xml_document& styles);

  // properties: w:pPr
  [[nodiscard]] ListPlace place(pugi::xml_node properties) const;
  // The label above a part, by whatever id its style has now.
  [[nodiscard]] bool is_label(pugi::xml_node properties) const;

 private:
  [[nodiscard]] ListPlace place_in(pugi::xml_node number_properties) const;

  std::map<std::string, std::map<int, Listed>, std::less<>> levels_;  // by number
  std::map<std::string, ListPlace, std::less<>> by_style_;
  std::string label_style_;
};

}  // namespace trivium::document
