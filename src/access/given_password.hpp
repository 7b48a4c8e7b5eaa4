// A password for somebody who has forgotten hers, given by whoever runs the installation.
#pragma once

#include "access/person.hpp"

namespace trivium::access {

// To be read out over the telephone: eight syllables of 20 consonants and 5 vowels, 53 bits.
std::string spoken_password();

// Another password, as access/secret.hpp hashes it, and out wherever she was signed in.
void give_password(store::Session& session, const PersonId& person, const std::string& hash, const shape::Instant& now);

}  // namespace trivium::access
