// A filled-in table as a picture that fit/ can hold against itself: which rows are demands, instruments and practices,
// and which links somebody drew, in the table's own columns or by hand.
#pragma once

#include "api/rows_in.hpp"
#include "fit/picture.hpp"
#include "guidance/guidance.hpp"
#include "triangle/link.hpp"
#include "words/words.hpp"

namespace trivium::api {

struct TablePicture {
  fit::Picture picture;
  // Introductions (C9) that nobody has linked to anything: a link may be drawn to them, and nothing is missed while
  // there is none. One that is linked is a practice like any other, of unknown effort.
  std::vector<fit::Practice> introductions;
  // Beside picture.addresses, .carries and .meets: the link somebody drew by hand, or none where the answer itself says
  // so.
  std::vector<std::optional<triangle::LinkId>> addresses_drawn;
  std::vector<std::optional<triangle::LinkId>> carries_drawn;
  std::vector<std::optional<triangle::LinkId>> meets_drawn;
};

TablePicture picture_of(const guidance::Guidance& guidance, const words::Words& words, const AnswersByTask& answers,
                        const std::vector<triangle::DrawnLink>& drawn);

// Whether the rows a link names are in the picture, each of its kind.
struct Ends {
  bool from;
  bool to;
};
Ends ends_in(const TablePicture& table, triangle::LinkKind kind, const std::string& from_row,
             const std::string& to_row);

// What a link between two rows would be; none where none can be drawn between them.
std::optional<triangle::LinkKind> kind_between(const TablePicture& table, const std::string& from_row,
                                               const std::string& to_row);

// The answers that the picture looks at.
const std::vector<std::string>& tasks_of_the_picture();

// Those of them whose rows are weighed, funded, staffed or linked.
const std::vector<std::string>& tasks_of_the_sides();

// The answers as the rules of guidance look at them.
guidance::Answers answers_for_rules(const AnswersByTask& answers);

}  // namespace trivium::api
