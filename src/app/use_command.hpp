// trivium framework use: which task feeds which view.
#pragma once

namespace trivium::app {

int print_use();

}  // namespace trivium::app
