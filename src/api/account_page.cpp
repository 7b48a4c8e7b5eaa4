#include "api/account_page.hpp"

#include "access/calendar_link.hpp"
#include "access/reminder.hpp"
#include "access/secret.hpp"
#include "api/noted.hpp"
#include "api/typed_text.hpp"
#include "personal/erase.hpp"
#include "sample/sample_city.hpp"
#include "trail/chain.hpp"

#include <algorithm>
#include <array>

namespace trivium::api {
namespace {

// "Firefox · Windows" out of what a browser says of itself; as it came where nothing of it is known.
std::string device_name(const std::string& said) {
  using Names = std::array<std::pair<std::string_view, std::string_view>, 6>;
  // The first that fits: Edge and Opera also call themselves Chrome, Chrome also calls itself Safari.
  constexpr Names kBrowsers{{{"Edg", "Edge"},
                             {"OPR/", "Opera"},
                             {"Firefox/", "Firefox"},
                             {"Chrome/", "Chrome"},
                             {"CriOS/", "Chrome"},
                             {"Safari/", "Safari"}}};
  constexpr Names kSystems{{{"Android", "Android"},
                            {"iPhone", "iPhone"},
                            {"iPad", "iPad"},
                            {"Windows", "Windows"},
                            {"Mac OS", "macOS"},
                            {"Linux", "Linux"}}};
  const auto first = [&](const Names& names) {
    const auto found = std::ranges::find_if(names, [&](const auto& name) { return said.contains(name.first); });
    return found == names.end() ? std::string{} : std::string{found->second};
  };
  const std::string browser = first(kBrowsers);
  const std::string system = first(kSystems);
  if (browser.empty()) return said;
  return system.empty() ? browser : browser + " · " + system;
}

// Who asks, their password given once more. Each wrong one counts as a try to sign in.
Outcome<access::Person> proved(store::Store& store, const Asking& asking, const std::string& password) {
  auto person = store.read([&](store::Session& session) { return access::person(session, asking.visitor->person); });
  if (!person || !person->password) return refuse(Why::not_yours);
  const auto counted = store.write(
      [&](store::Session& session) { return access::count_try(session, person->email, asking.address, asking.now); });
  if (!counted) return refuse(Why::too_many_tries);
  if (!access::password_fits(*person->password, password)) return put_right("/current", "flaw.wrong_password");
  store.write([&](store::Session& session) { access::forgive_try(session, *counted); });
  return *std::move(person);
}

}  // namespace

Outcome<SignInPage> ShowSignIn::operator()(const Nothing& /*nothing*/, const Asking& /*asking*/) const {
  return SignInPage{};
}

Outcome<Done<Noted>> SignPersonIn::operator()(const SignIn& given, const Asking& asking) const {
  const auto email = access::email_address(given.email);
  const auto counted = store.write([&](store::Session& session) {
    return access::count_try(session, email.value_or(""), asking.address, asking.now);
  });
  if (!counted) return refuse(Why::too_many_tries);
  std::optional<access::Person> person;
  if (email) person = store.read([&](store::Session& session) { return access::person_with_email(session, *email); });
  bool fits = false;
  if (person && person->password) fits = access::password_fits(*person->password, given.password);
  else access::compare_with_nobody(given.password);
  if (!fits) {
    const auto meant = person ? person->id : access::PersonId{};
    store.write([&](store::Session& session) {
      trail::note(
          session,
          trail::Entry{
              .at = asking.now, .deed = Deed::sign_in_refused, .about = meant.text, .result = trail::Result::refused});
    });
    return put_right("/email", "flaw.no_match");
  }
  return store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    access::forgive_try(session, *counted);
    // The cookie is replaced, so nobody could sign out of the session before in this browser.
    if (asking.visitor) access::end_session(session, asking.visitor->session, asking.visitor->person, asking.now);
    // Whoever was signed in here before is not who signs in.
    trail::note(
        session,
        trail::Entry{.at = asking.now, .who = person->id.text, .deed = Deed::signed_in, .about = person->id.text});
    return Done<Noted>{.record = {},
                       .go_to = "/",
                       .session_key = access::start_session(session, person->id, asking.device, asking.now),
                       .language = person->language};
  });
}

Outcome<Done<Noted>> SignOut::operator()(const Nothing& /*nothing*/, const Asking& asking) const {
  if (asking.visitor) {
    store.write([&](store::Session& session) {
      access::end_session(session, asking.visitor->session, asking.visitor->person, asking.now);
      note(session, asking, Deed::signed_out, {}, asking.visitor->person);
    });
  }
  return Done<Noted>{.record = {}, .go_to = "/", .notice = "notice.signed_out", .session_key = ""};
}

Outcome<Done<Noted>> EnterSampleCity::operator()(const EnterSample& given, const Asking& asking) const {
  return store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    const auto person = access::person(session, given.person);
    if (!person || !person->illustration) return refuse(Why::not_found);
    note(session, asking, Deed::sample_entered, {}, person->id);
    return Done<Noted>{.record = {},
                       .go_to = "/",
                       .session_key = access::start_session(session, person->id, asking.device, asking.now)};
  });
}

