#include "api/first_run_page.hpp"

#include "access/invitation.hpp"
#include "access/person.hpp"
#include "access/secret.hpp"
#include "api/noted.hpp"
#include "api/typed_text.hpp"

namespace trivium::api {

Outcome<FirstRunPage> ShowFirstRun::operator()(const FirstRunKey& given, const Asking& asking) const {
  return store.read([&](store::Session& session) -> Outcome<FirstRunPage> {
    if (!access::set_up_key_is_good(session, given.key, asking.now)) return refuse(Why::gone);
    return FirstRunPage{.key = given.key,
                        .data_folder = data_folder,
                        .sample = !access::illustrated_people(session).empty(),
                        .name = {},
                        .email = {}};
  });
}

Outcome<Done<Noted>> SetUpHouse::operator()(const SetUp& given, const Asking& asking) const {
  const bool good =
      store.read([&](store::Session& session) { return access::set_up_key_is_good(session, given.key, asking.now); });
  if (!good) return refuse(Why::gone);
  shape::Flaws flaws;
  const std::string name = line_of_text(given.name, "/name", flaws);
  const auto email = access::email_address(given.email);
  if (!email) flaws.push_back({"/email", "flaw.email", {}});
  check_password(given.password, flaws);
  if (!flaws.empty()) return put_right(std::move(flaws));
  const std::string password = access::password_hash(given.password);
  return store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    // Used and made in one transaction: of twenty people who press the button at once, one becomes the host.
    if (!access::use_set_up_key(session, given.key, asking.now) || access::anybody_hosts(session))
      return refuse(Why::gone);
    if (access::person_with_email(session, *email)) return put_right("/email", "flaw.email_taken");
    const access::Person host{.id = access::PersonId::fresh(),
                              .name = name,
                              .email = *email,
                              .password = password,
                              .language = asking.language,
                              .hosts = true,
                              .illustration = false,
                              .created_at = asking.now};
    access::add(session, host);
    note(session, asking, Deed::house_set_up, {}, host.id);
    return Done<Noted>{.record = {},
                       .go_to = "/clusters",
                       .notice = "notice.set_up",
                       .session_key = access::start_session(session, host.id, asking.device, asking.now)};
  });
}

Outcome<Done<Noted>> LookRound::operator()(const LoadSample& given, const Asking& asking) const {
  return store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    if (!access::set_up_key_is_good(session, given.key, asking.now)) return refuse(Why::gone);
    const auto person = sample.settle(session, asking.language, asking.now);
    note(session, asking, Deed::sample_put_in);
    return Done<Noted>{.record = {},
                       .go_to = "/",
                       .notice = "notice.sample_loaded",
                       .session_key = access::start_session(session, person, asking.device, asking.now)};
  });
}

}  // namespace trivium::api
