// Everything the house holds about a person: which rows of which table, which columns are handed out and which are not.
//
// Every table and every column of the schema has its place here, or is named as nobody's; a test holds this list
// against the schema, so what is added later cannot be forgotten. Who a row belongs to is said in SQL with :person and
// :email.
#pragma once

#include "access/person.hpp"

#include <span>
#include <string_view>

namespace trivium::personal {

struct Held {
  std::string_view table;
  std::string_view whose;      // of the rows; empty: the table holds nothing about a person
  std::string_view given;      // columns, as in an SQL list
  std::string_view kept_back;  // columns that are handed to nobody: hashes of passwords and keys
};

std::span<const Held> held();

// Table by table, the rows about the person, each as an object.
shape::Json everything_about(store::Session& session, const access::Person& person);

}  // namespace trivium::personal
