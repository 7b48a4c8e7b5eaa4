// trivium person export, person erase, erased and retain: what is kept of people, taken along or taken out.
#pragma once

#include "app/commands.hpp"
#include "store/store.hpp"

namespace trivium::app {

int print_person(const Records& records, const std::string& email);
int erase_person(const Records& records, const std::string& email);
int print_erased(const Records& records);
int retain(const Records& records, const std::string& day);

// Whoever is on the list in the folder and there again, as after a database was put back by other means.
void erase_again(store::Store& store, const std::string& folder);

}  // namespace trivium::app
