#include "api/trail_page.hpp"

#include "access/sight.hpp"
#include "api/noted.hpp"

namespace trivium::api {
namespace {

constexpr std::int64_t kTogether = 200;

// Whose name stands behind an id of the chain.
std::string said(const House& house, const std::string& language, const std::string& id,
                 const std::optional<std::string>& name) {
  if (name && !name->empty()) return *name;
  if (id.empty()) return {};
  return house.words.say(language, id == trail::kConsole ? "trail.console" : "person.erased");
}

TrailLine line_of(const House& house, const std::string& language, const trail::Told& row) {
  const std::string key = "deed." + row.deed;
  return {.number = row.number,
          .at = row.at,
          .who = row.who.empty() ? house.words.say(language, "trail.nobody") : said(house, language, row.who, row.name),
          .who_id = row.who,
          .deed = row.deed,
          .deed_said = house.words.knows(language, key) ? house.words.say(language, key) : row.deed,
          .about = said(house, language, row.about, row.about_name),
          .about_id = row.about,
          .records = row.records,
          .form = row.form,
          .result = row.result,
          .refused = row.result == "refused"};
}

std::vector<DeedChoice> choices(const House& house, const std::string& language,
                                const std::optional<trail::Deed>& chosen) {
  std::vector<DeedChoice> all;
  for (const auto& [code, deed] : trivium_names(trail::Deed{}))
    all.push_back({std::string{code}, house.words.say(language, "deed." + std::string{code}), chosen == deed});
  return all;
}

}  // namespace

Outcome<TrailPage> ShowTrail::operator()(const AskTrail& given, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  return house.store.read([&](store::Session& session) -> Outcome<TrailPage> {
    if (!access::sees_trail(access::asker(session, asking.visitor->person, asking.visitor->hosts)))
      return refuse(Why::not_yours);
    TrailPage page{.asked_person = shape::trimmed(given.person.value_or("")),
                   .deeds = {},
                   .deed = given.deed.value_or(""),
                   .rows = {},
                   .older = {}};
    trail::Asked asked{.before = given.before.value_or(0), .most = kTogether};
    shape::Flaws flaws;
    if (!page.asked_person.empty()) {
      const auto email = access::email_address(page.asked_person);
      const auto person = email ? access::person_with_email(session, *email) : std::nullopt;
      if (person) asked.person = person->id.text;
      else flaws.push_back({"/person", "flaw.nobody_with_address", {}});
    }
    if (!page.deed.empty()) {
      asked.deed = shape::named<trail::Deed>(page.deed);
      if (!asked.deed) flaws.push_back({"/deed", "flaw.unknown_choice", {{"given", page.deed}}});
    }
    if (!flaws.empty()) return put_right(std::move(flaws));
    for (const auto& row : trail::told(session, asked)) page.rows.push_back(line_of(house, asking.language, row));
    page.deeds = choices(house, asking.language, asked.deed);
    if (std::ssize(page.rows) == kTogether) page.older = page.rows.back().number;
    if (asking.reads != nullptr)
      asking.reads->push_back({.at = asking.now, .who = asking.visitor->person.text, .deed = Deed::trail_read});
    return page;
  });
}

}  // namespace trivium::api
