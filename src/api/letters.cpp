#include "api/letters.hpp"

#include "api/deadline_lines.hpp"

#include <fmt/format.h>

namespace trivium::api {

std::string in_words(const words::Words& words, const std::string& language, programme::Due due,
                     const shape::Date& due_on) {
  return words.say(language, "deadline.until." + std::string{shape::name_of(due)},
                   {{"day", words::long_date(language, due_on.text)},
                    {"last", words::long_date(language, programme::last_day(due, due_on).text)}});
}

std::string in_words(const words::Words& words, const std::string& language, const access::OwnDeadline& owed) {
  std::string what = words.say(language, "duty." + std::string{shape::name_of(owed.deadline.duty)});
  if (!owed.city.empty()) what += fmt::format(" ({} · {})", owed.city, owed.cluster);
  return owed.deadline.done ? words.say(language, "deadline.done_line", {{"what", what}}) : what;
}

mail::Letter invitation_letter(const words::Words& words, const std::string& language, const Inviting& inviting) {
  const auto& invited = inviting.invitation;
  const words::Args args{{"name", invited.name},
                         {"by", inviting.by},
                         {"where", inviting.where},
                         {"role", words.say(language, "role." + std::string{shape::name_of(invited.role)})},
                         {"link", inviting.link}};
  return {.to = invited.email,
          .to_name = invited.name,
          .subject = words.say(language, "letter.invitation.subject", args),
          .text = words.say(language, "letter.invitation.text", args),
          .id = "invitation." + access::InvitationId::fresh().text,
          .language = language};
}

mail::Letter reminder_letter(const words::Words& words, const access::Person& person, const access::Reminder& reminder,
                             const access::OwnDeadline& owed, const std::string& public_address) {
  const std::string language = words.speaks(person.language) ? person.language : words.languages().front();
  const auto& deadline = owed.deadline;
  const std::string duty{shape::name_of(deadline.duty)};
  const words::Args args{
      {"name", person.name},
      {"what", words.say(language, "duty." + duty)},
      {"owed", in_words(words, language, owed)},
      {"title", owed.title},
      {"due", words.say(language, "programme.due." + std::string{shape::name_of(deadline.due)},
                        {{"day", words::long_date(language, deadline.due_on.text)}})},
      {"until", in_words(words, language, deadline.due, deadline.due_on)},
      {"left", words.say(language, "programme.days_left", {{"days", fmt::to_string(deadline.days_left)}})},
      {"link", public_address + path_of(owed)},
      {"stop", public_address + "/account"}};
  return {.to = person.email,
          .to_name = person.name,
          .subject = words.say(language, "letter.reminder.subject", args),
          .text = words.say(language, "letter.reminder.text", args),
          .id = fmt::format("reminder.{}.{}.{}.{}.{}", duty, reminder.about, person.id.text, reminder.last_day.text,
                            reminder.days_before),
          .language = language};
}

}  // namespace trivium::api
