#include "api/backup_page.hpp"

#include "access/invitation.hpp"
#include "personal/restore.hpp"

#include <filesystem>
#include <fstream>

namespace trivium::api {

Outcome<Done<Noted>> RestoreHouse::operator()(const RestoreBackup& given, const Asking& asking) const {
  const bool good = store.read([&](store::Session& session) {
    return access::set_up_key_is_good(session, given.key, asking.now) && !access::anybody_hosts(session);
  });
  if (!good) return refuse(Why::gone);
  if (given.file.bytes.empty()) return put_right("/file", "flaw.not_a_file");
  const auto file = std::filesystem::path{folder} / ("restore-" + shape::new_uuid());
  std::ofstream{file, std::ios::binary} << given.file.bytes;
  const auto restored = personal::restore(store, {.file = file.string(),
                                                  .folder = folder,
                                                  .by = asking.visitor ? asking.visitor->person.text : "",
                                                  .now = asking.now});
  std::filesystem::remove(file);
  if (!restored) return put_right("/file", "flaw.backup_" + std::string{shape::name_of(restored.error())});
  // Whoever was signed in when the backup was made is not signed in now, and old keys open nothing.
  store.write([&](store::Session& session) {
    session.run("update sessions set ended_at = :now where ended_at is null", {{"now", asking.now}});
    session.run("update set_up_keys set used_at = :now where used_at is null", {{"now", asking.now}});
  });
  return Done<Noted>{.record = {}, .go_to = "/sign-in", .notice = "notice.restored", .session_key = ""};
}

}  // namespace trivium::api
