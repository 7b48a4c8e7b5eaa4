// Traps that no reader sees by itself: what stands there is read as it stands, and what may be said of it is obeyed.
#include "evidence/trap.hpp"

namespace trivium::evidence {
namespace {

RowsWhere without(std::string header, std::string value) {
  return {std::move(header), std::move(value), RowsWhere::Are::left_out};
}

}  // namespace

TEST_CASE("firms that had not entered stand as rows of zeros, and are left out and counted once that is said") {
  auto table = two("firm", Kind::code, "ties", Kind::whole);
  CHECK(trap("rows_of_zeros.csv", table).rows == Lines{"P13|4", "P14|0", "P15|0"});
  table.rows = {without("ties", "0")};
  const auto met = trap("rows_of_zeros.csv", table);
  CHECK(met.rows == Lines{"P13|4"});
  CHECK(met.tally.left_out == 2);
}

TEST_CASE("pairs that an office left out because they were small are not there, and no row is made up for them") {
  const auto met = trap("absent_rows.csv", two("from", Kind::code, "count", Kind::whole));
  CHECK(met.rows == Lines{"0111|12", "1071|15"});
  CHECK(met.tally.stood[1].by_mark == std::array<std::uint64_t, 4>{2, 0, 0, 0});
}

TEST_CASE("a colon for what is not yet known is missing where that was said, and refused otherwise") {
  auto table = two("born", Kind::whole, "alive_after_5", Kind::number);
  CHECK(trap("not_yet_known.csv", table).errors == Errors{{3, "alive_after_5", ":", Reason::not_a_number}});
  table.columns[1].markers = {{":", Marker::Means::missing}};
  CHECK(trap("not_yet_known.csv", table).rows == Lines{"2017|42.5", "2021|(missing)"});
}

TEST_CASE("the total is left out where it is named, and what belongs to no region stays a row of its own") {
  auto table = two("region", Kind::text, "firms", Kind::whole);
  table.rows = {without("region", "OGÓŁEM POLSKA")};
  const auto met = trap("parts_and_total.csv", table);
  CHECK(met.rows == Lines{"dolnośląskie|60", "lubelskie|30", "Brak województwa|10"});
  CHECK(met.tally.left_out == 1);
}

TEST_CASE("groups that overlap are refused by the length of their codes, or left out by the column of their level") {
  auto table = two("industry", Kind::code, "gva", Kind::whole);
  table.columns[0].digits = {4};
  const auto met = trap("overlapping_groups.csv", table);
  CHECK(met.rows == Lines{"1011|25"});
  CHECK(met.tally.refused == 5);
  CHECK(met.errors.front() == RowError{2, "industry", "A-E", Reason::code_length});
  table.columns[0].digits.clear();
  table.rows = {{"level", "2", RowsWhere::Are::taken}, {"level", "3", RowsWhere::Are::taken}};
  CHECK(trap("overlapping_groups.csv", table).rows == Lines{"10|90", "101|40"});
}

TEST_CASE("a range of codes is refused where six digits were said, and a code that was rolled up cannot be seen") {
  auto table = two("naics", Kind::code, "jobs", Kind::whole);
  CHECK(trap("range_codes.csv", table).rows == Lines{"31-33|900", "311811|5", "111000|7", "238110|3"});
  table.columns[0].digits = {6};
  const auto met = trap("range_codes.csv", table);
  CHECK(met.rows == Lines{"311811|5", "111000|7", "238110|3"});
  CHECK(met.errors == Errors{{2, "naics", "31-33", Reason::code_length}});
}

TEST_CASE("firms in one place and jobs that are the middle of a class with noise are read as they stand") {
  DescribedTable table{.name = "t",
                       .columns = {{.name = "x", .header = "x", .kind = Kind::number},
                                   {.name = "jobs", .header = "jobs", .kind = Kind::number}}};
  CHECK(trap("shared_positions.csv", table).rows == Lines{"735012.5|5.0002", "735012.5|4.9998", "735900.0|15.0001"});
  table.columns[1].kind = Kind::whole;
  CHECK(trap("shared_positions.csv", table).errors.front() == RowError{2, "jobs", "5.0002", Reason::not_whole});
}

TEST_CASE("XML is no table, whatever its elements are called") {
  const auto met = trap("elements.xml", two("DZIAŁ", Kind::code, "_0-9", Kind::whole));
  REQUIRE_FALSE(met.flaws.empty());
  CHECK(met.flaws.front().key == "evidence.xml");
}

TEST_CASE("ties of somebody with themselves are rows like others; the network leaves them out") {
  CHECK(trap("self_loops.csv", two("source", Kind::code, "target", Kind::code)).rows == Lines{"A|A", "A|B", "B|C"});
}

TEST_CASE("a year that is not known is refused, unless the table says what stands for it") {
  auto table = two("project", Kind::code, "year", Kind::whole);
  table.columns[1].most = 2100;
  const auto met = trap("year_not_known.csv", table);
  CHECK(met.rows == Lines{"1|2014"});
  CHECK(met.errors == Errors{{3, "year", "NA", Reason::not_whole}, {4, "year", "9999", Reason::out_of_range}});
  table.columns[1].markers = {{"NA", Marker::Means::missing}, {"9999", Marker::Means::not_applicable}};
  CHECK(trap("year_not_known.csv", table).rows == Lines{"1|2014", "2|(missing)", "3|(not applicable)"});
}

TEST_CASE("a column that need not be there is unknown where it is not, and read where it is") {
  auto table = two("firm", Kind::code, "weight", Kind::number);
  table.columns[1].stands = Column::Stands::where_there_is_one;
  table.columns[1].empty = Column::Empty::is_wrong;
  CHECK(trap("rows_of_zeros.csv", table).rows == Lines{"P13|", "P14|", "P15|"});
  table.columns[1].header = "ties";
  CHECK(trap("rows_of_zeros.csv", table).rows == Lines{"P13|4.0", "P14|0.0", "P15|0.0"});
}

}  // namespace trivium::evidence
