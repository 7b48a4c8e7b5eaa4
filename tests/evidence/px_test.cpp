#include "evidence/px.hpp"

#include "evidence/px_head.hpp"
#include "evidence/px_keywords.hpp"
#include "evidence/scratch_folder.hpp"
#include "measure/shared_files.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace trivium::evidence {
namespace {

// Two variables, whose last line of keywords is the sixth: DATA= stands in line 7, its cells from line 8 on.
const std::string kHead =
    "CHARSET=\"ANSI\";\n"
    "STUB=\"Region\";\n"
    "HEADING=\"Year\";\n"
    "VALUES(\"Region\")=\"Bizkaia\",\"Gipuzkoa\";\n"
    "VALUES(\"Year\")=\"2018\",\"2019\";\n"
    "DATASYMBOL2=\"Kept secret\";\n"
    "DATA=\n";

DescribedTable jobs(std::string region = "Region", std::string year = "Year") {
  return {
      .name = "t",
      .columns = {
          {.name = "region", .header = std::move(region), .kind = Kind::code},
          {.name = "year", .header = std::move(year), .kind = Kind::whole},
          {.name = "jobs", .header = "value", .kind = Kind::number, .markers = {{"*", Marker::Means::suppressed}}}}};
}

struct Read {
  std::vector<std::string> rows;
  Tally tally;
  shape::Flaws flaws;
};

Read read_file(const std::filesystem::path& file, const DescribedTable& table) {
  Duck duck;
  const auto tally = import_px(duck, file, table);
  if (!tally) {
    CHECK(duck.rows("select table_name from duckdb_tables()").empty());
    return {.rows = {}, .tally = {}, .flaws = tally.error()};
  }
  Read made{.rows = {}, .tally = *tally, .flaws = {}};
  for (const auto& row :
       duck.rows("select concat_ws('|', region, year, coalesce(jobs::varchar, ''), jobs_mark) from t"))
    made.rows.push_back(std::get<std::string>(row.front()));
  return made;
}

Read read(const std::string& text, const DescribedTable& table = jobs()) {
  const ScratchFolder folder;
  return read_file(folder.file("a.px", text), table);
}

// What is wrong with the whole file.
shape::Flaw wrong(const std::string& text, const DescribedTable& table = jobs()) {
  const auto met = read(text, table);
  REQUIRE(met.flaws.size() == 1);
  return met.flaws.front();
}

using Lines = std::vector<std::string>;
using Errors = std::vector<RowError>;

}  // namespace

TEST_CASE(
    "a PC-Axis table is long rows: the last variable of HEADING changes first, texts run over lines, a dash is 0") {
  const auto met = read(
      "CHARSET=\"ANSI\";\r\n"
      "TITLE=\"Empleo\";\r\n"
      "STUB=\"Regi\xf3n\";\r\n"
      "HEADING=\"A\xf1o\";\r\n"
      "VALUES(\"Regi\xf3n\")=\"\xc1raba\",\r\n"
      "\"Biz\"\r\n"
      "\"kaia\";\r\n"
      "TIMEVAL(\"A\xf1o\")=TLIST(A1,\"2018\"-\"2020\");\r\n"
      "VALUES(\"A\xf1o\")=\"2018\",\"2019\",\"2020\";\r\n"
      "COPYRIGHT=YES;\r\n"
      "DECIMALS=3;\r\n"
      "DATA=\r\n"
      "12.500 3 \"-\" \r\n"
      "1,2\t-3.5;\r\n",
      jobs("Región", "Año"));
  CHECK(met.flaws.empty());
  CHECK(met.tally.errors.empty());
  CHECK(met.rows == Lines{"Áraba|2018|12.5|stated", "Áraba|2019|3.0|stated", "Áraba|2020|0.0|stated",
                          "Bizkaia|2018|1.0|stated", "Bizkaia|2019|2.0|stated", "Bizkaia|2020|-3.5|stated"});
  CHECK(met.tally.stood[2].like_thousands == 0);
}

