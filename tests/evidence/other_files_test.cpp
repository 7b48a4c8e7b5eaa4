// A file that is something else is called by its name, and a column under another name is looked for among those there.
#include "evidence/scratch_folder.hpp"
#include "evidence/trap.hpp"

namespace trivium::evidence {
namespace {

shape::Flaw refused(std::string_view content) {
  const ScratchFolder folder;
  const auto met = imported(folder.file("a.csv", std::string{content}), two("region", Kind::code, "jobs", Kind::whole));
  REQUIRE(met.flaws.size() >= 1);
  return met.flaws.front();
}

}  // namespace

TEST_CASE("packed files are told to be unpacked, and a Parquet file or workbook to be named as one") {
  using namespace std::literals;
  CHECK(refused("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03region,jobs\n"sv).key == "evidence.packed");
  CHECK(refused("\xfd"
                "7zXZ\0\0"sv)
            .key == "evidence.packed");
  CHECK(refused("BZh91AY&SY"sv).key == "evidence.packed");
  CHECK(refused("PK\x03\x04\x14\0"sv).key == "evidence.zip");
  CHECK(refused("PAR1\x15\x04"sv).key == "evidence.named_otherwise");
}

TEST_CASE("workbooks that are no .xlsx are told to be saved as one, not to be unpacked") {
  using namespace std::literals;
  CHECK(refused("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"sv).key == "evidence.no_workbook");
  CHECK(refused("PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK"sv).key ==
        "evidence.other_workbook");
  CHECK(refused("PK\x03\x04\x14\0Index/Document.iwa\0"sv).key == "evidence.other_workbook");
  CHECK(refused("PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.textPK"sv).key == "evidence.zip");
}

TEST_CASE("a web page, XML, JSON and a table drawn in Markdown are called so, also where the columns stand in it") {
  CHECK(refused("\n <!DOCTYPE HTML>\n<p>region,jobs").key == "evidence.web_page");
  CHECK(refused("\xef\xbb\xbf<?xml version=\"1.0\"?>\n<rows><row region=\"A\" jobs=\"1\"/></rows>\n").key ==
        "evidence.xml");
  CHECK(refused("{\"rows\": [{\"region\": \"A\", \"jobs\": 1}]}\n").key == "evidence.json");
  CHECK(refused("| region | jobs |\n| --- | ---: |\n| A | 1 |\n").key == "evidence.markdown");
  CHECK(refused("Jobs 2024\n\nregion | jobs\n-------|-----\nA | 1\n").key == "evidence.markdown");
}

TEST_CASE("text that only begins like one of these is a table where its columns stand there") {
  const ScratchFolder folder;
  const auto met = [&](const char* header, const char* content) {
    return imported(folder.file("a.csv", content), two(header, Kind::code, "jobs", Kind::whole)).rows;
  };
  CHECK(met("<region>", "<region>,jobs\nA,1\n") == Lines{"A|1"});
  CHECK(met("[region]", "[region],jobs\nA,1\n") == Lines{"A|1"});
  CHECK(met("region", "region|jobs\nA|1\n---|2\n") == Lines{"A|1", "---|2"});
}

TEST_CASE("where a column is not found those that are there are named, of the row that looks most like a header") {
  const auto flaw = refused("Jobs by region\n\ngeo;nace;jobs\nA;1;2\n");
  CHECK(flaw.key == "evidence.no_column");
  CHECK(flaw.args.at("column") == "region");
  CHECK(flaw.args.at("there") == "geo, nace, jobs");
  CHECK(flaw.pointer == "/3");
  CHECK(refused("geo;nace;number\nA;1;2\n").args.at("there") == "geo, nace, number");
  std::string wide = "c1";
  for (int i = 2; i <= 50; ++i) wide += ",c" + std::to_string(i);
  const auto there = refused(wide + "\n1\n").args.at("there");
  CHECK(there.starts_with("c1, c2, c3, "));
  CHECK(there.ends_with(", c39, c40, …"));
}

TEST_CASE("commas within numbers and titles are not taken for what parts the names") {
  const auto there = [](const char* content) {
    const auto flaw = refused(content);
    CHECK(flaw.key == "evidence.no_column");
    return flaw.pointer + " " + flaw.args.at("there");
  };
  CHECK(there("Municipio;Tasa\nBilbao;12,1\n") == "/1 Municipio, Tasa");
  CHECK(there("Municipio;Tasa\nBilbao;12,345,678,901.5\n") == "/1 Municipio, Tasa");
  CHECK(there("Empleo, por municipio, y sector\nCNAE;48020;48013\n0111;1;2\n") == "/2 CNAE, 48020, 48013");
  CHECK(there(";P1;P2\nP1;0,5;1,5\nP2;1,5;0,5\n") == "/1 P1, P2");
  CHECK(there("CNAE,48020,48013\nagro,n.d.,n.d.\n") == "/1 CNAE, 48020, 48013");
}

TEST_CASE("a column that is missing is told of before a line further down that is too long") {
  const std::string endless(std::size_t{2} << 20, 'x');
  CHECK(refused("geo,number\nA,1\nB," + endless + "\n").key == "evidence.no_column");
  CHECK(refused(endless + "\ngeo,number\nA,1\n").key == "evidence.too_long");
  CHECK(refused(endless + "\n").key == "evidence.too_long");
}

}  // namespace trivium::evidence
