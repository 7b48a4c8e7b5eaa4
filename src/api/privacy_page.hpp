// What is kept of people, what for, who sees it and for how long; and the days, for those who set them.
#pragma once

#include "api/asking.hpp"
#include "api/outcome.hpp"
#include "personal/retention.hpp"
#include "store/store.hpp"

namespace trivium::api {

struct NetworkDays {
  access::NetworkId network;
  std::string name;
  std::optional<int> days;  // its own; none: as everywhere here
  bool may_set;
  std::vector<personal::KeptProgramme> programmes;
};
TRIVIUM_SHAPE(NetworkDays, network, name, days, may_set, programmes)

struct PrivacyPage {        // GET /privacy
  std::optional<int> days;  // after a programme's end, where its network says nothing; none: until they are erased
  bool may_set;
  int passing_days;
  int trail_days;
  int warned_before;
  int least_days;
  int most_days;
  bool signed_in;
  std::vector<NetworkDays> networks;  // those the reader stands in
};
TRIVIUM_SHAPE(PrivacyPage, days, may_set, passing_days, trail_days, warned_before, least_days, most_days, signed_in,
              networks)

struct SetRetention {       // POST /privacy/retention
  std::optional<int> days;  // none: until they are erased
};
TRIVIUM_SHAPE(SetRetention, days)

struct SetNetworkRetention {  // POST /networks/{network}/retention
  access::NetworkId network;
  std::optional<int> days;  // none: as everywhere here
};
TRIVIUM_SHAPE(SetNetworkRetention, network, days)

struct ShowPrivacy {
  const store::Store& store;
  Outcome<PrivacyPage> operator()(const Nothing& nothing, const Asking& asking) const;
};

struct SetDaysKept {
  store::Store& store;
  Outcome<Done<Noted>> operator()(const SetRetention& given, const Asking& asking) const;
};

struct SetDaysKeptByNetwork {
  store::Store& store;
  Outcome<Done<Noted>> operator()(const SetNetworkRetention& given, const Asking& asking) const;
};

}  // namespace trivium::api
