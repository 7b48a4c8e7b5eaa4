#include "evidence/workbook.hpp"
#include "evidence/cell_formats.hpp"
#include "evidence/scratch_folder.hpp"
#include "evidence/sheet_import.hpp"
#include "evidence/written_workbook.hpp"
#include "measure/shared_files.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace trivium::evidence {
namespace {

using Lines = std::vector<std::string>;
using Errors = std::vector<RowError>;

DescribedTable firms() {
  return {.name = "t",
          .columns = {{.name = "code", .header = "code", .kind = Kind::code, .empty = Column::Empty::is_wrong},
                      {.name = "n", .header = "firms", .kind = Kind::number, .markers = {{"-", Marker::Means::zero}}}}};
}

struct Read {
  Lines rows;
  Tally tally;
  shape::Flaws flaws;
};

Read read(const std::filesystem::path& file, const DescribedTable& table, const std::optional<std::string>& name = {}) {
  Duck duck;
  const auto tally = import_sheet(duck, file, name, table);
  if (!tally) return {.rows = {}, .tally = {}, .flaws = tally.error()};
  Read made{.rows = {}, .tally = *tally, .flaws = {}};
  for (const auto& row : duck.rows("select concat_ws('|', " +
                                   fmt::format("{}::varchar, coalesce({}::varchar, '')",
                                               sql_name(table.columns[0].name), sql_name(table.columns[1].name)) +
                                   ") from t"))
    made.rows.push_back(std::get<std::string>(row.front()));
  return made;
}

std::string cell(const char* place, const char* rest) { return fmt::format("<c r=\"{}\" {}</c>", place, rest); }

}  // namespace

TEST_CASE("a sheet is read as what is stored: numbers, days, shared and rich texts, results of formulas") {
  const ScratchFolder folder;
  const auto file =
      zipped(folder.path / "a.xlsx",
             workbook_parts({{"One", row_of(1, {"code", "firms"}) + "<row r=\"2\">" + cell("A2", "t=\"s\"><v>0</v>") +
                                         cell("B2", "s=\"3\"><v>1234.5</v>") + "</row><row r=\"3\">" +
                                         cell("A3", "t=\"s\"><v>1</v>") + cell("B3", "><f>SUM(B1:B2)</f><v>7.0</v>") +
                                         "</row><row r=\"4\">" + cell("A4", "><v>111110</v>") +
                                         cell("B4", "t=\"inlineStr\"><is><t>-</t></is>") + "</row></sheetData>"}},
                            "", {"<t>01.10</t>", "<r><t>01</t></r><r><rPr/><t>.2</t></r><rPh><t>no</t></rPh>"}));
  const auto met = read(file, firms());
  CHECK(met.flaws.empty());
  CHECK(met.tally.errors.empty());
  CHECK(met.rows == Lines{"01.10|1234.5", "01.2|7.0", "111110|0.0"});
}

TEST_CASE("a code that a spreadsheet took for a day or a number is refused, and so is a formula without a result") {
  const ScratchFolder folder;
  const auto file = zipped(
      folder.path / "a.xlsx",
      workbook_parts({{"One", row_of(1, {"code", "firms"}) + "<row r=\"2\">" + cell("A2", "s=\"1\"><v>44197</v>") +
                                  "</row><row r=\"4\">" + cell("A4", "><v>1.1</v>") + "</row><row r=\"5\">" +
                                  cell("A5", "t=\"inlineStr\"><is><t>02</t></is>") + cell("B5", "><f>A1+1</f>") +
                                  "</row><row r=\"6\">" + cell("A6", "t=\"inlineStr\"><is><t>03</t></is>") +
                                  cell("B6", "t=\"e\"><v>#DIV/0!</v>") + "</row></sheetData>"}}));
  const auto met = read(file, firms());
  CHECK(met.rows.empty());
  CHECK(met.tally.errors == Errors{{2, "code", "2021-01-01", Reason::code_spoiled},
                                   {4, "code", "1.1", Reason::code_spoiled},
                                   {5, "firms", "=A1+1", Reason::formula},
                                   {6, "firms", "#DIV/0!", Reason::formula}});
}

TEST_CASE("days are counted from 1900 or 1904 as the workbook says, and the 29th of February 1900 never was") {
  const ScratchFolder folder;
  const std::string rows = row_of(1, {"code", "day"}) + "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>a</v></c>" +
                           cell("B2", "s=\"2\"><v>45000</v>") +
                           "</row><row r=\"3\"><c r=\"A3\" t=\"str\"><v>b</v></c>" + cell("B3", "s=\"1\"><v>60</v>") +
                           "</row><row r=\"4\"><c r=\"A4\" t=\"str\"><v>c</v></c>" +
                           cell("B4", "s=\"1\"><v>45000.5</v>") + "</row></sheetData>";
  const DescribedTable table{.name = "t",
                             .columns = {{.name = "code", .header = "code", .kind = Kind::code},
                                         {.name = "day", .header = "day", .kind = Kind::date}}};
  const auto late = read(zipped(folder.path / "a.xlsx", workbook_parts({{"One", rows}})), table);
  CHECK(late.rows == Lines{"a|2023-03-15"});
  CHECK(late.tally.errors ==
        Errors{{3, "day", "1900-02-29", Reason::not_a_date}, {4, "day", "2023-03-15 + 0.5", Reason::not_a_date}});
  const auto mac = read(zipped(folder.path / "b.xlsx", workbook_parts({{"One", rows}}, R"(date1904="1")")), table);
  CHECK(mac.rows.front() == "a|2027-03-16");
}

