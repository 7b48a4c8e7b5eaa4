// The traps seen in real files (traps/): each read rightly, or refused with row, column, value and reason.
#include "evidence/scratch_folder.hpp"
#include "evidence/trap.hpp"

namespace trivium::evidence {
namespace {

std::vector<Marker> polish_markers() {
  return {{"-", Marker::Means::zero},
          {"bd", Marker::Means::missing},
          {"*", Marker::Means::suppressed},
          {"..", Marker::Means::missing},
          {"NA", Marker::Means::missing}};
}

}  // namespace

TEST_CASE("a byte order mark is no part of the first header, and leading zeros stay") {
  CHECK(trap("bom.csv", two("nace", Kind::code, "jobs", Kind::whole)).rows == Lines{"0111|5"});
}

TEST_CASE("newlines of old Macs and semicolons") {
  CHECK(trap("mac_newlines.csv", two("firm", Kind::code, "jobs", Kind::whole)).rows == Lines{"P13|4", "P15|7"});
}

TEST_CASE("a decimal comma is read where it was said, and a number in the other habit is refused") {
  auto table = two("code", Kind::code, "turnover", Kind::number);
  table.decimal_mark = ',';
  table.thousands_mark = '.';
  const auto met = trap("semicolons_decimal_comma.csv", table);
  CHECK(met.rows == Lines{"0111|1234.5", "0112|0.25"});
  CHECK(met.errors ==
        Errors{{4, "turnover", "1,234.5", Reason::not_a_number}, {5, "turnover", "12.34,5", Reason::thousands}});
}

TEST_CASE("thousands commas in quotes are read where they were said, and only in groups of three") {
  auto table = two("region", Kind::code, "gva", Kind::whole);
  CHECK(trap("thousands_commas.csv", table).errors.front() == RowError{2, "gva", "1,013", Reason::not_whole});
  table.thousands_mark = ',';
  const auto met = trap("thousands_commas.csv", table);
  CHECK(met.rows == Lines{"TLC1|1013", "TLC3|987"});
  CHECK(met.errors == Errors{{3, "gva", "12,3", Reason::thousands}, {5, "gva", "1,0134", Reason::thousands}});
}

TEST_CASE("flags glued to values, several keys in one cell, and headers with blanks at their end") {
  const std::vector<Marker> markers{{":", Marker::Means::missing}};
  const std::vector<Flag> flags{{"p"}, {"b"}, {"c", Flag::Means::suppressed}};
  const std::string keys = "freq,unit,nace,geo\\TIME_PERIOD";
  const DescribedTable table{
      .name = "t",
      .columns = {{.name = "nace", .header = keys, .kind = Kind::code, .part = 3},
                  {.name = "geo", .header = keys, .kind = Kind::code, .part = 4},
                  {.name = "y2018", .header = "2018", .kind = Kind::number, .markers = markers, .flags = flags},
                  {.name = "y2019", .header = "2019", .kind = Kind::number, .markers = markers, .flags = flags}}};
  const auto met = trap("eurostat_flags.tsv", table);
  CHECK(met.rows == Lines{"C|AT11|12.5|(missing)", "C|AT12|(suppressed)|3.1"});
  CHECK(met.errors == Errors{{4, "2019", "2.2 x", Reason::unknown_flag}});
  CHECK(met.tally.stood[2].by_remark == std::map<std::string, std::uint64_t>{{"p", 1}});
  CHECK(met.tally.stood[2].by_mark == std::array<std::uint64_t, 4>{1, 0, 1, 0});
}

TEST_CASE(
    "marks are what the table says they are, suppressed is neither 0 nor missing, and an unknown mark is refused") {
  auto table = two("region", Kind::code, "firms", Kind::whole);
  table.columns[1].markers = polish_markers();
  const auto met = trap("markers.csv", table);
  CHECK(met.rows == Lines{"A|0", "B|(missing)", "C|(suppressed)", "D|(missing)", "E|(missing)", "F|12"});
  CHECK(met.errors == Errors{{8, "firms", "n.d.", Reason::not_whole}});
}

TEST_CASE("codes that a spreadsheet took for numbers are refused, and a year it spoiled is the year") {
  auto table = two("naf", Kind::code, "year", Kind::whole);
  table.columns[0].digits = {4};
  const auto met = trap("spoiled_codes.csv", table);
  CHECK(met.rows == Lines{"9220Z|2012"});
  CHECK(met.errors == Errors{{2, "naf", "84200.0", Reason::code_spoiled},
                             {4, "naf", "111", Reason::code_length},
                             {5, "naf", "1.1E+05", Reason::code_spoiled},
                             {6, "year", "20x5", Reason::not_whole}});
  table.columns[0] = {.name = "a", .header = "year", .kind = Kind::whole};
  CHECK(trap("spoiled_codes.csv", table).rows.front() == "2011|2011");
}

TEST_CASE("codes that a spreadsheet took for days are refused in text too; ranges and names are not") {
  const auto met = trap("codes_as_days.csv", two("industry", Kind::code, "gva", Kind::whole));
  CHECK(met.rows == Lines{"2-3|6", "A-E|10", "Ene-Tech|11", "31-33|12", "MAR-01|13", "DEC-10|14"});
  CHECK(met.errors == Errors{{2, "industry", "02-Mar", Reason::code_spoiled},
                             {4, "industry", "11-Dec", Reason::code_spoiled},
                             {5, "industry", "ene-07", Reason::code_spoiled},
                             {6, "industry", "Mrz-10", Reason::code_spoiled},
                             {12, "industry", "02. Mrz", Reason::code_spoiled}});
}

TEST_CASE("a header that stands twice is refused, unless the table says which of them") {
  auto table = two("NAICS 2017", Kind::code, "NACE Rev. 2", Kind::code);
  const auto met = trap("column_twice.csv", table);
  REQUIRE(met.flaws.size() == 1);
  CHECK(met.flaws.front() == shape::Flaw{"/1", "evidence.column_twice", {{"column", "NACE Rev. 2"}}});
  table.columns[1].occurrence = 2;
  CHECK(trap("column_twice.csv", table).rows == Lines{"111110|Growing of cereals (except rice)"});
}

TEST_CASE("titles before the header and a line break within it") {
  const auto met = trap("titles_before_header.csv",
                        two("2017 Code", Kind::code, "2017 Title (and specific piece of the industry)", Kind::text));
  CHECK(met.rows == Lines{"111110|Soybean Farming"});
}

TEST_CASE("days that registers write for not known are refused, unless the table says what they mean") {
  DescribedTable table{.name = "t",
                       .columns = {{.name = "id", .header = "siret", .kind = Kind::code},
                                   {.name = "founded", .header = "founded", .kind = Kind::date},
                                   {.name = "closed", .header = "closed", .kind = Kind::date}}};
  CHECK(trap("placeholder_dates.csv", table).errors == Errors{{2, "founded", "1900-01-01", Reason::date_placeholder},
                                                              {3, "founded", "2001-02-29", Reason::not_a_date},
                                                              {4, "closed", "9999-12-31", Reason::date_placeholder},
                                                              {5, "founded", "01/02/2003", Reason::not_a_date}});
  table.columns[1].markers = {{"1900-01-01", Marker::Means::missing}};
  table.columns[2].markers = {{"9999-12-31", Marker::Means::not_applicable}};
  CHECK(trap("placeholder_dates.csv", table).rows ==
        Lines{"1|(missing)|(missing)", "3|2001-02-28|(not applicable)", "5|2010-05-06|2011-05-06"});
  auto day_first = two("id", Kind::code, "closed", Kind::date);
  day_first.date_order = DateOrder::day_month_year;
  const auto met = trap("placeholder_dates_day_first.csv", day_first);
  CHECK(met.rows == Lines{"2|2015-12-31"});
  CHECK(met.errors ==
        Errors{{2, "closed", "31/12/9999", Reason::date_placeholder}, {4, "closed", "12/31/2015", Reason::not_a_date}});
}

TEST_CASE("a letter that is no UTF-8 costs its row, and Latin-1 is read where it was said") {
  auto table = two("name", Kind::text, "jobs", Kind::whole);
  const auto met = trap("not_utf8.csv", table);
  CHECK(met.rows == Lines{"Brest|1", "Lund|3"});
  CHECK(met.errors == Errors{{3, "name", "Gu?rande", Reason::not_utf8}});
  table.letters = Letters::latin1;
  const auto latin = trap("latin1.csv", table);
  CHECK(latin.rows == Lines{"Guérande|2"});
  CHECK(latin.errors == Errors{{3, "name", "Bad?", Reason::not_latin1}});
}

TEST_CASE("a row of bookkeeping is out of range, or left out and counted where the table says so") {
  DescribedTable table{
      .name = "t",
      .columns = {{.name = "from", .header = "from", .kind = Kind::code, .digits = {4}},
                  {.name = "to", .header = "to", .kind = Kind::code, .digits = {4}},
                  {.name = "weight", .header = "weight", .kind = Kind::number, .least = -1, .most = 5}}};
  CHECK(trap("bookkeeping_row.csv", table).errors == Errors{{4, "weight", "-188380", Reason::out_of_range}});
  table.columns[0].left_out = {"0000"};
  const auto met = trap("bookkeeping_row.csv", table);
  CHECK(met.rows == Lines{"0111|0112|0.25", "0113|0111|1.5"});
  CHECK(met.errors.empty());
  CHECK(met.tally.left_out == 1);
}

TEST_CASE("what a file shows as 0 and another column calls suppressed is suppressed") {
  auto table = two("area_fips", Kind::code, "month3_emplvl", Kind::whole);
  table.columns[1].suppressed_where = {.header = "disclosure_code", .value = "N"};
  CHECK(trap("suppressed_as_zero.csv", table).rows == Lines{"08001|120", "08003|(suppressed)", "08005|0"});
}

TEST_CASE("a matrix with names of rows under an empty header") {
  CHECK(trap("matrix.csv", two("", Kind::code, "P30", Kind::whole)).rows == Lines{"P13|2", "P15|0", "P30|0"});
}

TEST_CASE("names that change their shape are one name, and markup is refused") {
  const auto met = trap("changing_names.csv", two("code", Kind::code, "name", Kind::text));
  CHECK(met.rows == Lines{"K02000001|United Kingdom", "PL51|DOLNOŚLĄSKIE"});
  CHECK(met.errors == Errors{{4, "name", "<td>OPOLSKIE</td>", Reason::markup}});
}

TEST_CASE("totals among the detail are left out where the table names them, and counted") {
  auto table = two("industry", Kind::code, "jobs", Kind::whole);
  table.columns[0].left_out = {"Insgesamt"};
  const auto met = trap("totals_among_detail.csv", table);
  CHECK(met.rows == Lines{"A|10", "B|20"});
  CHECK(met.tally.left_out == 1);
}

TEST_CASE("metres are no degrees") {
  auto table = two("name", Kind::text, "lon", Kind::number);
  table.columns[1].least = -180;
  table.columns[1].most = 180;
  const auto met = trap("metres.csv", table);
  CHECK(met.rows == Lines{"bistro|2.35"});
  CHECK(met.errors == Errors{{3, "lon", "652469.02", Reason::out_of_range}});
}

TEST_CASE("noise on a whole Kind::number, a number without room and an empty cell that has to be there") {
  auto table = two("firm", Kind::code, "jobs", Kind::whole);
  table.columns[1].empty = Column::Empty::is_wrong;
  CHECK(trap("noise.csv", table).errors == Errors{{3, "jobs", "5.0002", Reason::not_whole},
                                                  {4, "jobs", "99999999999999999999", Reason::too_large},
                                                  {5, "jobs", "", Reason::empty}});
}

TEST_CASE("rows of another width are refused, but empty lines and separators too many are not") {
  const auto met = trap("too_many_fields.csv", two("a", Kind::whole, "b", Kind::whole));
  CHECK(met.rows == Lines{"1|2", "7|8", "9|10"});
  CHECK(met.errors == Errors{{3, "", "3 / 2", Reason::fields}, {4, "", "1 / 2", Reason::fields}});
}

TEST_CASE("quotes: doubled, in the middle of a field, and wrong ones") {
  const auto met = trap("broken_quote.csv", two("name", Kind::text, "jobs", Kind::whole));
  CHECK(met.rows == Lines{"& Co, \"KG\"|4", "5\" pipe|6"});
  CHECK(met.errors == Errors{{2, "", "\"Nova\" Lda,3\n", Reason::quote}});
}

TEST_CASE("shares are from 0 to 1 or per cent, and 25 could be either") {
  auto table = two("part", Kind::code, "share", Kind::share);
  table.decimal_mark = ',';
  const auto met = trap("shares.csv", table);
  CHECK(met.rows == Lines{"a|0.25", "b|0.25", "e|1.0"});
  CHECK(met.errors == Errors{{4, "share", "25", Reason::not_a_share}, {5, "share", "-0,1", Reason::not_a_share}});
}

TEST_CASE("fractional job counts are numbers; infinity and hexadecimal are not") {
  const auto met = trap("fractional_jobs.csv", two("sic", Kind::code, "jobs", Kind::number));
  CHECK(met.rows == Lines{"0111|12.5", "0112|100.0"});
  CHECK(met.errors.size() == 3);
}

TEST_CASE("what is no table is refused as a Kind::whole, and leaves none behind") {
  const auto table = two("name", Kind::text, "jobs", Kind::whole);
  const auto key = [&](const char* file) {
    const auto met = trap(file, table);
    return met.flaws.empty() ? std::string{} : met.flaws.front().key;
  };
  CHECK(key("open_quote.csv") == "evidence.open_quote");
  CHECK(key("utf16.csv") == "evidence.no_text");
  CHECK(key("javascript.csv") == "evidence.no_column");
  CHECK(key("no_table.csv") == "evidence.no_column");
  CHECK(key("empty.csv") == "evidence.nothing");
  CHECK(key("not_there.csv") == "evidence.no_file");
}

TEST_CASE(
    "a file larger than a window is read the same on any number of threads, with line breaks in quotes anywhere") {
  const ScratchFolder folder;
  std::string content = "id,words,jobs\n";
  std::int64_t sum = 0;
  std::uint64_t rows = 1;
  Errors wrong;
  for (int i = 0; content.size() < 40'000'000; ++i) {
    ++rows;
    if (i % 99'991 == 7) {
      wrong.push_back({rows, "jobs", "many", Reason::not_whole});
      content += fmt::format("{},x,many\n", i);
      continue;
    }
    sum += i;
    // Long runs of lines within quotes, each of which looks like a row.
    if (i % 5'000 == 0) {
      content += fmt::format("{},\"", i);
      for (int line = 0; line < 20'000; ++line) content += "9,\"\"x\"\",9\r\n";
      content += fmt::format("\",{}\r\n", i);
    } else {
      content += fmt::format("{},\"a, {}\",{}\n", i, i % 13, i);
    }
  }
  const auto file = folder.file("large.csv", content);
  const DescribedTable table{.name = "t",
                             .columns = {{.name = "id", .header = "id", .kind = Kind::whole},
                                         {.name = "words", .header = "words", .kind = Kind::text},
                                         {.name = "jobs", .header = "jobs", .kind = Kind::whole}}};
  for (const unsigned threads : {1U, 3U}) {
    Duck duck;
    std::size_t last = 0;
    measure::Work work{.threads = threads};
    work.progress = [&](std::size_t done, std::size_t of) {
      CHECK(done > last);
      CHECK(of == content.size());
      last = done;
    };
    const auto tally = import_csv(duck, file, table, work);
    REQUIRE(tally.has_value());
    CHECK(tally->errors == wrong);
    CHECK(tally->taken + tally->refused + 1 == rows);
    const auto first = duck.rows("select sum(jobs)::bigint, sum((id = jobs)::int)::bigint, count(*) from t").front();
    CHECK(std::get<std::int64_t>(first[0]) == sum);
    CHECK(first[1] == first[2]);
  }
}

TEST_CASE("an import that is stopped leaves no table") {
  const ScratchFolder folder;
  std::string content = "name,jobs\n";
  for (int i = 0; i < 100'000; ++i) content += "somebody,5\n";
  const auto file = folder.file("a.csv", content);
  std::stop_source wanted;
  wanted.request_stop();
  Duck duck;
  CHECK_THROWS_AS(
      (void)import_csv(duck, file, two("name", Kind::text, "jobs", Kind::whole), {.stop = wanted.get_token()}),
      measure::Cancelled);
  CHECK_THROWS_AS(duck.run("select * from t"), Fault);
}

TEST_CASE("only the first thousand errors are kept, and all are counted") {
  const ScratchFolder folder;
  std::string content = "name,jobs\n";
  for (int i = 0; i < 3'000; ++i) content += "x,y\n";
  const auto met = imported(folder.file("a.csv", content), two("name", Kind::text, "jobs", Kind::whole));
  CHECK(met.errors.size() == 1'000);
  CHECK(met.tally.refused == 3'000);
}

TEST_CASE("every reason has its sentence in every language") {
  for (const auto* language : {"en", "es"}) {
    std::ifstream file{std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data/words" / (language + std::string{".yaml"})};
    const std::string words{std::istreambuf_iterator<char>{file}, {}};
    for (const auto key : kReasonKeys) {
      CAPTURE(key);
      CHECK(words.find("\n" + std::string{key} + ": ") != std::string::npos);
    }
  }
}

TEST_CASE("Parquet is read by the same rules") {
  const std::filesystem::path file = std::filesystem::path{TRIVIUM_SOURCE_DIR} / "tests/evidence/traps/codes.parquet";
  DescribedTable table = two("naf", Kind::code, "jobs", Kind::whole);
  table.columns[0].digits = {4, 5};
  table.columns[1].markers = {{"-1", Marker::Means::suppressed}};
  const auto met = imported(file, table);
  CHECK(met.rows == Lines{"0111|5", "6201Z|(suppressed)", "0113|(missing)"});
  CHECK(met.errors == Errors{{2, "naf", "84200.0", Reason::code_spoiled}});
  table.columns[0].header = "nace";
  CHECK(imported(file, table).flaws.front().key == "evidence.no_column");
}

}  // namespace trivium::evidence
