// Where a table belongs: a cluster of a city, and the rounds in which its people fill in the table.
#pragma once

#include "shape/json.hpp"
#include "store/session.hpp"
#include "triangle/ids.hpp"

namespace trivium::triangle {

struct City {
  CityId id;
  std::string name;
  std::string country;
  std::string zone{};  // of its clock, IANA; "" that of the installation
};
TRIVIUM_SHAPE(City, id, name, country, zone)

struct Cluster {
  ClusterId id;
  CityId city;
  std::string name;
  bool illustration;
  shape::Instant created_at;
};
TRIVIUM_SHAPE(Cluster, id, city, name, illustration, created_at)

// A cluster with its city's name, as lists and pages show it.
struct ClusterInCity {
  ClusterId id;
  std::string name;
  CityId city_id;
  std::string city;
  std::string country;
  bool illustration;
};
TRIVIUM_SHAPE(ClusterInCity, id, name, city_id, city, country, illustration)

struct Round {
  RoundId id;
  ClusterId cluster;
  std::string title;
  int question_set;  // version of the 32 tasks it is answered with
  shape::Date opened_on;
  std::optional<shape::Date> send_by;
  std::optional<ProgrammeId> programme{};  // the one it is part of
};
TRIVIUM_SHAPE(Round, id, cluster, title, question_set, opened_on, send_by, programme)

// The city of that name, made when it is not there yet, with its clock.
CityId city_named(store::Session& session, const std::string& name, const std::string& country,
                  const std::string& zone = "");
std::optional<City> city(store::Session& session, const CityId& id);
std::vector<City> cities(store::Session& session);       // by name
void change(store::Session& session, const City& city);  // for everybody who sees it
void add(store::Session& session, const Cluster& cluster);
void rename(store::Session& session, const ClusterId& cluster, const std::string& name);
void add(store::Session& session, const Round& round);
std::optional<ClusterInCity> cluster(store::Session& session, const ClusterId& id);
std::vector<ClusterInCity> clusters(store::Session& session);
std::optional<Round> round(store::Session& session, const RoundId& id);
std::vector<Round> rounds_of(store::Session& session, const ClusterId& cluster);  // newest first

}  // namespace trivium::triangle