Outcome<Done<Noted>> RemoveSample::operator()(const Nothing& /*nothing*/, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  return store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    // Before anybody hosts, whoever looks round in it may also take it out: it is his own machine.
    const bool own_machine = asking.visitor->illustration && !access::anybody_hosts(session);
    if (!asking.visitor->hosts && !own_machine) return refuse(Why::not_yours);
    sample::remove_sample_city(session);
    note(session, asking, Deed::sample_taken_out);
    Done<Noted> done{.record = {}, .go_to = "/", .notice = "notice.sample_removed"};
    if (own_machine) done.session_key = "";
    return done;
  });
}

Outcome<AccountPage> ShowAccount::operator()(const Nothing& /*nothing*/, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  return store.read([&](store::Session& session) -> Outcome<AccountPage> {
    const auto person = access::person(session, asking.visitor->person);
    AccountPage page{.name = person->name,
                     .email = person->email,
                     .illustration = person->illustration,
                     .sessions = {},
                     .mails = mails,
                     .reminded = access::wants_reminders(session, person->id)};
    if (const auto link = access::calendar_link(session, person->id)) page.calendar_made_at = link->made_at;
    // The sample city's people are shared by everybody who looks round: their other visitors are nobody's business.
    for (const auto& open : access::open_sessions(session, person->id, asking.now)) {
      const bool this_one = open.id == asking.visitor->session;
      if (this_one || !person->illustration)
        page.sessions.push_back({open.id, device_name(open.device), open.last_seen_at, this_one});
    }
    return page;
  });
}

Outcome<Done<Noted>> ChangeOwnPassword::operator()(const ChangePassword& given, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  shape::Flaws flaws;
  check_password(given.password, flaws);
  if (!flaws.empty()) return put_right(std::move(flaws));
  const auto person = proved(store, asking, given.current);
  if (!person) return std::unexpected{person.error()};
  const std::string hash = access::password_hash(given.password);
  return store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    session.run("update people set password = :password where id = :id", {{"password", hash}, {"id", person->id}});
    // All sessions end, this one too: whoever may have copied its key is out, and a new one begins.
    access::end_other_sessions(session, asking.visitor->session, person->id, asking.now);
    access::end_session(session, asking.visitor->session, person->id, asking.now);
    note(session, asking, Deed::password_changed, {}, person->id);
    return Done<Noted>{.record = {},
                       .go_to = "/account",
                       .notice = "notice.password_changed",
                       .session_key = access::start_session(session, person->id, asking.device, asking.now)};
  });
}

Outcome<LeavingPage> ShowLeaving::operator()(const Nothing& /*nothing*/, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  return store.read([&](store::Session& session) -> Outcome<LeavingPage> {
    const auto person = access::person(session, asking.visitor->person);
    return LeavingPage{.email = person->email,
                       .illustration = person->illustration,
                       .only_host = personal::is_the_only_host(session, person->id)};
  });
}

Outcome<Done<Noted>> DeleteOwnAccount::operator()(const DeleteAccount& given, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  const auto person = proved(store, asking, given.current);
  if (!person) return std::unexpected{person.error()};
  const auto done =
      personal::erase_for_good(store, folder, {.person = *person, .by = person->id.text, .now = asking.now});
  if (done == personal::Erased::only_host) return put_right("/current", "flaw.only_host");
  return Done<Noted>{.record = {}, .go_to = "/", .notice = "notice.account_deleted", .session_key = ""};
}

Outcome<Done<Noted>> EndOwnSession::operator()(const EndSession& given, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  const bool ended = store.write([&](store::Session& session) {
    const bool there = access::end_session(session, given.session, asking.visitor->person, asking.now);
    if (there)
      note(session, asking, Deed::session_ended, record("session", given.session.text), asking.visitor->person);
    return there;
  });
  if (!ended) return refuse(Why::not_found);
  return Done<Noted>{.record = {}, .go_to = "/account", .notice = "notice.session_ended"};
}

Outcome<Done<Noted>> SpeakLanguage::operator()(const ChangeLanguage& given, const Asking& asking) const {
  if (std::ranges::find(languages, given.language) == languages.end()) {
    return put_right("/language", "flaw.unknown_choice", {{"given", given.language}});
  }
  if (asking.visitor && !asking.visitor->illustration) {
    store.write([&](store::Session& session) {
      session.run("update people set language = :language where id = :id",
                  {{"language", given.language}, {"id", asking.visitor->person}});
    });
  }
  // Only an address of our own: "//elsewhere" would lead out of the house, and so would "/\t/elsewhere", because
  // browsers leave tabs and line ends out.
  const std::string back = given.back.value_or("/");
  const bool ours = back.starts_with('/') && !back.starts_with("//") &&
                    std::ranges::none_of(back, [](unsigned char c) { return c <= ' ' || c == 0x7F || c == '\\'; });
  return Done<Noted>{.record = {}, .go_to = ours ? back : "/", .language = given.language};
}

}  // namespace trivium::api
