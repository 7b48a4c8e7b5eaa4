// trivium framework use: which task feeds which view.
#pragma once

#include <string>

namespace trivium::app {

int print_use(const std::string& language);

}  // namespace trivium::app
