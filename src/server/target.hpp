// What a request asks for, as it stands in its first line.
#pragma once

#include <string>
#include <string_view>

namespace trivium::server {

// The path of a target. One that is a whole address (RFC 9112, section 3.2.2) asks for its path here: which host it
// names is heeded as little as the Host header, and is never said again.
std::string path_of_target(std::string_view target);

}  // namespace trivium::server
