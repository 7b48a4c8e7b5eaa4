// A backup brings everything back as it was, but for two things that are not turned back: whom the house has forgotten,
// and the trail, where the one here goes on from the one in the backup.
#pragma once

#include "personal/erased_list.hpp"
#include "store/copy.hpp"

namespace trivium::personal {

struct ToRestore {
  std::string file;
  std::filesystem::path folder;    // the data folder, with its list of erasures
  std::vector<Erasure> brought{};  // from another machine
  std::string by;                  // a person's id, or the console, or nobody
  shape::Instant now;
};

// How many people were forgotten anew, before anybody could read them.
std::expected<int, store::NotABackup> restore(store::Store& store, const ToRestore& asked);

}  // namespace trivium::personal
