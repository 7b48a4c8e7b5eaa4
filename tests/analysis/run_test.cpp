#include "analysis/run.hpp"

#include "analysis/digest.hpp"
#include "analysis/tables.hpp"
#include "measure/shared_files.hpp"

using namespace trivium;
using namespace trivium::analysis;
using evidence::ScratchFolder;

namespace {

constexpr auto kJobs =
    "region,industry,jobs\n"
    "Bizkaia,59.11,120\n"
    "Bizkaia,62.01,500\n"
    "Gipuzkoa,59.11,100\n"
    "Gipuzkoa,62.01,300\n";

}  // namespace

TEST_CASE("a finding says which file, as its digest, which rows, which settings and which version it rests on") {
  const ScratchFolder folder;
  const auto file = folder.file("jobs.csv", kJobs);
  const auto finding = run(asked("variety", {{"employment", file}}, {{"digits", "1"}}));
  REQUIRE(finding);
  const auto& account = finding->account;
  CHECK(account.analysis == "variety");
  CHECK(account.version == "test");
  CHECK_FALSE(account.seed);
  REQUIRE(account.settings.size() == 1);
  CHECK(account.settings[0].value == "1");
  REQUIRE(account.sources.size() == 1);
  CHECK(account.sources[0].file == "jobs.csv");
  CHECK(account.sources[0].taken == 4);
  CHECK(account.sources[0].digest == digest(file));
  CHECK(account.rows == 2);
}

