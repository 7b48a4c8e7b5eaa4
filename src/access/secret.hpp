// Passwords and single-use keys. Only hashes are stored: argon2id for passwords, BLAKE2b for keys that are random
// already.
#pragma once

#include <string>
#include <string_view>

namespace trivium::access {

// 32 random bytes as text for an address or a cookie.
std::string new_key();
std::string key_hash(std::string_view key);

// Each takes 64 MiB while it works; at most two run at once, the others wait.
std::string password_hash(const std::string& password);
bool password_fits(const std::string& hash, const std::string& password);

// Takes the time of a real comparison, so that an unknown address cannot be told from a wrong password.
void compare_with_nobody(const std::string& password);

}  // namespace trivium::access
