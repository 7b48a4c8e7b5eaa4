#include "personal/restore.hpp"

#include "personal/erase.hpp"
#include "trail/chain.hpp"

#include <fmt/format.h>

namespace trivium::personal {
namespace {

// Whether the chain here holds the backup's last row, so that nothing the backup says of it is lost.
bool goes_on_from(store::Session& backup, store::Session& here) {
  const auto then = trail::last(backup);
  // Before there was a trail; or its row there was cut off here since, after its days.
  if (then.number == 0 || then.number <= trail::before_first(here).number) return true;
  return here.number("select count(*) from trail where number = :number and hash = :hash",
                     {{"number", then.number}, {"hash", then.hash}}) == 1;
}

}  // namespace

std::expected<int, store::NotABackup> restore(store::Store& store, const ToRestore& asked) {
  auto forgotten = both(agree(store, asked.folder), asked.brought);
  int again = 0;
  store::Restoring heeding;
  heeding.stays = [&](store::Session& backup, store::Session& here) {
    forgotten = both(std::move(forgotten), erasures(backup));
    std::vector<std::string> tables{"erasures"};
    if (goes_on_from(backup, here)) tables.insert(tables.end(), {"trail", "trail_ends"});
    return tables;
  };
  heeding.then = [&](store::Session& here) {
    keep(here, forgotten);
    again = erase_again(here, forgotten, asked.now);
    trail::note(here, trail::Entry{.at = asked.now,
                                   .who = asked.by,
                                   .deed = trail::Deed::restored,
                                   .records = fmt::format("erased_again={}", again)});
  };
  const auto restored = store::restore(store, asked.file, heeding);
  if (!restored) return std::unexpected{restored.error()};
  agree(store, asked.folder);
  store.wipe();
  return again;
}

}  // namespace trivium::personal
