#include "api/measure_words.hpp"

#include <string_view>

namespace trivium::api {

std::string measure_key(const words::Words& words, const std::string& language, const std::string& measure,
                        const std::string& of) {
  auto own = "measure." + measure + "." + of;
  return words.knows(language, own) ? own : "measure." + of;
}

std::string sentence(std::string text) {
  if (!text.empty() && !std::string_view{".?!"}.contains(text.back())) text += '.';
  return text;
}

std::string column_called(const words::Words& words, const std::string& language, const evidence::Column& column) {
  return column.stands == evidence::Column::Stands::where_there_is_one
             ? words.say(language, "measure.column_if_any", {{"column", column.name}})
             : column.name;
}

}  // namespace trivium::api
