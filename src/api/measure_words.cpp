#include "api/measure_words.hpp"

namespace trivium::api {

std::string measure_key(const words::Words& words, const std::string& language, const std::string& measure,
                        const std::string& of) {
  auto own = "measure." + measure + "." + of;
  return words.knows(language, own) ? own : "measure." + of;
}

}  // namespace trivium::api
