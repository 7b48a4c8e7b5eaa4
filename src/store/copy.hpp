// Everything, from one database to another: the backup is always a SQLite file, wherever the records live, and it is
// restored into either kind. One transaction on each side: a backup is one moment, a restore is whole or nothing.
#pragma once

#include "store/store.hpp"

#include <expected>
#include <functional>

namespace trivium::store {

// The tables in the order in which their references allow filling them.
std::vector<std::string> tables();

// Writes a new file (which must not exist yet) with everything as of one moment.
void back_up(const Store& store, const std::string& file);

// Why a file cannot be restored: a word key under "flaw.".
enum class NotABackup { unreadable, damaged, newer };
TRIVIUM_NAMES(NotABackup, unreadable, damaged, newer)

// What a restore has to heed besides copying, in its transaction.
struct Restoring {
  // Tables that stay as they are here; asked before anything is replaced.
  std::function<std::vector<std::string>(Session& backup, Session& here)> stays = {};
  std::function<void(Session& here)> then = {};
};

// Replaces everything in the store by what the file holds. The file is looked through first; where anything is wrong
// with it, the store stays as it was.
std::expected<void, NotABackup> restore(Store& store, const std::string& file, const Restoring& heeding = {});

}  // namespace trivium::store
