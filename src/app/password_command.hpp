// trivium person password: a new password for somebody who has forgotten hers, and out wherever she was signed in.
#pragma once

#include "app/commands.hpp"

namespace trivium::app {

// Prints it, to be told to her; the server may be running. 1 where nobody has the address.
int give_password(const Records& records, const std::string& email);

}  // namespace trivium::app