TEST_CASE("a variable with codes has a column for them beside its own") {
  const std::string text =
      "CHARSET=\"ANSI\";\n"
      "HEADING=\"Region\",\"Year\";\n"
      "VALUES(\"Region\")=\"Bizkaia\",\"Gipuzkoa\";\n"
      "CODES(\"Region\")=\"48\",\"20\";\n"
      "VALUES(\"Year\")=\"2019\";\n"
      "DATA=1 2;\n";
  CHECK(read(text, jobs("Region (code)")).rows == Lines{"48|2019|1.0|stated", "20|2019|2.0|stated"});
  CHECK(read(text).rows == Lines{"Bizkaia|2019|1.0|stated", "Gipuzkoa|2019|2.0|stated"});
  auto one = jobs("Region");
  one.rows = {{"Region (code)", "20", RowsWhere::Are::taken}};
  CHECK(read(text, one).rows == Lines{"Gipuzkoa|2019|2.0|stated"});
}

TEST_CASE("points are refused, with line, values and what the file says of them, until it is said what they mean") {
  const auto met = read(kHead + "1 \"..\"\n... many;\n");
  CHECK(met.rows == Lines{"Bizkaia|2018|1.0|stated"});
  CHECK(met.tally.errors == Errors{{8, "Bizkaia, 2019", ".. (Kept secret)", Reason::points},
                                   {9, "Gipuzkoa, 2018", "...", Reason::points},
                                   {9, "Gipuzkoa, 2019", "many", Reason::not_a_number}});
  auto table = jobs();
  table.columns[2].markers = {{"..", Marker::Means::suppressed}, {"...", Marker::Means::missing}};
  CHECK(read(kHead + "1 \"..\" \"...\" 0;", table).rows == Lines{"Bizkaia|2018|1.0|stated", "Bizkaia|2019||suppressed",
                                                                 "Gipuzkoa|2018||missing", "Gipuzkoa|2019|0.0|stated"});
}

TEST_CASE("what a dash was said to mean counts, whatever the format says") {
  auto table = jobs();
  table.columns[2].markers = {{"-", Marker::Means::missing}};
  CHECK(read(kHead + "\"-\" 1 2 3;", table).rows.front() == "Bizkaia|2018||missing");
}

TEST_CASE("rows are chosen by what stands in the file: a dash is no 0 there") {
  auto table = jobs();
  table.rows = {{"value", "-", RowsWhere::Are::left_out}};
  const auto met = read(kHead + "\"-\" 1 0 3;", table);
  CHECK(met.rows == Lines{"Bizkaia|2019|1.0|stated", "Gipuzkoa|2018|0.0|stated", "Gipuzkoa|2019|3.0|stated"});
  CHECK(met.tally.left_out == 1);
  table.rows = {{"value", "0", RowsWhere::Are::left_out}};
  CHECK(read(kHead + "\"-\" 1 0 3;", table).rows.front() == "Bizkaia|2018|0.0|stated");
}

TEST_CASE("a cell in another column that cannot be read is named by its line and that column") {
  auto text = kHead + "1 2\n3 4;";
  text.replace(text.find("\"2019\""), 6, "\"total\"");
  const auto met = read(text);
  CHECK(met.tally.errors == Errors{{8, "Year", "total", Reason::not_whole}, {9, "Year", "total", Reason::not_whole}});
}

TEST_CASE("a cell too few or too many stops the whole") {
  CHECK(wrong(kHead + "1 2 3;") == shape::Flaw{"", "evidence.px_cells", {{"cells", "3"}, {"wanted", "4"}}});
  CHECK(wrong(kHead + "1 2 3 4 5;") == shape::Flaw{"", "evidence.px_cells", {{"cells", "5"}, {"wanted", "4"}}});
  // A comma for the decimals is one more mark between cells.
  CHECK(wrong(kHead + "1,5 2 3 4;").key == "evidence.px_cells");
  PxHead head;
  for (const auto* const name : {"a", "b", "c", "d", "e"})
    head.variables.push_back({.name = name, .texts = std::vector<std::string>(1 << 13), .codes = {}});
  CHECK(cells_wanted(head) == std::numeric_limits<std::uint64_t>::max());
  head.variables.pop_back();
  CHECK(cells_wanted(head) == std::uint64_t{1} << 52);
}

