// The secret address of one's own calendar, and whether one is reminded by mail.
#pragma once

#include "api/account_page.hpp"

namespace trivium::api {

struct MakeCalendarLink {  // POST /account/calendar
  store::Store& store;
  const std::string& public_address;
  bool mails = false;
  Outcome<AccountPage> operator()(const Nothing& nothing, const Asking& asking) const;
};

struct EndCalendarLink {  // POST /account/calendar/end
  store::Store& store;
  Outcome<Done<Noted>> operator()(const Nothing& nothing, const Asking& asking) const;
};

enum class Reminders { by_mail, none };
TRIVIUM_NAMES(Reminders, by_mail, none)

struct RemindersWanted {  // POST /account/reminders
  Reminders reminders;
};
TRIVIUM_SHAPE(RemindersWanted, reminders)

struct ChooseReminders {
  store::Store& store;
  Outcome<Done<Noted>> operator()(const RemindersWanted& given, const Asking& asking) const;
};

}  // namespace trivium::api
