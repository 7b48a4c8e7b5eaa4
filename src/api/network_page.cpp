#include "api/network_page.hpp"

#include "access/sight.hpp"
#include "api/city_meant.hpp"
#include "api/invited_already.hpp"
#include "api/invited_by_mail.hpp"
#include "api/noted.hpp"
#include "api/one_side.hpp"
#include "api/typed_text.hpp"
#include "personal/retention.hpp"
#include "words/zones.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

int year_of(const shape::Instant& now) { return std::stoi(now.text.substr(0, 4)); }

std::string name_of(const std::vector<triangle::City>& cities, const std::optional<CityId>& id) {
  const auto found = std::ranges::find_if(cities, [&](const auto& city) { return id == city.id; });
  return found == cities.end() ? std::string{} : found->name;
}

// A programme opened after its first step's day would begin with that step over.
int year_to_open(const House& house, const Asking& asking) {
  const int year = year_of(asking.now);
  return programme::day_in(year, house.programme.steps.front()) < shape::date_of(asking.now) ? year + 1 : year;
}

Outcome<NetworkPage> network_page(store::Session& session, const House& house, const NetworkId& id,
                                  const Asking& asking) {
  if (!asking.visitor) return refuse(Why::sign_in);
  const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
  const auto given = access::permission(who, id);
  const auto network = programme::network(session, id);
  if (!network || given.sight == access::Sight::nothing) return refuse(Why::not_found);
  NetworkPage page{};
  page.network = id;
  page.name = network->name;
  page.arranges = given.write;
  page.year_to_open = year_to_open(house, asking);
  page.days = personal::days_set(session, id);
  page.least_days = personal::kLeastDays;
  page.most_days = personal::kMostDays;
  const auto cities = programme::cities_of(session, id);
  for (const auto& city : cities) {
    page.cities.push_back(
        {city.id, city.name, city.country, city.zone.empty() ? "" : words::city_of_zone(asking.language, city.zone)});
  }
  const auto people = access::people_of(session, id);
  const auto leads = std::ranges::count(people, access::Role::lead, &access::PersonInNetwork::role);
  for (const auto& person : people) {
    const bool ends =
        access::may_end(who, {.id = person.id, .person = person.person, .role = person.role, .network = id});
    page.people.push_back({.name = person.name,
                           .role = person.role,
                           .city = name_of(cities, person.city),
                           .may_end = ends ? std::optional{person.id} : std::nullopt,
                           .last_lead = person.role == access::Role::lead && leads == 1});
  }
  for (const auto& programme : programme::programmes_of(session, id)) {
    const auto steps = programme::steps_of(session, programme.id);
    page.programmes.push_back({programme.id, programme.title, steps.front().due_on, steps.back().due_on});
  }
  if (given.write) {
    page.were_here = access::ended_roles(session, id);
    for (auto& zone : words::zones(asking.language)) page.clocks.push_back({std::move(zone.id), std::move(zone.city)});
    for (const auto& open : access::unanswered_invitations(session, id)) {
      page.invitations.push_back({open.id, open.name, open.email, open.role, name_of(cities, open.city),
                                  shape::date_of(open.expires_at), open.expires_at <= asking.now});
    }
  }
  return page;
}

// Its lead and the host arrange a network; whoever else stands in it learns that this is not theirs to do.
std::optional<Why> may_not_arrange(store::Session& session, const NetworkId& network, const Asking& asking) {
  if (!asking.visitor) return Why::sign_in;
  const auto given = access::permission(access::asker(session, asking.visitor->person, asking.visitor->hosts), network);
  if (given.sight == access::Sight::nothing || !programme::network(session, network)) return Why::not_found;
  if (!given.write) return Why::not_yours;
  return std::nullopt;
}

bool of_a_city(access::Role role) { return role == access::Role::coach || role == access::Role::coordinator; }

access::Invitation invited(store::Session& session, const InviteToNetwork& given, const Asking& asking,
                           shape::Flaws& flaws) {
  access::Invitation invitation{.id = {},
                                .key_hash = {},
                                .name = line_of_text(given.name, "/name", flaws),
                                .email = {},
                                .role = given.role,
                                .network = given.network,
                                .invited_by = asking.visitor->person};
  if (given.role == access::Role::manager) flaws.push_back({"/role", "flaw.managers_in_clusters", {}});
  if (of_a_city(given.role)) {
    const CityId wanted{given.in_city.value_or("")};
    const auto cities = programme::cities_of(session, given.network);
    if (wanted.text.empty()) flaws.push_back({"/in_city", "flaw.which_city", {}});
    else if (std::ranges::find(cities, wanted, &triangle::City::id) == cities.end())
      flaws.push_back({"/in_city", "flaw.unknown_choice", {}});
    else invitation.city = wanted;
  } else if (given.in_city && !given.in_city->empty()) {
    flaws.push_back({"/in_city", "flaw.whole_network", {}});
  }
  const auto email = access::email_address(given.email);
  if (!email) {
    flaws.push_back({"/email", "flaw.email", {}});
    return invitation;
  }
  invitation.email = *email;
  const auto known = access::person_with_email(session, *email);
  if (known && std::ranges::any_of(access::roles_of(session, known->id), [&](const auto& held) {
        return held.network == given.network && held.role == given.role && held.city == invitation.city;
      }))
    flaws.push_back({"/email", "flaw.already_here", {}});
  else check_not_invited(session, invitation, asking, flaws);
  check_one_side(session, invitation, flaws);
  return invitation;
}

}  // namespace