TEST_CASE(
    "a variable of which no column was made has to stand for one value, told by its codes where texts are alike") {
  auto table = jobs();
  table.columns.erase(table.columns.begin());
  const ScratchFolder folder;
  const auto file = folder.file("a.px", kHead + "1 2 3 4;");
  Duck duck;
  const auto met = import_px(duck, file, table);
  REQUIRE_FALSE(met);
  CHECK(met.error() ==
        shape::Flaws{
            {"/1", "evidence.key_left_open", {{"column", "Region"}, {"one", "Bizkaia"}, {"other", "Gipuzkoa"}}}});
  table.rows = {{"Region", "Gipuzkoa", RowsWhere::Are::taken}};
  const auto one = import_px(duck, file, table);
  REQUIRE(one);
  CHECK(one->taken == 2);
  CHECK(one->left_out == 2);

  const auto alike =
      folder.file("b.px",
                  "CHARSET=\"ANSI\";STUB=\"Town\";HEADING=\"Year\";VALUES(\"Town\")=\"Villanueva\","
                  "\"Villanueva\";CODES(\"Town\")=\"06153\",\"10210\";VALUES(\"Year\")=\"2019\";DATA=1 2;");
  table.name = "alike";
  table.rows = {{"Town", "Villanueva", RowsWhere::Are::taken}};
  const auto two = import_px(duck, alike, table);
  REQUIRE_FALSE(two);
  CHECK(two.error().front().args.at("column") == "Town (code)");
}

TEST_CASE("of several languages the main one is read") {
  const auto met = read(
      "CHARSET=\"ANSI\";\n"
      "LANGUAGE=\"es\";\n"
      "LANGUAGES=\"es\",\"en\";\n"
      "STUB=\"Territorio\";\n"
      "STUB[en]=\"Region\";\n"
      "HEADING=\"Periodo\";\n"
      "HEADING[en]=\"Year\";\n"
      "VALUES(\"Territorio\")=\"Vizcaya\";\n"
      "VALUES[en](\"Region\")=\"Biscay\";\n"
      "VALUES(\"Periodo\")=\"2019\";\n"
      "VALUES[en](\"Year\")=\"2019\";\n"
      "DATA=7;\n",
      jobs("Territorio", "Periodo"));
  CHECK(met.rows == Lines{"Vizcaya|2019|7.0|stated"});
}

TEST_CASE("quotation marks that leave open where a text ends stop the whole, with their line") {
  const auto with = [](const std::string& record) {
    auto text = kHead + "1 2 3 4;";
    return text.insert(text.find("STUB"), record);
  };
  CHECK(wrong(with("NOTE=\"Pipes of 5\" and more\";\n")) ==
        shape::Flaw{"/2", "evidence.quote", {{"row", "2"}, {"value", "and more\";"}}});
  CHECK(wrong(kHead + "1 2 3 \"..;\n").key == "evidence.open_quote");
  CHECK(wrong("CHARSET=\"ANSI\";\nTITLE=\"Jobs;\n") == shape::Flaw{"/2", "evidence.open_quote", {{"row", "2"}}});
  CHECK(read(with("NOTE=\"He said \"\n\"\"\"yes\"\"\";\n")).rows.size() == 4);
}

TEST_CASE("what is not written as the format is named: with its line, or by what is wanting or stands twice") {
  CHECK(wrong("CHARSET=\"ANSI\";\nDECIMALS=1\nSTUB=\"Region\";\n") ==
        shape::Flaw{"/3", "evidence.px_broken", {{"row", "3"}}});
  const auto without = [](const std::string& record) {
    auto text = kHead + "1 2 3 4;";
    const auto at = text.find(record);
    return text.erase(at, text.find('\n', at) - at + 1);
  };
  CHECK(wrong(without("DATA=")).key == "evidence.px_broken");
  CHECK(wrong(kHead.substr(0, kHead.find("DATA="))) == shape::Flaw{"", "evidence.px_wanting", {{"keyword", "DATA"}}});
  CHECK(wrong(without("VALUES(\"Year\")")).args.at("keyword") == "VALUES(\"Year\")");
  CHECK(wrong("CHARSET=\"ANSI\";\nSTUB=;\nDATA=1;").args.at("keyword") == "STUB");
  CHECK(wrong("VALUES(\"Year\")=\"2018\";\n" + kHead + "1 2 3 4;") ==
        shape::Flaw{"", "evidence.px_twice", {{"keyword", "VALUES(\"Year\")"}}});
  CHECK(wrong("CODES(\"Year\")=\"18\";\n" + kHead + "1 2 3 4;") ==
        shape::Flaw{"", "evidence.px_codes", {{"column", "Year"}, {"values", "2"}, {"codes", "1"}}});
  CHECK(wrong("KEYS(\"Region\")=VALUES;\n" + kHead + "\"Bizkaia\",1 2").key == "evidence.px_keys");
  const auto other = wrong(kHead + "1 2 3 4;", jobs("Territory"));
  CHECK(other.key == "evidence.no_column");
  CHECK(other.args.at("there") == "Region, Year, value");
}

