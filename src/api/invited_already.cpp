#include "api/invited_already.hpp"

#include "api/noted.hpp"
#include "trail/chain.hpp"
#include "words/words.hpp"

namespace trivium::api {

void check_not_invited(store::Session& session, const access::Invitation& invitation, const Asking& asking,
                       shape::Flaws& flaws) {
  const auto open = access::open_alike(session, invitation, asking.now);
  if (open.empty()) return;
  flaws.push_back({"/email",
                   "flaw.invited_already",
                   {{"day", words::long_date(asking.language, open.front().invited_at.text)},
                    {"until", words::long_date(asking.language, open.front().expires_at.text)}}});
}

void withdraw_alike(store::Session& session, const access::Invitation& accepted, const access::PersonId& by,
                    const shape::Instant& now) {
  for (const auto& other : access::open_alike(session, accepted, now)) {
    if (!access::withdraw(session, other.id, now)) continue;
    trail::note(session, trail::Entry{.at = now,
                                      .who = by.text,
                                      .deed = Deed::invitation_withdrawn,
                                      .about = by.text,
                                      .records = record("invitation", other.id.text)});
  }
}

}  // namespace trivium::api