TEST_CASE("the digest of nothing and of abc is that of the standard") {  // FIPS 180-4
  const ScratchFolder folder;
  CHECK(digest(folder.file("empty", "")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(digest(folder.file("abc", "abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("a row that cannot be read stops the work, or is left out where that was said, and then counted") {
  const ScratchFolder folder;
  const auto file = folder.file("jobs.csv", std::string{kJobs} + "Araba,59.11,many\n");
  auto request = asked("location-quotient", {{"employment", file}});
  const auto stopped = run(request);
  REQUIRE_FALSE(stopped);
  CHECK(stopped.error().input == "employment");
  CHECK(stopped.error().rows == 1);
  REQUIRE(stopped.error().flaws.size() == 1);
  CHECK(stopped.error().flaws[0].args.at("row") == "6");
  CHECK(stopped.error().flaws[0].args.at("value") == "many");
  request.refused_rows = RefusedRows::are_left_out;
  const auto finding = run(request);
  REQUIRE(finding);
  CHECK(finding->account.sources[0].refused == 1);
  CHECK(finding->account.rows == 4);
}

TEST_CASE("a table of PC-Axis is known by its ending: its variables are columns, each cell is a row") {
  const ScratchFolder folder;
  auto request =
      asked("location-quotient", {{"employment", folder.file("Jobs.PX",
                                                             "STUB=\"Territorio\";HEADING=\"Rama\";\n"
                                                             "VALUES(\"Territorio\")=\"Bizkaia\",\"Gipuzkoa\";\n"
                                                             "VALUES(\"Rama\")=\"C\",\"J\";\n"
                                                             "DATA=120 500\n100 \"-\";\n")}});
  request.reading.headers = {{"region", "Territorio"}, {"industry", "Rama"}, {"jobs", "value"}};
  const auto finding = run(request);
  REQUIRE(finding);
  CHECK(finding->account.sources[0].taken == 4);
  CHECK(finding->account.sources[0].missing == 0);
  CHECK(std::get<double>(
            finding->tables->rows("select sum(jobs) from employment where region = 'Bizkaia'").at(0).at(0)) == 620);
}

TEST_CASE(
    "columns with other names, decimal commas and what the file writes for kept back are read as they were said to "
    "be") {
  const ScratchFolder folder;
  auto request =
      asked("location-quotient",
            {{"employment", folder.file("jobs.csv", "geo;nace;empleo;nota\nA;1;10,5;\nA;2;0;N\nB;1;20;\nB;2;30;\n")},
             {"region-totals", folder.file("all.csv", "geo;todo\nA;60,5\n")},
             {"industry-totals", folder.file("industries.csv", "nace;todo\n2;80\n")}},
            {{"total", "110.5"}});
  request.reading.headers = {{"region", "geo"}, {"industry", "nace"}, {"employment.jobs", "empleo"}, {"jobs", "todo"}};
  request.reading.decimal_mark = ',';
  const auto without = run(request);
  REQUIRE(without);
  CHECK(without->account.sources[0].suppressed == 0);
  // The totals have no such column, so it is looked for where it is.
  request.reading.kept = KeptSaid{"", {"nota", "N"}};
  request.files.erase("region-totals");
  request.files.erase("industry-totals");
  const auto finding = run(request);
  REQUIRE(finding);
  CHECK(finding->account.sources[0].suppressed == 1);
}

TEST_CASE("CSV, JSON and Parquet hold the same rows, and JSON and Parquet the account") {
  const ScratchFolder folder;
  auto request = asked("location-quotient", {{"employment", folder.file("jobs.csv", kJobs)}});
  request.written = folder.path / "answer.parquet";
  const auto finding = run(request);
  REQUIRE(finding);
  const auto json_file = folder.path / "answer.json";
  {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> stream{std::fopen(json_file.c_str(), "wb"), &std::fclose};
    write_json(*finding, stream.get());
  }
  const auto json = shape::parse(text_of(json_file));
  REQUIRE(json);
  CHECK((*json)["account"] == shape::to_json(finding->account));
  CHECK((*json)["rows"].size() == 4);
  CHECK((*json)["rows"][0]["quotient"].get<double>() == doctest::Approx((120.0 / 620) / (220.0 / 1020)).epsilon(1e-15));

  write_parquet(*finding, request.written);
  evidence::Duck reader{{.allowed = {request.written}}};
  const auto name = evidence::sql_text(request.written.string());
  const auto rows = reader.rows("select region, industry, quotient from read_parquet(" + name + ")");
  REQUIRE(rows.size() == 4);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    CHECK(std::get<std::string>(rows[row][0]) == (*json)["rows"][row]["region"]);
    CHECK(std::get<double>(rows[row][2]) == (*json)["rows"][row]["quotient"].get<double>());
  }
  const auto notes = reader.rows("select value::varchar from parquet_kv_metadata(" + name + ") where key = 'account'");
  REQUIRE(notes.size() == 1);
  CHECK(std::get<std::string>(notes[0][0]).find(finding->account.sources[0].digest) != std::string::npos);

  const auto csv = csv_of(request, folder.path);
  CHECK(csv.starts_with("region,industry,jobs,expected,quotient,least,most\r\nBizkaia,59.11,120,"));
  // What was written is read again.
  const auto again = run(asked("location-quotient", {{"employment", request.written}}));
  REQUIRE(again);
  CHECK(again->account.rows == 4);
  const auto capitals = folder.path / "ANSWER.PARQUET";
  std::filesystem::copy_file(request.written, capitals);
  const auto from_capitals = run(asked("location-quotient", {{"employment", capitals}}));
  REQUIRE(from_capitals);
  CHECK(from_capitals->account.rows == 4);
}

TEST_CASE("a workbook is read as one whatever the case of its ending") {
  const ScratchFolder folder;
  for (const auto* name : {"jobs.xlsx", "JOBS.XLSX", "jobs.Xlsx"}) {
    const auto finding = run(asked("location-quotient", {{"employment", folder.file(name, kJobs)}}));
    REQUIRE_FALSE(finding);
    REQUIRE(finding.error().flaws.size() == 1);
    CHECK(finding.error().flaws[0].key == "evidence.no_workbook");
  }
}

TEST_CASE("a text that a spreadsheet would take for a formula is written as text") {
  const ScratchFolder folder;
  const auto csv = csv_of(
      asked("location-quotient", {{"employment", folder.file("jobs.csv", "region,industry,jobs\n=1+1,\"a,b\",3\n")}}),
      folder.path);
  CHECK(csv.find("\r\n'=1+1,\"a,b\",3,") != std::string::npos);
}

TEST_CASE("work that is stopped leaves nothing") {
  const ScratchFolder folder;
  std::stop_source stop;
  stop.request_stop();
  CHECK_THROWS_AS(std::ignore = run(asked("location-quotient", {{"employment", folder.file("jobs.csv", kJobs)}}),
                                    {.stop = stop.get_token()}),
                  measure::Cancelled);
}

TEST_CASE("jobs in British regions of 2015: weighted by the jobs one expects, an industry's quotients average to 1") {
  NEEDS_SHARED_FILES(data);
  const ScratchFolder folder;
  const auto file = folder.path / "jobs.csv";
  // Agriculture is not known in Scotland, so no sum with it is.
  const auto command = "grep -E '^(\"DATE\"|2015,)' '" +
                       (data / "03-region-industry/uk_bres_itl2_sections_2015_2019.csv").string() +
                       "' | grep -v Agriculture > '" + file.string() + "'";
  REQUIRE(std::system(command.c_str()) == 0);
  auto request = asked("location-quotient", {{"employment", file}});
  request.reading.headers = {{"region", "GEOGRAPHY_NAME"}, {"industry", "SIC_SECTION_NAME"}, {"jobs", "COUNT"}};
  CHECK(csv_of(request, folder.path, {.threads = 1}) == csv_of(request, folder.path, {.threads = 2}));
  const auto finding = run(request);
  REQUIRE(finding);
  CHECK(finding->account.rows > 500);
  const auto averages =
      finding->tables->rows("select sum(quotient * expected) / sum(expected) from answer group by industry");
  CHECK(averages.size() > 15);
  for (const auto& average : averages) CHECK(std::get<double>(average[0]) == doctest::Approx(1).epsilon(1e-12));
}

TEST_CASE("work that is stopped once its tables are read ends, whatever it does first") {
  const ScratchFolder folder;
  const auto ties = folder.file("ties.csv", "from,to\na,b\nb,c\n");
  const auto flows = folder.file("flows.csv", "from,to,count\na,b,40\n");
  const auto core = folder.file("core.csv", "industry\na\n");
  const auto firms = folder.file("firms.csv", "type,first,last\nfilm,2019,\n");
  const auto jobs = folder.file("jobs.csv", kJobs);
  const Files areas{{"areas", folder.file("areas.csv", "area,value\na,1\nb,2\n")},
                    {"neighbours", folder.file("neighbours.csv", "one,other\na,b\n")}};
  const Files recoded{{"values", folder.file("values.csv", "of,code,value\nx,a,1\n")},
                      {"correspondence", folder.file("pairs.csv", "from,to,weight\na,b,1\n")}};
  for (const auto& request :
       {asked("network-structure", {{"ties", ties}}), asked("network-positions", {{"ties", ties}}),
        asked("communities", {{"ties", ties}}), asked("skill-relatedness", {{"flows", flows}}),
        asked("functional-boundary", {{"flows", flows}, {"core", core}}), asked("survival", {{"firms", firms}}),
        asked("entries-and-exits", {{"firms", firms}}), asked("autocorrelation", areas),
        asked("local-autocorrelation", areas), asked("location-quotient", {{"employment", jobs}}),
        asked("complexity", {{"employment", jobs}}), asked("ellison-glaeser", {{"plants", jobs}}),
        asked("recoding", recoded, {{"from-list", "Old 1"}, {"to-list", "New 1"}})}) {
    CAPTURE(request.analysis->name);
    std::stop_source stop;
    CHECK_THROWS_AS(std::ignore = run(request, {.stop = stop.get_token()},
                                      [&](std::string_view step) {
                                        if (step.empty()) stop.request_stop();
                                      }),
                    measure::Cancelled);
  }
}

TEST_CASE("an answer that is being written is given up within a batch of rows") {
  evidence::Duck tables;
  std::stop_source stop;
  Answer answer{tables, {{"n", AnswerColumn::Holds::whole}}, stop.get_token()};
  answer.row({std::int64_t{1}});
  stop.request_stop();
  const auto many = [&] {
    for (std::size_t row = 0; row < evidence::Batch::capacity(); ++row) answer.row({std::int64_t{1}});
  };
  CHECK_THROWS_AS(many(), measure::Cancelled);
}
