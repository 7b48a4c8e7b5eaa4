// What one city asked and the coaches answered for all: in words that name nobody, for everybody in the programme.
#pragma once

#include "api/asking.hpp"
#include "api/house.hpp"
#include "api/outcome.hpp"
#include "programme/conversation.hpp"

namespace trivium::api {

struct ToldLine {
  std::string question;
  std::string answer;
  shape::Instant told_at;
};
TRIVIUM_SHAPE(ToldLine, question, answer, told_at)

struct ToldPage {  // GET /programmes/{programme}/answers
  triangle::ProgrammeId programme;
  std::string programme_title;
  std::vector<ToldLine> told;  // newest first
};
TRIVIUM_SHAPE(ToldPage, programme, programme_title, told)

struct ToldAddress {
  triangle::ProgrammeId programme;
};
TRIVIUM_SHAPE(ToldAddress, programme)

struct ShowTold {
  store::Store& store;
  Outcome<ToldPage> operator()(const ToldAddress& given, const Asking& asking) const;
};

}  // namespace trivium::api
