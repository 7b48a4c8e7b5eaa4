// Running text under headings, and tables that begin under a name.
#include "document/package.hpp"
#include "document/write.hpp"
#include "random_table.hpp"
#include "scratch.hpp"

#include <pugixml.hpp>

namespace trivium::document {
namespace {

std::vector<std::string> texts(const std::string& bytes, std::string_view part, const char* path) {
  auto package = Package::from_bytes(bytes);
  REQUIRE(package.has_value());
  pugi::xml_document tree;
  REQUIRE(tree.load_string(package->part(part)->c_str(), pugi::parse_default | pugi::parse_ws_pcdata));
  std::vector<std::string> all;
  for (const pugi::xpath_node& found : tree.select_nodes(path)) {
    std::string text;
    for (const pugi::xpath_node& piece : found.node().select_nodes(".//text()")) text += piece.node().value();
    all.push_back(text);
  }
  return all;
}

FilledTable summary() {
  FilledTable table = random_table(3);
  table.sections = {{"Issues & <bottlenecks>", "- one\n  - deeper\n- two\n\nIn short: *both*.", "es"},
                    {"Lessons", "", ""}};
  return table;
}

TEST_CASE("sections stand before the tables, their text as it was written, an empty one said to be empty") {
  const PrivateFolder folder = scratch();
  FilledTable alone = summary();
  alone.groups.clear();
  const auto docx = write(alone, Format::docx, workshop_in(folder.path()));
  REQUIRE(docx.has_value());
  CHECK(texts(*docx, "word/document.xml", "//w:p[w:pPr/w:pStyle/@w:val='Section']") ==
        std::vector<std::string>{"Issues & <bottlenecks>", "Lessons"});
  const auto said = texts(*docx, "word/document.xml", "//w:body/w:p");
  for (const std::string text : {"one", "deeper", "two", "In short: *both*.", alone.not_provided.c_str()})
    CHECK(std::ranges::find(said, text) != said.end());
  CHECK(texts(*docx, "word/document.xml", "//w:tbl").empty());
}

TEST_CASE("a table may begin under a name, with what is written before it") {
  const PrivateFolder folder = scratch();
  FilledTable table = summary();
  table.groups.front().heading = "Annex: the table of Ainhoa";
  const auto odt = write(table, Format::odt, workshop_in(folder.path()));
  REQUIRE(odt.has_value());
  const auto headings = texts(*odt, "content.xml", "//text:h");
  REQUIRE(headings.size() >= 5);
  CHECK(headings[1] == "Issues & <bottlenecks>");
  CHECK(headings[3] == "Annex: the table of Ainhoa");
  CHECK(texts(*odt, "content.xml", "//table:table").size() == 3);
}

}  // namespace
}  // namespace trivium::document
