// Whom the house has forgotten, as far as it has to remember that: a list beside the records, so that a backup made
// before cannot bring anybody back. Each line is a day and the hash of an id, with a key of its own. Whoever has the
// list and an old backup can tell who was erased (it is what the list is for); the list alone names nobody.
#pragma once

#include "shape/json.hpp"
#include "store/session.hpp"

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

namespace trivium::personal {

struct Erasure {
  std::string token;
  shape::Date day;

  bool operator==(const Erasure&) const = default;
};
TRIVIUM_SHAPE(Erasure, token, day)

Erasure erasure_of(const std::string& id, const shape::Date& day);
bool means(const Erasure& erasure, const std::string& id);

std::vector<Erasure> erasures(store::Session& session);
void keep(store::Session& session, const std::vector<Erasure>& erasures);  // those that are not there yet

// <data folder>/erased.list
std::filesystem::path list_in(const std::filesystem::path& folder);
std::string as_text(const std::vector<Erasure>& erasures);

// What a file says; where it is not such a list, the line that is none. A file that is not there is an empty list.
std::expected<std::vector<Erasure>, std::string> read_list(const std::filesystem::path& file);

// On disk when this returns: written beside it and put in its place.
void write_list(const std::filesystem::path& file, const std::vector<Erasure>& erasures);

std::vector<Erasure> both(std::vector<Erasure> some, const std::vector<Erasure>& others);

}  // namespace trivium::personal