TEST_CASE("formats of days are told from colours, quoted letters and lengths of time") {
  CHECK(shows_a_day("yyyy-mm-dd"));
  CHECK(shows_a_day("[$-415]d mmm"));
  CHECK(shows_a_day("[hh]:00"));
  CHECK_FALSE(shows_a_day("General"));
  CHECK_FALSE(shows_a_day("[Red]#,##0.00"));
  CHECK_FALSE(shows_a_day("0\" days\""));
  CHECK_FALSE(shows_a_day("0\\d"));
  CHECK_FALSE(shows_a_day("0\"d"));
}

TEST_CASE("a header in several rows below titles, merged cells and a hierarchy over columns, as it was said") {
  const ScratchFolder folder;
  const auto file = zipped(
      folder.path / "a.xlsx",
      workbook_parts({{"Tabl 1", row_of(1, {"Firms by region"}) + row_of(3, {"region", "PKD", "", "all"}) +
                                     row_of(4, {"", "section", "class", ""}) + row_of(5, {"North", "", "", "9"}) +
                                     row_of(6, {"", "A", "", "5"}) + row_of(7, {"", "", "0111Z", "3"}) +
                                     row_of(8, {"", "", "0112Z", "-"}) + row_of(9, {"", "B", "", "4"}) +
                                     row_of(10, {"", "", "0510Z", "4"}) + row_of(11, {"South", "", "", "1"}) +
                                     row_of(12, {"", "A", "", "1"}) + row_of(13, {"", "", "0111Z", "1"}) +
                                     "</sheetData><mergeCells><mergeCell ref=\"A3:A4\"/><mergeCell ref=\"B3:C3\"/>"
                                     "<mergeCell ref=\"A5:A10\"/><mergeCell ref=\"B7:B8\"/></mergeCells>"}}));
  DescribedTable table{
      .name = "t",
      .columns = {{.name = "region", .header = "region", .kind = Kind::text},
                  {.name = "code", .header = "class", .kind = Kind::code},
                  {.name = "section", .header = "section", .kind = Kind::code},
                  {.name = "n", .header = "all", .kind = Kind::whole, .markers = {{"-", Marker::Means::zero}}}},
      .header_rows = HeaderRows{3, 4}};
  table.rows = {{"class", "", RowsWhere::Are::left_out}};
  const auto refused = read(file, table);
  CHECK(refused.tally.refused == 3);
  CHECK(refused.tally.errors.front() == RowError{7, "region", "", Reason::merged});
  table.filled_down = {"region", "section"};
  const auto met = read(file, table);
  CHECK(met.tally.errors.empty());
  CHECK(met.rows == Lines{"North|0111Z", "North|0112Z", "North|0510Z", "South|0111Z"});
  CHECK(met.tally.left_out == 5);
  // A region that is new has no section yet: its own row says nothing of the section before.
  table.rows = {{"class", "", RowsWhere::Are::taken}, {"section", "", RowsWhere::Are::taken}};
  CHECK(read(file, table).rows == Lines{"North|", "South|"});
  table.filled_down = {"county"};
  CHECK(read(file, table).flaws.front().key == "evidence.no_column");
}

TEST_CASE("where a column is not found in a sheet those of the row below the titles are named") {
  const ScratchFolder folder;
  const auto rows = row_of(1, {"Tabla 3. Empleo"}) + row_of(3, {"", "Municipio", "Tasa"}) +
                    row_of(4, {"1", "Bilbao", "12"}) + "</sheetData>";
  const auto file = zipped(folder.path / "a.xlsx", workbook_parts({{"Tabla 3", rows}}));
  const auto met = read(file, {.name = "t", .columns = {{.name = "region", .header = "region"}}});
  REQUIRE(met.flaws.size() == 1);
  CHECK(met.flaws.front().key == "evidence.no_column");
  CHECK(met.flaws.front().args.at("there") == "Municipio, Tasa");
}

TEST_CASE("a sheet is named where there are several, and the refusal tells their names") {
  const ScratchFolder folder;
  const auto rows = row_of(1, {"code", "firms"}) + row_of(2, {"01", "5"}) + "</sheetData>";
  const auto file = zipped(folder.path / "a.xlsx", workbook_parts({{"Tabl. 1", "</sheetData>"}, {"Tabl 2", rows}}));
  CHECK(read(file, firms()).flaws.front() == shape::Flaw{"", "evidence.which_sheet", {{"sheets", "Tabl. 1, Tabl 2"}}});
  CHECK(read(file, firms(), "Tabl 1").flaws.front().key == "evidence.no_sheet");
  CHECK(read(file, firms(), "Tabl. 1").flaws.front().key == "evidence.nothing");
  CHECK(read(file, firms(), " Tabl  2").rows == Lines{"01|5.0"});
}

