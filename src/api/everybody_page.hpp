// Everybody who has an account, and erasing one of them: for whoever hosts.
#pragma once

#include "api/asking.hpp"
#include "api/house.hpp"
#include "api/outcome.hpp"
#include "shape/json.hpp"
#include "triangle/ids.hpp"

namespace trivium::api {

struct PersonLine {
  triangle::PersonId person;
  std::string name;
  std::string email;
  bool hosts;
  int roles;  // held today
  int tables;
  std::optional<shape::Instant> last_seen;
};
TRIVIUM_SHAPE(PersonLine, person, name, email, hosts, roles, tables, last_seen)

struct EverybodyPage {               // GET /people
  std::vector<PersonLine> people;    // by address, at most 200
  std::optional<std::string> after;  // ask for those after this address
};
TRIVIUM_SHAPE(EverybodyPage, people, after)

struct AskEverybody {
  std::optional<std::string> after;
};
TRIVIUM_SHAPE(AskEverybody, after)

struct PersonAddress {
  triangle::PersonId person;
};
TRIVIUM_SHAPE(PersonAddress, person)

// What goes and what stays, in numbers, before anything is done.
struct PersonPage {  // GET /people/{person}
  triangle::PersonId id;
  std::string name;
  std::string email;
  bool only_host;
  int tables;
  int answers;
  int versions;
  int remarks;
  int cases;
  int notes;
  int roles;  // ever held: they stay, without a name
};
TRIVIUM_SHAPE(PersonPage, id, name, email, only_host, tables, answers, versions, remarks, cases, notes, roles)

struct ErasePerson {  // POST /people/{person}/erase
  triangle::PersonId person;
  std::string email;  // typed, so that nobody is erased by a slip
};
TRIVIUM_SHAPE(ErasePerson, person, email)

struct ShowEverybody {
  const store::Store& store;
  Outcome<EverybodyPage> operator()(const AskEverybody& given, const Asking& asking) const;
};

struct ShowPerson {
  const store::Store& store;
  Outcome<PersonPage> operator()(const PersonAddress& given, const Asking& asking) const;
};

struct EraseOnePerson {
  store::Store& store;
  std::string folder;  // where the list of erasures is kept
  Outcome<Done<Noted>> operator()(const ErasePerson& given, const Asking& asking) const;
};

}  // namespace trivium::api
