#include "api/names.hpp"

#include "access/sight.hpp"
#include "api/city_meant.hpp"
#include "api/noted.hpp"
#include "api/typed_text.hpp"
#include "programme/visit.hpp"
#include "words/zones.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

access::Asker asker(store::Session& session, const Asking& asking) {
  return access::asker(session, asking.visitor->person, asking.visitor->hosts);
}

// Whoever may not change what they see learns that; whoever does not see it, that there is nothing.
std::optional<Why> refused(const access::Permission& given, bool there) {
  if (!there || given.sight == access::Sight::nothing) return Why::not_found;
  if (!given.write) return Why::not_yours;
  return std::nullopt;
}

Done<Noted> done(store::Session& session, const Asking& asking, const std::string& records, std::string go_to) {
  note(session, asking, Deed::name_changed, records);
  return {.record = {}, .go_to = std::move(go_to), .notice = "notice.name_changed"};
}

// A city stands in other networks too: only who arranges them all changes its name for everybody.
bool arranges_all(store::Session& session, const access::Asker& who, const triangle::CityId& city) {
  return std::ranges::all_of(programme::networks_with(session, city),
                             [&](const auto& network) { return access::permission(who, network.id).write; });
}

triangle::City changed_city(triangle::City city, const ChangeCity& given, shape::Flaws& flaws) {
  const auto name = line_of_text_if_any(given.city_name, "/city_name", flaws);
  const auto country = line_of_text_if_any(given.city_country, "/city_country", flaws);
  const auto zone = shape::trimmed(given.zone.value_or(""));
  if (!zone.empty() && !words::is_zone(zone)) flaws.push_back({"/zone", "flaw.unknown_choice", {{"given", zone}}});
  if (flaws.empty() && name.empty() && country.empty() && zone.empty())
    flaws.push_back({"/city_name", "flaw.nothing_to_put_right", {}});
  if (!name.empty()) city.name = name;
  if (!country.empty()) city.country = country;
  if (!zone.empty()) city.zone = zone;
  return city;
}

void check_city(store::Session& session, const ChangeCity& given, const access::Asker& who,
                const triangle::City& changed, shape::Flaws& flaws) {
  if (!arranges_all(session, who, changed.id)) flaws.push_back({"/which", "flaw.city_elsewhere_too", {}});
  const auto same = city_there(session, changed.name, changed.country);
  if (same && *same != triangle::CityId{given.which}) flaws.push_back({"/city_name", "flaw.city_there", {}});
}

}  // namespace

Outcome<Done<Noted>> NameOneNetwork::operator()(const NameNetwork& given, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  return store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    const auto network = programme::network(session, given.network);
    if (const auto why = refused(access::permission(asker(session, asking), given.network), network.has_value()))
      return refuse(*why);
    shape::Flaws flaws;
    const auto name = line_of_text(given.network_name, "/network_name", flaws);
    if (!flaws.empty()) return put_right(std::move(flaws));
    programme::rename(session, given.network, name);
    return done(session, asking, record("network", given.network.text), "/networks/" + given.network.text);
  });
}

Outcome<Done<Noted>> NameOneProgramme::operator()(const NameProgramme& given, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  return store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    const auto programme = programme::programme(session, given.programme);
    if (!programme) return refuse(Why::not_found);
    if (const auto why = refused(access::permission(asker(session, asking), programme->network), true))
      return refuse(*why);
    shape::Flaws flaws;
    const auto title = line_of_text(given.programme_title, "/programme_title", flaws);
    if (!flaws.empty()) return put_right(std::move(flaws));
    programme::rename(session, *programme, title);
    return done(session, asking, record("programme", given.programme.text), "/programmes/" + given.programme.text);
  });
}

Outcome<Done<Noted>> NameOneCluster::operator()(const NameCluster& given, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  return store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    const auto cluster = triangle::cluster(session, given.cluster);
    if (const auto why = refused(access::permission(asker(session, asking), given.cluster), cluster.has_value()))
      return refuse(*why);
    shape::Flaws flaws;
    const auto name = line_of_text(given.cluster_name, "/cluster_name", flaws);
    if (flaws.empty()) check_cluster_name(session, cluster->city_id, name, given.cluster, "/cluster_name", flaws);
    if (!flaws.empty()) return put_right(std::move(flaws));
    triangle::rename(session, given.cluster, name);
    return done(session, asking, record("cluster", given.cluster.text), "/clusters/" + given.cluster.text);
  });
}

Outcome<Done<Noted>> ChangeOneCity::operator()(const ChangeCity& given, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  return store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    const auto who = asker(session, asking);
    const auto network = programme::network(session, given.network);
    if (const auto why = refused(access::permission(who, given.network), network.has_value())) return refuse(*why);
    const auto cities = programme::cities_of(session, given.network);
    const triangle::CityId which{given.which};
    if (std::ranges::find(cities, which, &triangle::City::id) == cities.end())
      return put_right("/which", which.text.empty() ? "flaw.which_city" : "flaw.unknown_choice",
                       {{"given", given.which}});
    const std::string page = "/networks/" + given.network.text;
    if (given.then == ThenCity::leave_out) {
      if (!programme::leave_out(session, given.network, which)) return put_right("/which", "flaw.city_in_use");
      note(session, asking, Deed::city_left_out, record("network", given.network.text));
      return Done<Noted>{.record = {}, .go_to = page, .notice = "notice.city_left_out"};
    }
    shape::Flaws flaws;
    const auto changed = changed_city(*std::ranges::find(cities, which, &triangle::City::id), given, flaws);
    if (flaws.empty()) check_city(session, given, who, changed, flaws);
    if (!flaws.empty()) return put_right(std::move(flaws));
    const bool clock = changed.zone != std::ranges::find(cities, which, &triangle::City::id)->zone;
    triangle::change(session, changed);
    if (clock) programme::clock_changed(session, which, asking.now);
    return done(session, asking, record("network", given.network.text) + " " + record("city", which.text), page);
  });
}

}  // namespace trivium::api
