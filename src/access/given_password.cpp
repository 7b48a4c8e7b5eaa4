#include "access/given_password.hpp"

#include <sodium.h>

#include <string_view>

namespace trivium::access {

std::string spoken_password() {
  constexpr std::string_view kConsonants = "bcdfghjklmnpqrstvwxz";
  constexpr std::string_view kVowels = "aeiou";
  const auto one_of = [](std::string_view letters) {
    return letters[randombytes_uniform(static_cast<std::uint32_t>(letters.size()))];
  };
  std::string password;
  for (int syllable = 0; syllable < 8; ++syllable) {
    if (syllable > 0 && syllable % 2 == 0) password += '-';
    password += one_of(kConsonants);
    password += one_of(kVowels);
  }
  return password;
}

void give_password(store::Session& session, const PersonId& person, const std::string& hash,
                   const shape::Instant& now) {
  session.run("update people set password = :password where id = :id", {{"password", hash}, {"id", person}});
  session.run("update sessions set ended_at = :now where person = :person and ended_at is null",
              {{"now", now}, {"person", person}});
}

}  // namespace trivium::access
