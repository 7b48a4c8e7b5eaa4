// Networks of cities: who leads, coaches and coordinates, which cities belong, which programmes they run.
#pragma once

#include "api/house.hpp"
#include "api/people_page.hpp"
#include "programme/programme.hpp"

namespace trivium::api {

using programme::CityId;
using programme::NetworkId;
using programme::ProgrammeId;

struct NetworkLine {
  NetworkId network;
  std::string name;
  int cities;
  std::vector<access::Role> as;  // what the reader is there; empty for the host
};
TRIVIUM_SHAPE(NetworkLine, network, name, cities, as)

struct NetworksPage {  // GET /networks
  bool hosts;
  std::vector<NetworkLine> networks;
};
TRIVIUM_SHAPE(NetworksPage, hosts, networks)

struct AddNetwork {  // POST /networks
  std::string name;
};
TRIVIUM_SHAPE(AddNetwork, name)

struct NetworkAddress {
  NetworkId network;
};
TRIVIUM_SHAPE(NetworkAddress, network)

struct NetworkPerson {
  std::string name;
  access::Role role;
  std::string city;  // "" for lead and observer
  std::optional<access::RoleId> may_end;
  bool last_lead;  // with this role the network has nobody left who leads it
};
TRIVIUM_SHAPE(NetworkPerson, name, role, city, may_end, last_lead)

struct NetworkCity {
  CityId city;
  std::string name;
  std::string country;
  std::string clock;  // the city its time zone is named for; "": that of the installation
};
TRIVIUM_SHAPE(NetworkCity, city, name, country, clock)

struct ClockChoice {
  std::string zone;  // IANA
  std::string city;
};
TRIVIUM_SHAPE(ClockChoice, zone, city)

struct ProgrammeLine {
  ProgrammeId programme;
  std::string title;
  shape::Date from;
  shape::Date to;
};
TRIVIUM_SHAPE(ProgrammeLine, programme, title, from, to)

struct NetworkInvitation {
  access::InvitationId invitation;
  std::string name;
  std::string email;
  access::Role role;
  std::string city;
  shape::Date expires_on;
  bool run_out;
};
TRIVIUM_SHAPE(NetworkInvitation, invitation, name, email, role, city, expires_on, run_out)

struct NetworkPage {  // GET /networks/{network}
  NetworkId network;
  std::string name;
  bool arranges;
  std::vector<NetworkPerson> people;
  std::vector<NetworkCity> cities;
  std::vector<ProgrammeLine> programmes;       // newest first
  std::vector<NetworkInvitation> invitations;  // open ones; only for those who arrange
  std::vector<access::RoleEnded> were_here;    // the same
  std::optional<std::string> invitation_link;  // shown once, right after inviting
  std::optional<std::string> invited_name;     // whose link it is
  std::optional<std::string> mailed_to;        // where the link goes by mail as well
  std::vector<ClockChoice> clocks;             // only for those who arrange
  int year_to_open;                            // the next programme: this year while its first step is not over
  std::optional<int> days;                     // that tables are kept after a programme's end; none: as everywhere here
  int least_days;
  int most_days;
};
TRIVIUM_SHAPE(NetworkPage, network, name, arranges, people, cities, programmes, invitations, were_here, invitation_link,
              invited_name, mailed_to, clocks, year_to_open, days, least_days, most_days)

struct AddNetworkCity {  // POST /networks/{network}/cities
  NetworkId network;
  std::string city;
  std::string country;
};
TRIVIUM_SHAPE(AddNetworkCity, network, city, country)

// Lead and observer for the network; coach and coordinator for a city of it.
struct InviteToNetwork {  // POST /networks/{network}/invitations
  NetworkId network;
  std::string name;
  std::string email;
  access::Role role;
  std::optional<std::string> in_city;  // its id
};
TRIVIUM_SHAPE(InviteToNetwork, network, name, email, role, in_city)

struct OpenProgramme {  // POST /networks/{network}/programmes
  NetworkId network;
  std::string title;
  std::optional<int> year;  // of the template's days
};
TRIVIUM_SHAPE(OpenProgramme, network, title, year)

struct OpenedProgramme {
  ProgrammeId programme;
};
TRIVIUM_SHAPE(OpenedProgramme, programme)

struct ShowNetworks {
  const store::Store& store;
  Outcome<NetworksPage> operator()(const Nothing& nothing, const Asking& asking) const;
};

struct AddOneNetwork {
  store::Store& store;
  Outcome<Done<NetworkAddress>> operator()(const AddNetwork& given, const Asking& asking) const;
};

struct ShowNetwork {
  const House& house;
  Outcome<NetworkPage> operator()(const NetworkAddress& given, const Asking& asking) const;
};

struct AddCityToNetwork {
  store::Store& store;
  Outcome<Done<Noted>> operator()(const AddNetworkCity& given, const Asking& asking) const;
};

// Shows the link once, on the network's page; only its hash is kept.
struct InvitePersonToNetwork {
  const House& house;
  const std::string& public_address;
  mail::Outbox* outbox = nullptr;  // none: no mail is sent
  Outcome<NetworkPage> operator()(const InviteToNetwork& given, const Asking& asking) const;
};

struct OpenOneProgramme {
  const House& house;
  Outcome<Done<OpenedProgramme>> operator()(const OpenProgramme& given, const Asking& asking) const;
};

}  // namespace trivium::api