TEST_CASE("a PC-Axis file beyond what is read is told to be so, wherever the limit falls") {
  const auto head_of = [](const std::string& record) {
    const std::string text = "CHARSET=\"ANSI\";\n" + record;
    const auto head = px_head(text, Letters::utf8);
    return head ? std::string{} : head.error().at(0).key;
  };
  constexpr std::size_t kLongestHead = std::size_t{32} << 20;
  CHECK(head_of("NOTE=\"" + std::string(kLongestHead, 'x') + "\";\nSTUB=\"R\";VALUES(\"R\")=\"A\";DATA=1;") ==
        "evidence.px_too_large");
  const std::string note = "NOTE";
  const auto before = std::string("CHARSET=\"ANSI\";\n").size() + note.size();
  CHECK(head_of(std::string(kLongestHead - before - 2, ' ') + note + "[en]=\"x\";\n") == "evidence.px_too_large");
  // Such a note that ends in time is no reason.
  CHECK(
      head_of("NOTE=\"" + std::string(kLongestHead / 2, 'x') + "\";\nSTUB=\"R\";VALUES(\"R\")=\"A\";DATA=1;").empty());

  const std::string million(PxRecords::kMostValues, ',');
  CHECK(head_of("VALUES(\"a\")=" + million + ";\n") == "evidence.px_too_large");
  CHECK(head_of("NOTE(" + million + ")=1;\n") == "evidence.px_too_large");

  std::string many;
  for (int i = 0; i < 101; ++i) many += "VALUES(\"" + std::to_string(i) + "\")=\"a\";\n";
  CHECK(head_of(many) == "evidence.px_too_large");
  std::string stub = "STUB=\"0\"";
  for (int i = 1; i < 101; ++i) stub += ",\"" + std::to_string(i) + "\"";
  CHECK(head_of(stub + ";\nDATA=1;") == "evidence.px_too_large");

  const ScratchFolder folder;
  const auto file = folder.file("a.px", kHead + "1 2 3 4;");
  std::filesystem::resize_file(file, (std::uintmax_t{512} << 20) + 1);
  CHECK(read_file(file, jobs()).flaws.at(0).key == "evidence.px_too_large");
}

TEST_CASE("letters are those the file says it is written in, and where it says none they are not guessed") {
  const auto written = [](const std::string& says, const std::string& region) {
    return says + "STUB=\"Region\";HEADING=\"Year\";VALUES(\"Region\")=\"" + region +
           "\";VALUES(\"Year\")=\"2019\";DATA=1;";
  };
  const auto region = [&](const std::string& says, const std::string& bytes) {
    const auto met = read(written(says, bytes));
    return met.rows.empty() ? met.flaws.at(0).key : met.rows.at(0).substr(0, met.rows.at(0).find('|'));
  };
  CHECK(region("CHARSET=\"ANSI\";CODEPAGE=\"utf-8\";", "Álava") == "Álava");
  CHECK(region("CHARSET=\"ANSI\";", "Álava") == "Álava");
  CHECK(region("\xef\xbb\xbf"
               "CHARSET=\"ANSI\";",
               "Álava") == "Álava");
  CHECK(region("CHARSET=\"ANSI\";", "\xc1lava \x96 total") == "Álava – total");
  CHECK(region("CHARSET=\"ANSI\";CODEPAGE=\"iso-8859-15\";", "\xa4") == "€");
  CHECK(region("CHARSET=\"ANSI\";CODEPAGE=\"ISO-8859-1\";", "\xd1") == "Ñ");
  CHECK(region("CHARSET=\"ANSI\";CODEPAGE=\"windows-1257\";", "Vilnius") == "Vilnius");
  CHECK(region("CHARSET=\"ANSI\";CODEPAGE=\"windows-1257\";", "\xd0iauliai") == "evidence.px_letters");
  CHECK(region("CHARSET=\"ANSI\";CODEPAGE=\"utf-8\";", "\xc1lava") == "evidence.px_not_its_letters");
  CHECK(region("CHARSET=\"ANSI\";", "\xc1lava \x81") == "evidence.px_not_its_letters");
  // Without CHARSET, the format says, it comes from DOS.
  CHECK(region("MATRIX=\"a\";", "\xb5lava") == "evidence.px_dos");
  auto latin1 = jobs();
  latin1.letters = Letters::latin1;
  CHECK(read(written("MATRIX=\"a\";", "\xc1lava"), latin1).rows == Lines{"Álava|2019|1.0|stated"});
}

