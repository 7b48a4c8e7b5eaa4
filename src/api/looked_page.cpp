#include "api/looked_page.hpp"

#include "api/conversation_lines.hpp"
#include "trail/cut.hpp"

namespace trivium::api {
namespace {

constexpr std::int64_t kTogether = 200;

}  // namespace

Outcome<LookedPage> ShowLooked::operator()(const AskLooked& given, const Asking& asking) const {
  return house.store.read([&](store::Session& session) -> Outcome<LookedPage> {
    const auto open = open_table(session, house, given.assessment, asking);
    if (!open) return std::unexpected{open.error()};
    const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
    if (!access::sees_looks(who, open->table)) return refuse(Why::not_yours);
    LookedPage page{.assessment = open->table.id,
                    .place = place_of(*open),
                    .looked = {},
                    .older = {},
                    .kept_days = trail::kDaysKept};
    const auto rows =
        trail::looks_at(session, open->table.person.text, open->table.id.text, given.before.value_or(0), kTogether);
    for (const auto& row : rows) {
      page.looked.push_back({.number = row.number,
                             .name = name_of(house, asking, row.name.value_or("")),
                             .at = row.at,
                             .what = shape::named<trail::Deed>(row.deed).value(),
                             .what_said = house.words.say(asking.language, "deed." + row.deed),
                             .form = row.form,
                             .form_said = house.words.say(asking.language, "trail.form." + row.form)});
    }
    if (std::ssize(rows) == kTogether) page.older = rows.back().number;
    return page;
  });
}

}  // namespace trivium::api
