// Coming in by an invitation: with a new account, or with the one there is.
#pragma once

#include "access/invitation.hpp"
#include "api/asking.hpp"
#include "api/outcome.hpp"
#include "store/store.hpp"

namespace trivium::api {

struct JoinPage {  // GET /join?key=
  std::string key;
  std::string name;
  std::string email;
  access::Role role;
  std::optional<std::string> cluster;
  std::optional<std::string> city;
  std::optional<std::string> network;
  std::string initiative;                 // what she will stand for
  std::optional<std::string> instead_of;  // who hands over
  std::vector<std::string> takes_over;    // what that person stands for and goes on, beside the initiative named
  std::string invited_by;                 // "" where that person was erased
  bool known;                             // has an account already: only the password is asked
};
TRIVIUM_SHAPE(JoinPage, key, name, email, role, cluster, city, network, initiative, instead_of, takes_over, invited_by,
              known)

struct Join {  // POST /join
  std::string key;
  std::string name;
  std::string password;
};
TRIVIUM_SHAPE(Join, key, name, password)

struct JoinKey {
  std::string key;
};
TRIVIUM_SHAPE(JoinKey, key)

struct ShowJoin {
  const store::Store& store;
  Outcome<JoinPage> operator()(const JoinKey& given, const Asking& asking) const;
};

struct AcceptInvitation {
  store::Store& store;
  Outcome<Done<Noted>> operator()(const Join& given, const Asking& asking) const;
};

}  // namespace trivium::api
