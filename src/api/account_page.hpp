// Signing in and out, and one's own account.
#pragma once

#include "api/asking.hpp"
#include "api/outcome.hpp"
#include "api/seen_by.hpp"
#include "shape/json.hpp"
#include "store/store.hpp"
#include "triangle/ids.hpp"

namespace trivium::api {

using SessionId = access::SignedInId;

struct SignInPage {  // GET /sign-in
  std::string email;
};
TRIVIUM_SHAPE(SignInPage, email)

struct SignIn {  // POST /sign-in
  std::string email;
  std::string password;
};
TRIVIUM_SHAPE(SignIn, email, password)

struct EnterSample {  // POST /sample/enter
  triangle::PersonId person;
};
TRIVIUM_SHAPE(EnterSample, person)

struct SessionLine {
  SessionId session;
  std::string device;
  shape::Instant last_seen;
  bool this_one;
};
TRIVIUM_SHAPE(SessionLine, session, device, last_seen, this_one)

struct AccountPage {  // GET /account
  std::string name;
  std::string email;
  bool illustration;  // a person of the sample city has no password to change
  std::vector<SessionLine> sessions;
  bool mails;                                        // this installation sends mail
  bool reminded;                                     // by mail, of what is due
  std::optional<shape::Instant> calendar_made_at{};  // the address for a calendar, where there is one
  std::optional<std::string> calendar_link{};        // shown once, right after it was made
};
TRIVIUM_SHAPE(AccountPage, name, email, illustration, sessions, mails, reminded, calendar_made_at, calendar_link)

struct ChangePassword {  // POST /account/password
  std::string current;
  std::string password;
};
TRIVIUM_SHAPE(ChangePassword, current, password)

struct LeavingPage {  // GET /account/delete
  std::string email;
  bool illustration;
  bool only_host;
};
TRIVIUM_SHAPE(LeavingPage, email, illustration, only_host)

struct DeleteAccount {  // POST /account/delete
  std::string current;  // password
};
TRIVIUM_SHAPE(DeleteAccount, current)

struct EndSession {  // POST /account/sessions/{session}/end
  SessionId session;
};
TRIVIUM_SHAPE(EndSession, session)

struct ChangeLanguage {  // POST /language
  std::string language;
  std::optional<std::string> back;
};
TRIVIUM_SHAPE(ChangeLanguage, language, back)

struct ShowSignIn {
  Outcome<SignInPage> operator()(const Nothing& nothing, const Asking& asking) const;
};

struct SignPersonIn {
  store::Store& store;
  Outcome<Done<Noted>> operator()(const SignIn& given, const Asking& asking) const;
};

struct SignOut {
  store::Store& store;
  Outcome<Done<Noted>> operator()(const Nothing& nothing, const Asking& asking) const;
};

// Everybody may look round as one of the sample city's invented people, for as long as the sample city is there.
struct EnterSampleCity {
  store::Store& store;
  Outcome<Done<Noted>> operator()(const EnterSample& given, const Asking& asking) const;
};

// One click of the host: the sample city goes, with its invented people, and everybody who looks round in it is out.
struct RemoveSample {
  store::Store& store;
  Outcome<Done<Noted>> operator()(const Nothing& nothing, const Asking& asking) const;
};

struct ShowAccount {
  const store::Store& store;
  bool mails = false;
  Outcome<AccountPage> operator()(const Nothing& nothing, const Asking& asking) const;
};

struct ChangeOwnPassword {
  store::Store& store;
  Outcome<Done<Noted>> operator()(const ChangePassword& given, const Asking& asking) const;
};

struct ShowLeaving {
  const store::Store& store;
  Outcome<LeavingPage> operator()(const Nothing& nothing, const Asking& asking) const;
};

// At one's own wish, with the password: as if the host did it.
struct DeleteOwnAccount {
  store::Store& store;
  std::string folder;  // where the list of erasures is kept
  Outcome<Done<Noted>> operator()(const DeleteAccount& given, const Asking& asking) const;
};

struct EndOwnSession {
  store::Store& store;
  Outcome<Done<Noted>> operator()(const EndSession& given, const Asking& asking) const;
};

struct SpeakLanguage {
  store::Store& store;
  const std::vector<std::string>& languages;
  Outcome<Done<Noted>> operator()(const ChangeLanguage& given, const Asking& asking) const;
};

}  // namespace trivium::api
