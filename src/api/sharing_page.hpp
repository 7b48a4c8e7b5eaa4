// Who reads my table: what its state is, and what its manager may open or allow.
#pragma once

#include "api/open_table.hpp"

namespace trivium::api {

enum class Reach { mine, coaches, city };  // until it is sent; once it is; opened to the city
TRIVIUM_NAMES(Reach, mine, coaches, city)

struct SharingPage {  // GET /assessments/{assessment}/sharing
  triangle::AssessmentId assessment;
  Place place;
  Reach reach;
  bool with_city;  // as chosen; it takes effect once the table is sent
  bool compared;
  bool in_programme;  // else there is nothing to be compared with
  std::optional<triangle::ProgrammeId> programme;
  SeenBy seen_by;
};
TRIVIUM_SHAPE(SharingPage, assessment, place, reach, with_city, compared, in_programme, programme, seen_by)

struct ShareTable {  // POST /assessments/{assessment}/sharing
  triangle::AssessmentId assessment;
  bool with_city;
  bool compared;
};
TRIVIUM_SHAPE(ShareTable, assessment, with_city, compared)

struct ShowSharing {
  const House& house;
  Outcome<SharingPage> operator()(const TableAddress& given, const Asking& asking) const;
};

struct ShareOwnTable {
  const House& house;
  Outcome<Done<Noted>> operator()(const ShareTable& given, const Asking& asking) const;
};

}  // namespace trivium::api
