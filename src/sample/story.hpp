// The sample city as its file tells it.
#pragma once

#include "framework/question_sets.hpp"
#include "sample/sample_city.hpp"
#include "triangle/answer.hpp"
#include "triangle/assessment.hpp"
#include "triangle/cluster_numbers.hpp"
#include "triangle/translation.hpp"

namespace trivium::sample {

struct ToldManager {
  std::string key;
  std::string name;
  std::string email;
};

struct ToldTable {
  std::string manager;  // its key
  triangle::Vertex started_from;
  std::optional<shape::Date> sent_on;
  std::vector<triangle::Answer> answers;  // assessment and writer are filled in when it is settled
  std::vector<triangle::Translation> translations;
};

struct ToldRound {
  std::string title;
  shape::Date opened_on;
  std::optional<shape::Date> send_by;
  std::vector<ToldTable> tables;
};

struct ToldNumbers {
  std::string given_by;               // a manager's key
  triangle::ClusterNumbers as_given;  // cluster and writer are filled in when it is settled
};

struct SampleCity::Story {
  std::string language;
  std::string city;
  std::string country;
  std::string cluster;
  std::vector<ToldManager> managers;
  std::optional<ToldNumbers> numbers;
  std::vector<ToldRound> rounds;
};

std::expected<SampleCity::Story, std::vector<std::string>> read_story(const std::filesystem::path& file,
                                                                      const std::string& language,
                                                                      const framework::Framework& framework);

}  // namespace trivium::sample
