// The whole trail, for whoever hosts: who did what and when, never what anybody wrote.
#pragma once

#include "api/asking.hpp"
#include "api/house.hpp"
#include "api/outcome.hpp"
#include "trail/reading.hpp"

namespace trivium::api {

struct TrailLine {
  std::int64_t number;
  shape::Instant at;
  std::string who;        // a name, or in words that there is none
  std::string who_id;     // as the chain has it
  std::string deed;       // its code
  std::string deed_said;  // in the reader's words
  std::string about;
  std::string about_id;
  std::string records;  // by their ids
  std::string form;
  std::string result;
  bool refused;
};
TRIVIUM_SHAPE(TrailLine, number, at, who, who_id, deed, deed_said, about, about_id, records, form, result, refused)

struct DeedChoice {
  std::string code;
  std::string said;
  bool chosen;
};
TRIVIUM_SHAPE(DeedChoice, code, said, chosen)

struct TrailPage {           // GET /trail
  std::string asked_person;  // the address that was asked for
  std::vector<DeedChoice> deeds;
  std::string deed;                   // the one that was asked for
  std::vector<TrailLine> rows;        // newest first, at most 200
  std::optional<std::int64_t> older;  // ask for rows before this one
};
TRIVIUM_SHAPE(TrailPage, asked_person, deeds, deed, rows, older)

struct AskTrail {
  std::optional<std::string> person;  // address of mail
  std::optional<std::string> deed;
  std::optional<int> before;
};
TRIVIUM_SHAPE(AskTrail, person, deed, before)

struct ShowTrail {
  const House& house;
  Outcome<TrailPage> operator()(const AskTrail& given, const Asking& asking) const;
};

}  // namespace trivium::api
