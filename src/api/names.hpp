// Putting a name right that was typed wrong: of a network, a programme, a cluster, a city; and a city's clock; and
// leaving a city out again.
#pragma once

#include "api/asking.hpp"
#include "api/outcome.hpp"
#include "programme/programme.hpp"
#include "store/store.hpp"

namespace trivium::api {

struct NameNetwork {  // POST /networks/{network}/name
  triangle::NetworkId network;
  std::string network_name;
};
TRIVIUM_SHAPE(NameNetwork, network, network_name)

struct NameProgramme {  // POST /programmes/{programme}/name
  triangle::ProgrammeId programme;
  std::string programme_title;
};
TRIVIUM_SHAPE(NameProgramme, programme, programme_title)

struct NameCluster {  // POST /clusters/{cluster}/name
  triangle::ClusterId cluster;
  std::string cluster_name;
};
TRIVIUM_SHAPE(NameCluster, cluster, cluster_name)

enum class ThenCity { rename, leave_out };
TRIVIUM_NAMES(ThenCity, rename, leave_out)

struct ChangeCity {  // POST /networks/{network}/city
  triangle::NetworkId network;
  std::string which;                     // a city of the network
  std::optional<std::string> city_name;  // what is empty stays; none is read where the city is left out
  std::optional<std::string> city_country;
  std::optional<std::string> zone;  // IANA, of its clock
  std::optional<ThenCity> then;     // none: rename
};
TRIVIUM_SHAPE(ChangeCity, network, which, city_name, city_country, zone, then)

struct NameOneNetwork {
  store::Store& store;
  Outcome<Done<Noted>> operator()(const NameNetwork& given, const Asking& asking) const;
};

struct NameOneProgramme {
  store::Store& store;
  Outcome<Done<Noted>> operator()(const NameProgramme& given, const Asking& asking) const;
};

struct NameOneCluster {
  store::Store& store;
  Outcome<Done<Noted>> operator()(const NameCluster& given, const Asking& asking) const;
};

struct ChangeOneCity {
  store::Store& store;
  Outcome<Done<Noted>> operator()(const ChangeCity& given, const Asking& asking) const;
};

}  // namespace trivium::api
