// What is written to people, in their language: invitations, and reminders of what is due. Never what anybody answered.
#pragma once

#include "access/deadlines_of.hpp"
#include "access/invitation.hpp"
#include "access/reminder.hpp"
#include "mail/letter.hpp"
#include "words/words.hpp"

namespace trivium::api {

// "By 20 September 2026." / "Before 20 September 2026: 19 September 2026 is the last day."
std::string in_words(const words::Words& words, const std::string& language, programme::Due due,
                     const shape::Date& due_on);

// "Send your table (Lund · Food), by 20 September 2026"; where it is done, that it is.
std::string in_words(const words::Words& words, const std::string& language, const access::OwnDeadline& owed);

struct Inviting {
  const access::Invitation& invitation;
  std::string by;     // the name of who invites
  std::string where;  // cluster and city, or network
  std::string link;
};
mail::Letter invitation_letter(const words::Words& words, const std::string& language, const Inviting& inviting);

mail::Letter reminder_letter(const words::Words& words, const access::Person& person, const access::Reminder& reminder,
                             const access::OwnDeadline& owed, const std::string& public_address);

}  // namespace trivium::api
