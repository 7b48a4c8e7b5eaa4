// The chain as people read it: newest first, with the names behind the ids as long as there are any.
#pragma once

#include "store/session.hpp"
#include "trail/entry.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace trivium::trail {

struct Told {
  std::int64_t number;
  shape::Instant at;
  std::string who;
  std::optional<std::string> name;  // none: nobody, or a command; empty: somebody who was erased
  std::string deed;
  std::string about;
  std::optional<std::string> about_name;
  std::string records;
  std::string form;
  std::string result;
};
TRIVIUM_SHAPE(Told, number, at, who, name, deed, about, about_name, records, form, result)

struct Asked {
  std::string person{};  // did it, or it was about
  std::optional<Deed> deed{};
  std::int64_t before = 0;  // only rows with smaller numbers; 0: the newest
  std::int64_t most = 200;
};

std::vector<Told> told(store::Session& session, const Asked& asked);

// What others read of a person's table or closing, newest first.
std::vector<Told> looks_at(store::Session& session, const std::string& person, const std::string& assessment,
                           std::int64_t before, std::int64_t most);

// As rows name a record: assessment=0193…
std::string record(const std::string& kind, const std::string& id);

}  // namespace trivium::trail