Outcome<NetworksPage> ShowNetworks::operator()(const Nothing& /*nothing*/, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  return store.read([&](store::Session& session) -> Outcome<NetworksPage> {
    const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
    NetworksPage page{.hosts = asking.visitor->hosts, .networks = {}};
    for (const auto& network : programme::networks(session)) {
      if (access::permission(who, network.id).sight == access::Sight::nothing) continue;
      NetworkLine line{.network = network.id,
                       .name = network.name,
                       .cities = static_cast<int>(programme::cities_of(session, network.id).size()),
                       .as = {}};
      for (const auto& stands : who.networks) {
        if (stands.network == network.id && std::ranges::find(line.as, stands.role) == line.as.end())
          line.as.push_back(stands.role);
      }
      page.networks.push_back(std::move(line));
    }
    return page;
  });
}

Outcome<Done<NetworkAddress>> AddOneNetwork::operator()(const AddNetwork& given, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  if (!asking.visitor->hosts) return refuse(Why::not_yours);
  shape::Flaws flaws;
  const std::string name = line_of_text(given.name, "/name", flaws);
  if (!flaws.empty()) return put_right(std::move(flaws));
  return store.write([&](store::Session& session) -> Outcome<Done<NetworkAddress>> {
    const programme::Network network{
        .id = NetworkId::fresh(), .name = name, .illustration = false, .created_at = asking.now};
    programme::add(session, network);
    note(session, asking, Deed::network_added, record("network", network.id.text));
    return Done<NetworkAddress>{
        .record = {network.id}, .go_to = "/networks/" + network.id.text, .notice = "notice.network_added"};
  });
}

Outcome<NetworkPage> ShowNetwork::operator()(const NetworkAddress& given, const Asking& asking) const {
  return house.store.read([&](store::Session& session) { return network_page(session, house, given.network, asking); });
}

Outcome<Done<Noted>> AddCityToNetwork::operator()(const AddNetworkCity& given, const Asking& asking) const {
  return store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    if (const auto why = may_not_arrange(session, given.network, asking)) return refuse(*why);
    shape::Flaws flaws;
    const std::string city = line_of_text(given.city, "/city", flaws);
    const std::string country = line_of_text(given.country, "/country", flaws);
    if (!flaws.empty()) return put_right(std::move(flaws));
    if (!programme::add_city(session, given.network, city_meant(session, city, country), asking.now))
      return put_right("/city", "flaw.city_already_here");
    note(session, asking, Deed::city_added, record("network", given.network.text));
    return Done<Noted>{.record = {}, .go_to = "/networks/" + given.network.text, .notice = "notice.city_added"};
  });
}

Outcome<NetworkPage> InvitePersonToNetwork::operator()(const InviteToNetwork& given, const Asking& asking) const {
  std::optional<mail::Letter> letter;
  auto shown = house.store.write([&](store::Session& session) -> Outcome<NetworkPage> {
    if (const auto why = may_not_arrange(session, given.network, asking)) return refuse(*why);
    shape::Flaws flaws;
    const auto invitation = invited(session, given, asking, flaws);
    if (!flaws.empty()) return put_right(std::move(flaws));
    const auto key = access::invite(session, invitation, asking.now);
    note(session, asking, Deed::person_invited, record("invitation", key.invitation.text));
    const std::string link = public_address + "/join?key=" + key.text;
    if (outbox != nullptr) letter = letter_with(session, house.words, invitation, link, asking);
    auto page = network_page(session, house, given.network, asking);
    if (page) {
      page->invitation_link = link;
      page->invited_name = invitation.name;
    }
    if (page && letter) page->mailed_to = letter->to;
    return page;
  });
  // After the invitation is in the records, never before.
  if (shown && letter) outbox->post(*std::move(letter));
  return shown;
}

Outcome<Done<OpenedProgramme>> OpenOneProgramme::operator()(const OpenProgramme& given, const Asking& asking) const {
  return house.store.write([&](store::Session& session) -> Outcome<Done<OpenedProgramme>> {
    if (const auto why = may_not_arrange(session, given.network, asking)) return refuse(*why);
    shape::Flaws flaws;
    const std::string title = line_of_text(given.title, "/title", flaws);
    const int year = given.year.value_or(year_of(asking.now));
    if (year < year_of(asking.now) - 1 || year > year_of(asking.now) + 5)
      flaws.push_back(
          {"/year",
           "flaw.year_out_of_range",
           {{"least", std::to_string(year_of(asking.now) - 1)}, {"most", std::to_string(year_of(asking.now) + 5)}}});
    if (!flaws.empty()) return put_right(std::move(flaws));
    const programme::Programme opened{.id = ProgrammeId::fresh(),
                                      .network = given.network,
                                      .title = title,
                                      .most_managers = house.programme.most_managers,
                                      .opened_on = shape::date_of(asking.now)};
    programme::open(session, opened, house.programme, year, asking.now);
    note(session, asking, Deed::programme_opened, record("programme", opened.id.text));
    return Done<OpenedProgramme>{
        .record = {opened.id}, .go_to = "/programmes/" + opened.id.text, .notice = "notice.programme_opened"};
  });
}

}  // namespace trivium::api
