#include "api/calendar_link.hpp"

#include "access/calendar_link.hpp"
#include "access/reminder.hpp"
#include "api/noted.hpp"

namespace trivium::api {
namespace {

// Signed in, and not as somebody of the sample city, whom all who look round share.
std::optional<Why> may_not(const Asking& asking) {
  if (!asking.visitor) return Why::sign_in;
  if (asking.visitor->illustration) return Why::not_yours;
  return std::nullopt;
}

}  // namespace

Outcome<AccountPage> MakeCalendarLink::operator()(const Nothing& nothing, const Asking& asking) const {
  if (const auto why = may_not(asking)) return refuse(*why);
  const auto key = store.write([&](store::Session& session) {
    auto made = access::make_calendar_link(session, asking.visitor->person, asking.now);
    note(session, asking, Deed::calendar_made, {}, asking.visitor->person);
    return made;
  });
  auto page = ShowAccount{store, mails}(nothing, asking);
  if (page) page->calendar_link = public_address + "/calendar/" + key + "/trivium.ics";
  return page;
}

Outcome<Done<Noted>> EndCalendarLink::operator()(const Nothing& /*nothing*/, const Asking& asking) const {
  if (const auto why = may_not(asking)) return refuse(*why);
  const bool ended = store.write([&](store::Session& session) {
    const bool there = access::end_calendar_link(session, asking.visitor->person, asking.now);
    if (there) note(session, asking, Deed::calendar_ended, {}, asking.visitor->person);
    return there;
  });
  if (!ended) return refuse(Why::gone);
  return Done<Noted>{.record = {}, .go_to = "/account", .notice = "notice.calendar_ended"};
}

Outcome<Done<Noted>> ChooseReminders::operator()(const RemindersWanted& given, const Asking& asking) const {
  if (const auto why = may_not(asking)) return refuse(*why);
  const bool wanted = given.reminders == Reminders::by_mail;
  store.write([&](store::Session& session) { access::want_reminders(session, asking.visitor->person, wanted); });
  return Done<Noted>{
      .record = {}, .go_to = "/account", .notice = wanted ? "notice.reminders_by_mail" : "notice.reminders_none"};
}

}  // namespace trivium::api
