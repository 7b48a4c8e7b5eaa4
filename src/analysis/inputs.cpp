#include "analysis/inputs.hpp"

namespace trivium::analysis {
namespace {

using evidence::Column;
using evidence::Kind;
using Empty = Column::Empty;

Column column(std::string name, Kind kind, Empty empty) {
  Column made{.name = name, .header = std::move(name), .kind = kind};
  made.empty = empty;
  return made;
}

// A weight need not be there; where it is, every tie has one, above 0.
Column weight(Kind kind, Empty empty) {
  auto made = column("weight", kind, empty);
  made.stands = Column::Stands::where_there_is_one;
  return made;
}

Column place(std::string name) { return column(std::move(name), Kind::number, Empty::is_wrong); }

// Published sums, for where a part of them is kept back or not in the table.
Input sums(std::string_view name, std::string_view of) {
  return {.name = name,
          .columns = {code(std::string{of}), amount("jobs", Kind::number)},
          .needed = Needed::where_there_is_one,
          .unknown = Unknown::is_left_out,
          .once = Once{{of}}};
}

}  // namespace

evidence::Column code(std::string name) { return column(std::move(name), Kind::code, Empty::is_wrong); }

evidence::Column year(std::string name, Empty empty) { return column(std::move(name), Kind::whole, empty); }

evidence::Column amount(std::string name, Kind kind) {
  auto made = column(std::move(name), kind, Empty::is_missing);
  using Means = evidence::Marker::Means;
  made.markers = {{":", Means::missing}, {"*", Means::suppressed}};
  made.least = 0;
  return made;
}

Input employment() {
  return {.name = "employment",
          .columns = {code("region"), code("industry"), amount("jobs", Kind::number)},
          .once = Once{{"region", "industry"}},
          .shared_out = {{.amount = "jobs", .of = "region", .over = "industry"},
                         {.amount = "jobs", .of = "industry", .over = "region"}}};
}

std::vector<Input> employment_and_totals() {
  return {employment(), sums("region-totals", "region"), sums("industry-totals", "industry")};
}

Input flows() {
  return {
      .name = "flows",
      .columns = {code("from"), code("to"), amount("count", Kind::whole)},
      .unknown = Unknown::counts_as_nobody,
      .once = Once{{"from", "to"}},
      .one_list = {"from", "to"},
      .shared_out = {{.amount = "count", .of = "to", .over = "from"}, {.amount = "count", .of = "from", .over = "to"}}};
}

Input flows_before() {
  auto made = flows();
  made.name = "flows-before";
  made.needed = Needed::where_there_is_one;
  return made;
}

Input panel() {
  return {.name = "panel",
          .columns = {code("worker"), year("year", Empty::is_wrong), code("establishment"), code("industry")},
          .about = About::persons};
}

std::vector<Input> plants_and_totals() {
  return {{.name = "plants",
           .columns = {code("region"), code("industry"), amount("jobs", Kind::number)},
           .unknown = Unknown::is_left_out},
          sums("region-totals", "region")};
}

Input firm_sizes() {
  return {.name = "firm-sizes",
          .columns = {code("firm"), code("industry"), amount("jobs", Kind::number)},
          .once = Once{{"firm", "industry"}}};
}

Input change() {
  return {.name = "change",
          .columns = {code("industry"), amount("region_then", Kind::number), amount("region_now", Kind::number),
                      amount("larger_then", Kind::number), amount("larger_now", Kind::number)},
          .unknown = Unknown::is_left_out,
          .once = Once{{"industry"}, Again::each_for_itself},
          .shared_out = {{.amount = "region_then", .of = "", .over = "industry"}}};
}

std::vector<Input> firms_and_larger() {
  // A day written in one piece (20190101), or the year that stands for "never" (9999), is no year.
  const auto of_a_life = [](std::string name, Empty empty) {
    auto made = year(std::move(name), empty);
    made.least = 1000;
    made.most = 2200;
    return made;
  };
  auto last = of_a_life("last", Empty::is_missing);
  last.not_before = "first";
  Input firms{.name = "firms", .columns = {code("type"), of_a_life("first", Empty::is_wrong), std::move(last)}};
  auto larger = firms;
  larger.name = "larger-firms";
  larger.needed = Needed::where_there_is_one;
  return {std::move(firms), std::move(larger)};
}

std::vector<Input> areas_and_neighbours() {
  auto closeness = weight(Kind::number, Empty::is_missing);
  closeness.least = 0;
  auto value = amount("value", Kind::number);
  value.least.reset();
  return {{.name = "areas",
           .columns = {code("area"), std::move(value)},
           .unknown = Unknown::is_left_out,
           .once = Once{{"area"}, Again::averaged}},
          {.name = "neighbours",
           .columns = {code("one"), code("other"), std::move(closeness)},
           .one_list = {"one", "other"},
           .listed_in = ListedIn{.table = "areas", .column = "area", .remarked = "no_such_area"}}};
}

std::vector<Input> network(Needed groups) {
  auto strength = weight(Kind::number, Empty::is_wrong);
  strength.least = 1e-9;
  strength.most = 1e12;  // sums and their squares stay numbers
  return {{.name = "ties",
           .columns = {code("from"), code("to"), std::move(strength)},
           .once = Once{{"from", "to"}, Again::one_tie},
           .one_list = {"from", "to"}},
          {"actors", {code("actor"), code("group")}, groups}};
}

std::vector<Input> values_and_correspondences() {
  auto value = amount("value", Kind::number);
  value.least.reset();
  const std::vector<Column> links{code("from"), code("to"), weight(Kind::share, Empty::is_missing)};
  return {{.name = "values",
           .columns = {code("of"), code("code"), std::move(value)},
           .unknown = Unknown::keeps_its_mark,
           .once = Once{{"of", "code"}}},
          {"correspondence", links, Needed::always, ListsJoined{"from-list", "to-list"}},
          {"onward", links, Needed::where_there_is_one, ListsJoined{"to-list", "onward-list"}}};
}

std::vector<Input> sites() {
  return {{.name = "sites",
           .columns = {code("industry"), place("x"), place("y"), amount("jobs", Kind::number)},
           .unknown = Unknown::counts_as_one}};
}

}  // namespace trivium::analysis