TEST_CASE("a PC-Axis table is known by its name or by its first keyword, and a web page of that name by what it is") {
  const ScratchFolder folder;
  CHECK(is_px(folder.file("a.px", "")));
  CHECK(is_px(folder.file("B.PX", "region,jobs\n")));
  CHECK(is_px(folder.file("table", kHead)));
  CHECK(is_px(folder.file("bom.txt", "\xef\xbb\xbf\r\nAXIS-VERSION=\"2013\";\r\n")));
  CHECK_FALSE(is_px(folder.file("a.csv", "region,industry\nA,B\n")));
  CHECK_FALSE(is_px(folder.file("b.csv", "TITLE,STUB=\"x\"\n")));
  CHECK_FALSE(is_px(folder.path / "not_there"));
  CHECK(wrong("<!DOCTYPE html>\n<html>").key == "evidence.web_page");
  CHECK(wrong("\x1f\x8b\x08").key == "evidence.packed");
  CHECK(wrong("\xff\xfe" + kHead).key == "evidence.no_text");
  CHECK(wrong("\n").key == "evidence.nothing");
  CHECK(read_file(folder.path / "not_there.px", jobs()).flaws.at(0).key == "evidence.no_file");
}

TEST_CASE("what turns its cells into rows by itself has nothing side by side") {
  auto table = jobs();
  table.side_by_side = SideBySide{.names = "region", .values = "jobs"};
  CHECK(wrong("STUB=\"R\";VALUES(\"R\")=\"A\";DATA=1;", table).key == "evidence.px_by_itself");
}

TEST_CASE("who no longer wants a PC-Axis table is heard, and no table is left") {
  const ScratchFolder folder;
  const auto file = folder.file("a.px", kHead + "1 2 3 4;");
  std::stop_source wanted;
  wanted.request_stop();
  Duck duck;
  CHECK_THROWS_AS(import_px(duck, file, jobs(), {.stop = wanted.get_token()}), measure::Cancelled);
  CHECK(duck.rows("select table_name from duckdb_tables()").empty());
}

TEST_CASE("a labour force survey as INE publishes it: every cell under its name, the points told by their place") {
  const auto file = shared_files::file("data/03-region-industry/pcaxis_example_INE_EPA.px");
  if (!file) return;
  DescribedTable table{
      .name = "t",
      .columns = {{.name = "sex", .header = "Sexo", .kind = Kind::text},
                  {.name = "age", .header = "Edad", .kind = Kind::text},
                  {.name = "activity", .header = "Relacion con la actividad economica", .kind = Kind::text},
                  {.name = "quarter", .header = "Periodo", .kind = Kind::code},
                  {.name = "people", .header = "value", .kind = Kind::number}}};
  Duck duck;
  const auto refused = import_px(duck, *file, table);
  REQUIRE(refused);
  // 3 sexes, 5 ages, 6 activities, 26 quarters; counted with another program: 13 cells of one point.
  CHECK(refused->taken == 2'327);
  CHECK(refused->refused == 13);
  CHECK(refused->errors.front() ==
        RowError{91, "Varones, De 55 y mas anos, Parados que buscan primer empleo, 2005TII", ".", Reason::points});
  duck.run("drop table t");
  table.columns.back().markers = {{".", Marker::Means::missing}};
  const auto met = import_px(duck, *file, table);
  REQUIRE(met);
  CHECK(met->taken == 2'340);
  CHECK(met->stood[4].by_mark == std::array<std::uint64_t, 4>{2'327, 13, 0, 0});
  const auto people = [&](const std::string& sex, const std::string& age, const std::string& activity,
                          const std::string& quarter) {
    const auto found = duck.rows("select people from t where sex = ? and age = ? and activity = ? and quarter = ?",
                                 {sex, age, activity, quarter});
    return std::get<double>(found.at(0).at(0));
  };
  CHECK(people("Ambos sexos", "Total", "Total", "2005TI") == 36187.6);
  CHECK(people("Varones", "Total", "Ocupados", "2005TI") == 11162.9);
  CHECK(people("Mujeres", "De 25 a 54 anos", "Parados", "2011TII") == 1678.9);
  CHECK(people("Mujeres", "De 55 y mas anos", "Inactivos", "2011TII") == 5897.8);
}

}  // namespace trivium::evidence
