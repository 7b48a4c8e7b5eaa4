#include "api/remind.hpp"

#include "access/reminder.hpp"
#include "api/letters.hpp"

namespace trivium::api {
namespace {

struct Waiting {
  access::Reminder reminder;
  mail::Letter letter;
};

std::vector<Waiting> waiting_on(const House& house, const std::string& public_address, const shape::Date& day) {
  return house.store.read([&](store::Session& session) {
    std::vector<Waiting> all;
    for (const auto& person : access::people_to_remind(session)) {
      const auto who = access::asker(session, person.id, person.hosts);
      for (const auto& owed : access::deadlines_of(session, who, day, access::Over::left_out)) {
        if (auto reminder = access::reminder_now(person.id, owed)) {
          auto letter = reminder_letter(house.words, person, *reminder, owed, public_address);
          all.push_back({std::move(*reminder), std::move(letter)});
        }
      }
    }
    return all;
  });
}

}  // namespace

Reminded remind(const House& house, const std::string& public_address, const SendLetter& send, const shape::Date& day) {
  Reminded done;
  for (const auto& [reminder, letter] : waiting_on(house, public_address, day)) {
    const bool mine =
        house.store.write([&](store::Session& session) { return access::claim(session, reminder, shape::now()); });
    if (!mine) continue;
    const auto sent = send(letter);
    house.store.write([&](store::Session& session) {
      if (sent) access::note_sent(session, reminder, shape::now());
      else access::give_back(session, reminder);
    });
    if (sent) {
      done.sent += 1;
      continue;
    }
    done.not_sent += 1;
    done.reason = sent.error().reason;
    done.unreachable = sent.error().why == mail::Undelivered::unreachable;
    if (done.unreachable) return done;
  }
  return done;
}

}  // namespace trivium::api