TEST_CASE("a workbook that is none, that is damaged, or that unpacks to more than there is room for is refused") {
  const ScratchFolder folder;
  const auto key = [&](const std::filesystem::path& file) {
    const auto met = read(file, firms());
    return met.flaws.empty() ? std::string{} : met.flaws.front().key;
  };
  CHECK(key(folder.path / "none.xlsx") == "evidence.no_file");
  CHECK(key(folder.file("text.xlsx", "code,firms\n")) == "evidence.no_workbook");
  CHECK(key(folder.file("old.xlsx", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) == "evidence.no_workbook");
  CHECK(key(zipped(folder.path / "empty.xlsx", {{"a", "b"}})) == "evidence.no_workbook");
  const auto rows = row_of(1, {"code", "firms"}) + row_of(2, {"01", "5"}) + "</sheetData>";
  CHECK(key(zipped(folder.path / "cut.xlsx", workbook_parts({{"One", "<row r=\"1\"><c r=\"A1\""}}))) ==
        "evidence.no_workbook");
  CHECK(key(zipped(folder.path / "back.xlsx", workbook_parts({{"One", row_of(2, {"code", "firms"}) + rows}}))) ==
        "evidence.no_workbook");
  auto bomb = workbook_parts({{"One", rows}});
  bomb.front().second += std::string(Parts::kLargestPart, ' ');
  const auto packed = zipped(folder.path / "bomb.xlsx", bomb);
  CHECK(std::filesystem::file_size(packed) < 1'000'000);
  CHECK(key(packed) == "evidence.workbook_too_large");
  auto many = workbook_parts({{"One", rows}});
  for (std::size_t i = 0; i <= Parts::kMostParts; ++i) many.emplace_back("x/" + std::to_string(i), "");
  CHECK(key(zipped(folder.path / "many.xlsx", many)) == "evidence.workbook_too_large");
}

TEST_CASE("the Polish register of 2020 as it is published: a hierarchy over three columns, dashes for zero") {
  const auto file = shared_files::file("data/03-region-industry/pl_regon_2020_raw.xlsx");
  if (!file) return;
  DescribedTable table{.name = "t",
                       .columns = {{.name = "region", .header = "Województwo", .kind = Kind::text},
                                   {.name = "class", .header = "Podklasa", .kind = Kind::code, .digits = {4}},
                                   {.name = "firms",
                                    .header = "Ogółem",
                                    .kind = Kind::whole,
                                    .empty = Column::Empty::is_wrong,
                                    .markers = {{"-", Marker::Means::zero}}}},
                       .rows = {{"Podklasa", "", RowsWhere::Are::left_out}},
                       .filled_down = {"Województwo"},
                       .header_rows = HeaderRows{3, 4}};
  Duck duck;
  const auto tally = import_sheet(duck, *file, "Tabl 6", table);
  REQUIRE(tally.has_value());
  CHECK(tally->errors.empty());
  CHECK(tally->left_out > 1'000);
  const auto one = duck.rows("select firms from t where region = 'DOLNOŚLĄSKIE' and class = '0111Z'").at(0).at(0);
  CHECK(std::get<std::int64_t>(one) == 438);
  // Parts and total: what stands beside no region or no class is in no row of detail.
  const auto sums = duck.rows("select sum(firms)::bigint, count(distinct region)::bigint from t").front();
  CHECK(std::get<std::int64_t>(sums[0]) < 4'103'598);
  CHECK(std::get<std::int64_t>(sums[0]) > 3'900'000);
  MESSAGE("in classes and regions: " << std::get<std::int64_t>(sums[0]) << " of 4103598, regions "
                                     << std::get<std::int64_t>(sums[1]));
}

TEST_CASE("sheets of real workbooks are read whole: their cells are as many as another program counts") {
  const auto data = shared_files::file("data");
  if (!data) return;
  struct Known {
    const char* file;
    const char* sheet;
    std::size_t rows;
    std::size_t cells;
  };
  for (const auto& one : {Known{"01-codes/naics2017_to_isic4.xlsx", "NAICS 17 to ISIC 4 technical", 1656, 10027},
                          Known{"01-codes/pkd2007_pkd2025_map.xlsx", "MAP_PKD_2007_2025", 1026, 2052},
                          Known{"02-cluster-definitions/porter_cluster_linkage.xlsx", "Sheet1", 204, 612},
                          Known{"03-region-industry/pl_regon_2015_raw.xlsx", "Tabl 1", 760, 14407},
                          Known{"03-region-industry/pl_regon_2022_raw.xlsx", "Tabl. 1", 762, 14427},
                          Known{"06-registers/uk_ons_business_demography_2023.xlsx", "Cover", 24, 24}}) {
    CAPTURE(one.file);
    const auto found = sheet(*data / one.file, std::string{one.sheet});
    REQUIRE(found.has_value());
    CHECK(found->rows.size() == one.rows);
    std::size_t cells = 0;
    for (const auto& row : found->rows) cells += row.cells.size();
    CHECK(cells == one.cells);
  }
}

}  // namespace trivium::evidence
