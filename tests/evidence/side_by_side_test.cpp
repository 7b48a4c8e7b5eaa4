// Tables whose regions stand side by side, a column for each: every cell is a row, and what cannot be read is named by
// the file's row and the header of its column.
#include "evidence/eurostat.hpp"
#include "evidence/scratch_folder.hpp"
#include "evidence/sheet_import.hpp"
#include "evidence/trap.hpp"
#include "evidence/written_workbook.hpp"

namespace trivium::evidence {
namespace {

using Are = RowsWhere::Are;

DescribedTable jobs(std::vector<RowsWhere> rows = {}) {
  return {.name = "t",
          .columns = {{.name = "region", .header = "region", .kind = Kind::code, .empty = Column::Empty::is_wrong},
                      {.name = "industry", .header = "SIC", .kind = Kind::code, .empty = Column::Empty::is_wrong},
                      {.name = "jobs",
                       .header = "jobs",
                       .kind = Kind::number,
                       .markers = {{"*", Marker::Means::suppressed}},
                       .least = 0}},
          .rows = std::move(rows),
          .side_by_side = SideBySide{.names = "region", .values = "jobs"}};
}

Import read(const std::string& text, const DescribedTable& table) {
  const ScratchFolder folder;
  return imported(folder.file("a.csv", text), table);
}

std::string refused(const std::string& text, const DescribedTable& table) {
  const auto met = read(text, table);
  return met.flaws.empty() ? "" : met.flaws.front().key;
}

}  // namespace

TEST_CASE("each cell of columns side by side is a row, with its header, and an empty one has no value") {
  const auto met = read("Jobs by region;;\n\nSIC;East ;South  West\n0111;12;7\n0112;;*\n", jobs());
  CHECK(met.flaws.empty());
  CHECK(met.errors.empty());
  CHECK(met.rows ==
        Lines{"East|0111|12.0", "South West|0111|7.0", "East|0112|(missing)", "South West|0112|(suppressed)"});
  CHECK(met.tally.stood[2].by_mark == std::array<std::uint64_t, 4>{2, 1, 1, 0});
}

TEST_CASE("a column is left out, or alone taken, by its name as a row is by what stands in it") {
  const std::string text = "SIC,East,West,Total,Text\n0111,1,2,3,Wheat\nT,9,9,18,All\n";
  const auto met = read(text, jobs({{"region", "Total", Are::left_out},
                                    {"region", "Text", Are::left_out},
                                    {"SIC", "T", Are::left_out},
                                    {"jobs", "2", Are::left_out}}));
  CHECK(met.errors.empty());
  CHECK(met.rows == Lines{"East|0111|1.0"});
  CHECK(met.tally.left_out == 3);  // the cells of T, and the one of 2; columns left out are no rows
  CHECK(read(text, jobs({{"region", "West", Are::taken}})).rows == Lines{"West|0111|2.0", "West|T|9.0"});
  // What rows are chosen by is no region.
  CHECK(read(text, jobs({{"Text", "Wheat", Are::taken}})).rows ==
        Lines{"East|0111|1.0", "West|0111|2.0", "Total|0111|3.0"});
}

TEST_CASE("a cell that is no amount costs itself, and is named by its row and the header of its column") {
  const auto met = read("SIC,East,West,Text\n0111,1,2,Wheat\n,3,4,\n0113,n.d.,-6,\n", jobs());
  CHECK(met.rows == Lines{"East|0111|1.0", "West|0111|2.0", "Text|0113|(missing)"});
  // What all cells of a row have in common is said once.
  CHECK(met.errors == Errors{{2, "Text", "Wheat", Reason::not_a_number},
                             {3, "SIC", "", Reason::empty},
                             {4, "East", "n.d.", Reason::not_a_number},
                             {4, "West", "-6", Reason::out_of_range}});
  CHECK(met.tally.refused == 6);
}

TEST_CASE("a row of another width is refused once") {
  const auto met = read("SIC,East,West\n0111,1\n0112,1,2,,\n0113,1,2,3\n", jobs());
  CHECK(met.rows == Lines{"East|0112|1.0", "West|0112|2.0"});
  CHECK(met.errors == Errors{{2, "", "2 / 3", Reason::fields}, {4, "", "4 / 3", Reason::fields}});
}

TEST_CASE("a column without a header is no region as long as it is empty; where it is not, its place is named") {
  const auto met = read("SIC,East,,West,\n0111,1,,2,\n0112,3,5,4,\n", jobs());
  CHECK(met.rows == Lines{"East|0111|1.0", "West|0111|2.0", "East|0112|3.0", "West|0112|4.0"});
  CHECK(met.errors == Errors{{3, "3", "5", Reason::no_header}});
  CHECK(read("SIC,East,\n0111,1,7\n", jobs({{"region", "", Are::left_out}})).errors.empty());
}

TEST_CASE("a header that stands twice is refused, unless both columns are left out") {
  const std::string text = "SIC,East,West,East\n0111,1,2,3\n";
  const auto met = read(text, jobs());
  REQUIRE(met.flaws.size() == 1);
  CHECK(met.flaws.front() == shape::Flaw{"/1", "evidence.column_twice", {{"column", "East"}}});
  CHECK(read(text, jobs({{"region", "East", Are::left_out}})).rows == Lines{"West|0111|2.0"});
}

TEST_CASE("a choice of columns that are not there, none at all, and a table that has rows already are refused") {
  const std::string text = "SIC,East,Total\n0111,1,2\n";
  CHECK(refused(text, jobs({{"region", "Totl", Are::left_out}})) == "evidence.not_beside");
  CHECK(refused(text, jobs({{"region", "South", Are::taken}})) == "evidence.not_beside");
  CHECK(refused(text, jobs({{"region", "East", Are::left_out}, {"region", "Total", Are::left_out}})) ==
        "evidence.none_beside");
  CHECK(refused("SIC\n0111\n", jobs()) == "evidence.none_beside");
  CHECK(refused("region,SIC,jobs\nEast,0111,1\n", jobs()) == "evidence.rows_already");
  CHECK(refused("Code,East,West\n0111,1,2\n", jobs()) == "evidence.no_column");
}

TEST_CASE("a matrix whose first column has no header, and whose empty cells are left out") {
  DescribedTable table{.name = "t",
                       .columns = {{.name = "from", .header = "", .kind = Kind::code},
                                   {.name = "to", .header = "to", .kind = Kind::code},
                                   {.name = "weight",
                                    .header = "weight",
                                    .kind = Kind::number,
                                    .empty = Column::Empty::is_wrong,
                                    .stands = Column::Stands::where_there_is_one}},
                       .rows = {{"weight", "", Are::left_out}},
                       .side_by_side = SideBySide{.names = "to", .values = "weight"}};
  const auto met = read(",A,B\nA,,2\nB,1,\n", table);
  CHECK(met.errors.empty());
  CHECK(met.rows == Lines{"A|B|2.0", "B|A|1.0"});
  table.rows.clear();
  CHECK(read(",A,B\nA,,2\n", table).errors == Errors{{2, "A", "", Reason::empty}});
}

TEST_CASE("headers in Latin-1 are names where that was said, and are refused with their cells where it was not") {
  auto table = jobs();
  CHECK(read("SIC;Espa\xf1"
             "a;Chile\n0111;1;2\n",
             table)
            .errors == Errors{{2, "Espa?a", "Espa?a", Reason::not_utf8}});
  table.letters = Letters::latin1;
  CHECK(read("SIC;Espa\xf1"
             "a\n0111;1\n",
             table)
            .rows == Lines{"España|0111|1.0"});
}

TEST_CASE("a long file is the same on any number of threads, and its rows keep their numbers") {
  constexpr std::uint64_t kRows = 150'000;
  constexpr std::uint64_t kWrong = 100'000;
  std::string text = "SIC,East,West,North\n";
  for (std::uint64_t i = 1; i <= kRows; ++i) text += fmt::format("I{:08},1,{},3\n", i, i == kWrong ? "many" : "2");
  REQUIRE(text.size() > std::size_t{2} << 20);
  const ScratchFolder folder;
  const auto file = folder.file("a.csv", text);
  for (const unsigned threads : {1U, 2U}) {
    Duck duck;
    const auto tally = import_csv(duck, file, jobs(), {.threads = threads});
    REQUIRE(tally);
    CHECK(tally->taken == 3 * kRows - 1);
    CHECK(tally->errors == Errors{{kWrong + 1, "West", "many", Reason::not_a_number}});
    const auto sums = duck.rows("select sum(jobs), count(*) from t where region = 'West'").front();
    CHECK(std::get<double>(sums[0]) == 2.0 * (kRows - 1));
    CHECK(std::get<std::int64_t>(sums[1]) == kRows - 1);
  }
}

TEST_CASE(
    "Parquet and sheets are turned by the same rules; a merged cell costs itself, what is filled down is no region") {
  const ScratchFolder folder;
  const auto packed = folder.path / "a.parquet";
  Duck writer{{.allowed = {packed}}};
  writer.run("copy (select '0111' as \"SIC\", 12 as \"East\", null::int as \"West\") to " + sql_text(packed.string()) +
             " (format parquet)");
  CHECK(imported(packed, jobs()).rows == Lines{"East|0111|12.0", "West|0111|(missing)"});

  const auto file = zipped(
      folder.path / "a.xlsx",
      workbook_parts({{"One", row_of(1, {"Jobs"}) + row_of(3, {"Section", "SIC", "East", "West", "Total"}) +
                                  row_of(4, {"A", "0111", "1", "2", "3"}) + row_of(5, {"", "0112", "4", "", "4"}) +
                                  row_of(6, {"B", "0510", "five", "6", "11"}) +
                                  "</sheetData><mergeCells><mergeCell ref=\"D4:D5\"/></mergeCells>"}}));
  auto table = jobs({{"region", "Total", Are::left_out}});
  table.filled_down = {"Section"};
  Duck duck;
  const auto tally = import_sheet(duck, file, std::nullopt, table);
  REQUIRE(tally);
  CHECK(tally->errors == Errors{{5, "West", "", Reason::merged}, {6, "East", "five", Reason::not_a_number}});
  Lines rows;
  for (const auto& row : duck.rows("select concat_ws('|', region, industry, jobs) from t"))
    rows.push_back(std::get<std::string>(row.front()));
  CHECK(rows == Lines{"East|0111|1.0", "West|0111|2.0", "East|0112|4.0", "West|0510|6.0"});
}

TEST_CASE("a code or a header that is too long to be repeated costs its cells, and is told once") {
  const std::string most(1'000, 'x');
  const auto codes = read("SIC,East,West\n" + most + "x,1,2\n" + most + ",3,4\n", jobs());
  CHECK(codes.rows == Lines{"East|" + most + "|3.0", "West|" + most + "|4.0"});
  CHECK(codes.errors == Errors{{2, "SIC", std::string(80, 'x'), Reason::cell_too_long}});
  CHECK(codes.tally.refused == 2);
  const auto names = read("SIC,East," + most + "x\n0111,1,2\n", jobs());
  CHECK(names.rows == Lines{"East|0111|1.0"});
  CHECK(names.errors == Errors{{2, std::string(80, 'x'), std::string(80, 'x'), Reason::cell_too_long}});
}

TEST_CASE("more columns than a sheet has, a header of more than a MiB, and one name again and again are refused") {
  std::string header = "SIC";
  for (int i = 0; i < 16'385; ++i) header += fmt::format(",R{}", i);
  CHECK(refused(header + "\n0111,1\n", jobs()) == "evidence.too_many_beside");
  const auto met = read("SIC" + std::string(std::size_t{1} << 20, ',') + "\n0111,1\n", jobs());
  REQUIRE(met.flaws.size() == 1);
  CHECK(met.flaws.front().key == "evidence.too_long");
  CHECK(met.flaws.front().pointer == "/1");
  std::string again = "SIC";
  for (int i = 0; i < 5'000; ++i) again += ",East";
  CHECK(read(again + "\n", jobs()).flaws.size() == 100);
}

TEST_CASE("a wide file is held in small pieces, and records that cross them are read as others") {
  constexpr std::uint64_t kColumns = 300;
  constexpr std::uint64_t kRows = 1'000;
  std::string header = "SIC";
  std::string cells;
  for (std::uint64_t i = 0; i < kColumns; ++i) header += fmt::format(",R{}", i);
  for (std::uint64_t i = 0; i < kColumns; ++i) cells += fmt::format(",{}", i % 10);
  header += ",Text\n";
  std::string long_text;
  for (int i = 0; i < 20'000; ++i) long_text += "I9,1,1\n\"\"";
  std::string text = header;
  for (std::uint64_t i = 1; i <= kRows; ++i) {
    const auto last = i == 500 ? "\"" + long_text + "\"" : std::string{"x"};
    text += fmt::format("I{}{},{}\n", i, i == 700 ? std::string{",many"} + cells.substr(2) : cells, last);
  }
  const auto table = jobs({{"region", "Text", Are::left_out}});
  const ScratchFolder folder;
  const auto file = folder.file("a.csv", text);
  for (const unsigned threads : {1U, 2U}) {
    Duck duck;
    const auto tally = import_csv(duck, file, table, {.threads = threads});
    REQUIRE(tally);
    CHECK(tally->taken == kRows * kColumns - 1);
    CHECK(tally->errors == Errors{{701, "R0", "many", Reason::not_a_number}});
    const auto met = duck.rows("select sum(jobs), count(distinct industry) from t where region = 'R299'").front();
    CHECK(std::get<double>(met[0]) == 9.0 * kRows);
    CHECK(std::get<std::int64_t>(met[1]) == kRows);
  }
  const auto cut = [&](const std::string& quote) {
    const auto met = read(header + "I1" + cells + ",x\nI2" + cells + "," + quote +
                              std::string(std::size_t{2} << 20, 'x') + "\nI3" + cells + ",x\n",
                          table);
    return met.flaws.empty() ? "" : met.flaws.front().pointer + " " + met.flaws.front().key;
  };
  CHECK(cut("") == "/3 evidence.too_long");
  CHECK(cut("\"") == "/3 evidence.open_quote");
}

TEST_CASE("a wide Parquet file comes into the table while it is read, in its order") {
  constexpr std::uint64_t kRows = 2'000;
  constexpr std::uint64_t kColumns = 100;
  const ScratchFolder folder;
  const auto file = folder.path / "a.parquet";
  std::string columns;
  for (std::uint64_t i = 0; i < kColumns; ++i)
    columns += fmt::format(", case when i = 1234 and {0} = 56 then 'x' else '{0}' end as \"R{0}\"", i);
  {
    Duck writer{{.allowed = {file}}};
    writer.run(fmt::format(
        "copy (select 'I' || i as \"SIC\"{} from range({}) t(i)) to {} (format parquet, row_group_size 512)", columns,
        kRows, sql_text(file.string())));
  }
  Duck duck{{.allowed = {file}}};
  const auto tally = import_parquet(duck, file, jobs());
  REQUIRE(tally);
  CHECK(tally->taken == kRows * kColumns - 1);
  CHECK(tally->errors == Errors{{1'235, "R56", "x", Reason::not_a_number}});
  const auto met = duck.rows("select sum(jobs), count(distinct industry) from t where region = 'R99'").front();
  CHECK(std::get<double>(met[0]) == 99.0 * kRows);
  CHECK(std::get<std::int64_t>(met[1]) == kRows);
  CHECK(std::get<std::string>(duck.rows("select region || industry from t limit 1").front()[0]) == "R0I0");
}

TEST_CASE("what two rows of a sheet have wrong in common is said of each of them") {
  const ScratchFolder folder;
  const auto file = zipped(folder.path / "a.xlsx",
                           workbook_parts({{"One", row_of(1, {"SIC", "East", "West"}) + row_of(2, {"", "1", "2"}) +
                                                       row_of(3, {"0111", "3", "4"}) + row_of(4, {"", "5", "6"}) +
                                                       row_of(5, {"", "7", "8"}) + "</sheetData>"}}));
  Duck duck;
  const auto tally = import_sheet(duck, file, std::nullopt, jobs());
  REQUIRE(tally);
  CHECK(tally->errors ==
        Errors{{2, "SIC", "", Reason::empty}, {4, "SIC", "", Reason::empty}, {5, "SIC", "", Reason::empty}});
  CHECK(tally->refused == 6);
}

TEST_CASE(
    "a header that stands twice in a sheet is told, though a title stands above it in which columns are missing") {
  const ScratchFolder folder;
  const auto file =
      zipped(folder.path / "a.xlsx", workbook_parts({{"One", row_of(1, {"Jobs"}) + row_of(2, {"SIC", "East", "East"}) +
                                                                 row_of(3, {"0111", "1", "2"}) + "</sheetData>"}}));
  Duck duck;
  const auto met = import_sheet(duck, file, std::nullopt, jobs());
  REQUIRE_FALSE(met);
  CHECK(met.error() == shape::Flaws{{"/1", "evidence.column_twice", {{"column", "East"}}}});
}

TEST_CASE("Eurostat's wide tables are turned by themselves: to say it of them is refused") {
  const ScratchFolder folder;
  Duck duck;
  const auto met = import_eurostat(duck, folder.file("a.tsv", "geo,SIC\\TIME_PERIOD\t2018\nA,1\t5\n"), jobs());
  REQUIRE_FALSE(met);
  CHECK(met.error().front().key == "evidence.eurostat_by_itself");
}

}  // namespace trivium::evidence
