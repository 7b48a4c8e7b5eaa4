#include "app/commands.hpp"

#include "access/invitation.hpp"
#include "app/contents.hpp"
#include "app/data_folder.hpp"
#include "personal/restore.hpp"
#include "server/routes.hpp"
#include "store/copy.hpp"
#include "trail/entry.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace trivium::app {
namespace {

std::string sentence_for(store::NotABackup why) {
  switch (why) {
    case store::NotABackup::unreadable: return "This is not a backup of Trivium. Nothing was changed.";
    case store::NotABackup::damaged: return "This backup is damaged. Nothing was changed.";
    case store::NotABackup::newer: return "This backup was made by a newer Trivium. Nothing was changed.";
  }
  return {};
}

}  // namespace

std::string url_of(const Records& records) {
  if (!records.database.empty()) return records.database;
  return "sqlite://" + (std::filesystem::absolute(records.data) / "trivium.db").string();
}

int print_openapi() {
  const auto contents = load_contents();
  if (!contents) return 2;
  // The table of routes needs the house, but nothing is asked of it: the records lie in memory for a moment.
  store::Store store{{.url = "sqlite://:memory:", .readers = 1}};
  const api::House house = house_of(store, *contents);
  const document::Workshop workshop{};
  const server::Facts facts{.version = TRIVIUM_VERSION, .data_folder = {}, .public_address = {}};
  fmt::print("{}\n",
             server::openapi(server::routes(house, contents->sample, workshop, facts), TRIVIUM_VERSION).dump(2));
  return 0;
}

int back_up(const Records& records, const std::string& file) {
  // Beside a running server: SQLite and PostgreSQL both let a reader see one moment while others write.
  const store::Store store{{.url = url_of(records), .readers = 1}};
  store::back_up(store, file);
  fmt::print("Backup written: {}\n", file);
  return 0;
}

int restore(const Records& records, const std::string& file, const std::string& list) {
  const auto brought =
      list.empty() ? std::expected<std::vector<personal::Erasure>, std::string>{} : personal::read_list(list);
  if (!brought) {
    fmt::print(stderr, "This is not a list of erasures. The first line that is none: {}\n", brought.error());
    return 1;
  }
  const auto folder = DataFolder::open(records.data);
  if (!folder) {
    fmt::print(stderr, "{}\n", folder.error());
    return 2;
  }
  store::Store store{{.url = url_of(records), .readers = 1}};
  const auto restored = personal::restore(
      store, {.file = file, .folder = records.data, .brought = *brought, .by = trail::kConsole, .now = shape::now()});
  if (!restored) {
    fmt::print(stderr, "{}\n", sentence_for(restored.error()));
    return 1;
  }
  fmt::print("Restored from {}\n", file);
  if (*restored > 0) fmt::print("Erased again, because the backup was older: {}\n", *restored);
  return 0;
}

}  // namespace trivium::app
