#include "api/told_page.hpp"

#include "access/sight.hpp"

namespace trivium::api {

Outcome<ToldPage> ShowTold::operator()(const ToldAddress& given, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  return store.read([&](store::Session& session) -> Outcome<ToldPage> {
    const auto programme = programme::programme(session, given.programme);
    if (!programme) return refuse(Why::not_found);
    const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
    if (access::permission(who, programme->network).sight == access::Sight::nothing) return refuse(Why::not_found);
    ToldPage page{.programme = given.programme, .programme_title = programme->title, .told = {}};
    for (auto& told : programme::told_in(session, given.programme))
      page.told.push_back({std::move(told.question), std::move(told.answer), told.told_at});
    return page;
  });
}

}  // namespace trivium::api
