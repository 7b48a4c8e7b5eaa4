// Rows one after the other, each with a hash of itself and of the hash before: whoever changes, takes out or exchanges
// a row has to make all hashes after it anew. That can be done by whoever may write to the database, so the last hash
// is worth writing down where he cannot (trivium trail check prints it).
#pragma once

#include "store/session.hpp"
#include "trail/entry.hpp"

#include <cstdint>
#include <span>

namespace trivium::trail {

struct Row {
  std::int64_t number;
  shape::Instant at;
  std::string who;
  std::string deed;  // as it was written: a later program may know more
  std::string about;
  std::string records;
  std::string form;
  std::string result;
  std::string hash;
};
TRIVIUM_SHAPE(Row, number, at, who, deed, about, records, form, result, hash)

// A place in the chain.
struct End {
  std::int64_t number = 0;
  std::string hash{};

  bool operator==(const End&) const = default;
};
TRIVIUM_SHAPE(End, number, hash)

// What the row's hash has to be, after the one before it.
std::string hash_after(const std::string& before, const Row& row);

// Adds to the chain, in the transaction the change is made in: both are there or neither. On PostgreSQL the end of the
// chain is held until that transaction is over, so what else has to be locked is best locked first.
void note(store::Session& session, std::span<const Entry> entries);
void note(store::Session& session, const Entry& entry);

End last(store::Session& session);
End before_first(store::Session& session);  // the row before the first that is still there

}  // namespace trivium::trail
