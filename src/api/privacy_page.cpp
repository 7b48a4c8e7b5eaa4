#include "api/privacy_page.hpp"

#include "access/sight.hpp"
#include "api/noted.hpp"
#include "trail/cut.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

std::vector<NetworkDays> networks_of(store::Session& session, const access::Asker& who) {
  std::vector<NetworkDays> all;
  const auto kept = personal::kept_programmes(session);
  for (const auto& network : programme::networks(session)) {
    if (access::permission(who, network.id).sight == access::Sight::nothing) continue;
    NetworkDays line{.network = network.id,
                     .name = network.name,
                     .days = personal::days_set(session, network.id),
                     .may_set = access::may_set_retention(who, network.id),
                     .programmes = {}};
    std::ranges::copy_if(kept, std::back_inserter(line.programmes),
                         [&](const auto& programme) { return programme.network == network.id; });
    all.push_back(std::move(line));
  }
  return all;
}

Outcome<Done<Noted>> set_days_kept(store::Store& store, const std::optional<access::NetworkId>& network,
                                   std::optional<int> days, const Asking& asking) {
  if (!asking.visitor) return refuse(Why::sign_in);
  return store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
    if (network &&
        (access::permission(who, *network).sight == access::Sight::nothing || !programme::network(session, *network)))
      return refuse(Why::not_found);
    if (!access::may_set_retention(who, network)) return refuse(Why::not_yours);
    if (days && (*days < personal::kLeastDays || *days > personal::kMostDays))
      return put_right(
          "/days", "flaw.days_out_of_range",
          {{"least", std::to_string(personal::kLeastDays)}, {"most", std::to_string(personal::kMostDays)}});
    personal::set_days(session, network, days, asking.visitor->person, asking.now);
    note(session, asking, Deed::retention_set, network ? record("network", network->text) : std::string{});
    return Done<Noted>{
        .record = {}, .go_to = network ? "/networks/" + network->text : "/privacy", .notice = "notice.retention_set"};
  });
}

}  // namespace

Outcome<PrivacyPage> ShowPrivacy::operator()(const Nothing& /*nothing*/, const Asking& asking) const {
  return store.read([&](store::Session& session) -> Outcome<PrivacyPage> {
    PrivacyPage page{.days = personal::days_set(session, std::nullopt),
                     .may_set = false,
                     .passing_days = personal::kPassingThings,
                     .trail_days = trail::kDaysKept,
                     .warned_before = personal::kWarnedBefore,
                     .least_days = personal::kLeastDays,
                     .most_days = personal::kMostDays,
                     .signed_in = asking.visitor.has_value(),
                     .networks = {}};
    if (!asking.visitor) return page;
    const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
    page.may_set = access::may_set_retention(who, std::nullopt);
    page.networks = networks_of(session, who);
    return page;
  });
}

Outcome<Done<Noted>> SetDaysKept::operator()(const SetRetention& given, const Asking& asking) const {
  return set_days_kept(store, std::nullopt, given.days, asking);
}

Outcome<Done<Noted>> SetDaysKeptByNetwork::operator()(const SetNetworkRetention& given, const Asking& asking) const {
  return set_days_kept(store, given.network, given.days, asking);
}

}  // namespace trivium::api
