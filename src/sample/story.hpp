// The sample city as its file tells it.
#pragma once

#include "framework/question_sets.hpp"
#include "programme/conversation.hpp"
#include "programme/visit.hpp"
#include "sample/sample_city.hpp"
#include "triangle/answer.hpp"
#include "triangle/assessment.hpp"
#include "triangle/closing.hpp"
#include "triangle/cluster_numbers.hpp"
#include "triangle/translation.hpp"

namespace trivium::sample {

struct ToldPerson {
  std::string key;
  std::string name;
  std::string email;
};

struct ToldInitiative {
  std::string key;
  std::string name;
  std::string within;  // the key of one told before; empty: by itself
  shape::Date since;
  std::optional<shape::Date> until;
};

struct ToldManager {
  ToldPerson person;
  std::vector<std::string> stands_for;  // keys of initiatives
};

// A coach and a coordinator are there for the city, lead and observer for the network.
struct ToldInNetwork {
  ToldPerson person;
  access::Role role;
};

struct ToldProgramme {
  std::string key;
  std::string title;
  shape::Date opened_on;
  int most_managers;
  std::vector<programme::Step> steps;  // programme is filled in when it is settled
};

struct ToldNetwork {
  std::string name;
  std::vector<ToldInNetwork> people;
  std::vector<ToldProgramme> programmes;
};

// What somebody wrote.
struct ToldRemark {
  std::string by;  // a person's key
  shape::Instant at;
  std::string text;
};

struct ToldConversation {
  std::string with;  // a manager's key
  std::string task;  // of that manager's table; empty: in general
  bool resolved;     // on the day of its last remark
  std::vector<ToldRemark> remarks;
  std::optional<programme::ToldToAll> to_all;  // ids and who told it are filled in: the coach, on the same day
};

struct ToldVisit {
  std::string planned_by;
  programme::Visit plan;  // round and writer are filled in when it is settled
};

struct ToldNote {
  std::string task;
  ToldRemark remark;
};

struct ToldTable {
  std::string manager;  // its key
  triangle::Vertex started_from;
  std::optional<shape::Date> sent_on;
  std::vector<triangle::Answer> answers;  // assessment and writer are filled in when it is settled
  std::vector<triangle::Translation> translations;
  std::vector<ToldNote> notes;               // the coaches'
  std::optional<triangle::Closing> closing;  // handed in on the day it was written
};

struct ToldRound {
  std::string title;
  shape::Date opened_on;
  std::optional<shape::Date> send_by;
  std::vector<ToldTable> tables;
  std::string programme;  // its key; empty where the round is part of none
  std::optional<ToldVisit> visit;
  std::vector<ToldConversation> conversations;
};

struct ToldNumbers {
  std::string given_by;               // a manager's key
  triangle::ClusterNumbers as_given;  // cluster and writer are filled in when it is settled
};

struct SampleCity::Story {
  std::string language;
  std::string city;
  std::string country;
  std::string zone;  // IANA, of its clock
  std::string cluster;
  std::vector<ToldInitiative> initiatives;
  std::vector<ToldManager> managers;
  ToldNetwork network;
  std::optional<ToldNumbers> numbers;
  std::vector<ToldRound> rounds;
};

std::expected<SampleCity::Story, std::vector<std::string>> read_story(const std::filesystem::path& file,
                                                                      const std::string& language,
                                                                      const framework::Framework& framework);

}  // namespace trivium::sample
