#include "app/password_command.hpp"

#include "access/given_password.hpp"
#include "access/secret.hpp"
#include "store/store.hpp"
#include "trail/chain.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace trivium::app {
int give_password(const Records& records, const std::string& email) {
  store::Store store{{.url = url_of(records), .readers = 1}};
  const auto typed = access::email_address(email);
  const auto person =
      typed ? store.read([&](store::Session& session) { return access::person_with_email(session, *typed); })
            : std::nullopt;
  if (!person || person->illustration) {
    fmt::print(stderr, "Nobody here signs in with the address {}.\n", email);
    return 1;
  }
  const auto password = access::spoken_password();
  const auto hash = access::password_hash(password);
  const auto now = shape::now();
  store.write([&](store::Session& session) {
    access::give_password(session, person->id, hash, now);
    trail::note(
        session,
        trail::Entry{
            .at = now, .who = trail::kConsole, .deed = trail::Deed::password_changed, .about = person->id.text});
  });
  fmt::print(
      "{} signs in with: {}\nShe or he is signed out everywhere, and should choose another on the account's page.\n",
      person->email, password);
  return 0;
}

}  // namespace trivium::app
