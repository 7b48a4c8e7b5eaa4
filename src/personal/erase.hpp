// Forgetting a person: everything she wrote goes, and everything that says who she was. What stays is an id without a
// name, where others' records point to it: that there was a manager, who began a conversation others took part in.
// docs/using/who-sees-what.md says it to those concerned.
#pragma once

#include "access/person.hpp"
#include "personal/erased_list.hpp"
#include "store/store.hpp"

namespace trivium::personal {

// In a transaction; does nothing where she is forgotten already. Gives what has to be remembered of it.
std::vector<Erasure> erase(store::Session& session, const access::Person& person, const shape::Instant& now);

// What an address that belongs to nobody left behind: invitations and refused sign-ins.
std::vector<Erasure> erase_address(store::Session& session, const std::string& email, const shape::Instant& now);

// Everybody on the list who is there again. Gives how many were forgotten anew.
int erase_again(store::Session& session, const std::vector<Erasure>& erasures, const shape::Instant& now);

struct ToErase {
  access::Person person;
  std::string by;  // a person's id, or the console
  shape::Instant now;
  bool may_leave_no_host = false;
};

enum class Erased {
  wiped,
  to_be_wiped_again,  // somebody read for so long
  only_host           // nobody was erased: no host would be left
};

// All of it: transaction with its row of the trail, list in the data folder, then the files.
Erased erase_for_good(store::Store& store, const std::filesystem::path& folder, const ToErase& asked);

// The list in the folder and the one in the records each know what the other does.
std::vector<Erasure> agree(store::Store& store, const std::filesystem::path& folder);

bool is_the_only_host(store::Session& session, const access::PersonId& person);

}  // namespace trivium::personal
