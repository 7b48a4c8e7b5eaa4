#include "trail/cut.hpp"

#include <fmt/format.h>

namespace trivium::trail {

std::string cut_to(const End& end) { return fmt::format("number={} hash={}", end.number, end.hash); }

std::int64_t cut_before(store::Session& session, const shape::Instant& oldest, const shape::Instant& now) {
  // Only a beginning: up to the first row that stays. Clocks of several servers may differ a little.
  const auto stays =
      session.number("select coalesce(min(number), 0) from trail where at >= :oldest", {{"oldest", oldest}});
  const auto newest = last(session).number;
  const auto up_to = stays > 0 ? stays - 1 : newest;
  const auto gone = session.row<End>("select {} from trail where number = :number", {{"number", up_to}});
  if (!gone) return 0;
  session.run(
      "insert into trail_ends (which, number, hash) values ('before_first', 0, '') on conflict (which) do nothing");
  session.run("update trail_ends set number = :number, hash = :hash where which = 'before_first'",
              {{"number", gone->number}, {"hash", gone->hash}});
  const auto rows = session.run("delete from trail where number <= :number", {{"number", gone->number}});
  note(session, Entry{.at = now, .who = kConsole, .deed = Deed::trail_cut, .records = cut_to(*gone)});
  return rows;
}

}  // namespace trivium::trail
