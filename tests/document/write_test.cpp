#include "document/write.hpp"

#include "document/package.hpp"
#include "random_table.hpp"
#include "scratch.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace trivium::document {
namespace {

FilledTable small_table() {
  FilledTable table = random_table(0);
  for (Group& group : table.groups) {
    for (Row& row : group.rows) row.parts = {{.label = "Notes", .text = "Plain words."}};
  }
  return table;
}

FilledTable with_answer(const std::string& text) {
  FilledTable table = small_table();
  table.groups[0].rows[0].parts = {{.label = "Notes", .text = text}};
  return table;
}

Package written(const FilledTable& table, Format format) {
  const PrivateFolder folder = scratch();
  const auto bytes = write(table, format, workshop_in(folder.path()));
  if (!bytes) FAIL(bytes.error().reason);
  auto package = Package::from_bytes(*bytes);
  REQUIRE(package.has_value());
  return *std::move(package);
}

pugi::xml_document part(Package package, std::string_view name) {
  pugi::xml_document tree;
  const std::string* bytes = package.part(name);
  REQUIRE(bytes != nullptr);
  REQUIRE(tree.load_string(bytes->c_str(), pugi::parse_default | pugi::parse_ws_pcdata));
  return tree;
}

// Nothing where the value is not spelled out.
std::vector<std::string> values(const pugi::xml_node& tree, const char* path) {
  std::vector<std::string> all;
  for (const pugi::xpath_node& found : tree.select_nodes(path)) {
    all.emplace_back(found.attribute() ? found.attribute().value() : found.node().text().get());
  }
  return all;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += text;
  return all;
}

using Texts = std::vector<std::string>;

constexpr const char* kFirstDocxAnswer = "(//w:tbl)[1]/w:tr[2]/w:tc[3]";
constexpr const char* kFirstOdtAnswer = "(//table:table)[1]/table:table-row[1]/table:table-cell[3]";

TEST_CASE("DOCX: three tables of 8 + 1, 9 + 1 and 12 + 1 rows under a heading that repeats") {
  const auto tree = part(written(small_table(), Format::docx), "word/document.xml");
  const auto tables = tree.select_nodes("//w:tbl");
  REQUIRE(tables.size() == 3);
  Texts rows;
  for (const auto& table : tables) {
    rows.push_back(std::to_string(table.node().select_nodes("w:tr").size()));
    CHECK(table.node().select_nodes("w:tr[1]/w:trPr/w:tblHeader").size() == 1);
    CHECK(table.node().select_nodes("w:tr/w:trPr/w:tblHeader").size() == 1);
    CHECK(table.node().select_nodes("w:tr[count(w:tc) != 3]").empty());
  }
  CHECK(rows == Texts{"10", "11", "14"});
}

TEST_CASE("DOCX: each vertex has its colour and is named once") {
  const auto tree = part(written(small_table(), Format::docx), "word/document.xml");
  CHECK(values(tree, "//w:tblStyle/@w:val") == Texts{"FilledA", "FilledB", "FilledC"});
  CHECK(values(tree, "//w:p[w:pPr/w:pStyle/@w:val='Heading2']//w:t") ==
        Texts{"The cluster", "The policy", "The practice"});
  CHECK(values(tree, "//w:tblCaption/@w:val") == Texts{"A. The cluster", "B. The policy", "C. The practice"});
}

TEST_CASE("DOCX: bullets are a list, deeper ones deeper, and the style comes first as the schema wants") {
  const auto tree = part(written(with_answer("Before\n- one\n  - two\n- three"), Format::docx), "word/document.xml");
  const auto answer = tree.select_node(kFirstDocxAnswer).node();
  CHECK(values(answer, ".//w:ilvl/@w:val") == Texts{"0", "1", "0"});
  CHECK(joined(values(answer, ".//w:p[w:pPr/w:numPr]//w:t")) == "onetwothree");
  CHECK(tree.select_nodes("//w:pPr[w:pStyle and name(*[1]) != 'w:pStyle']").empty());
}

TEST_CASE("DOCX: title, language and date of the document, and the language of an answer") {
  FilledTable table = small_table();
  table.groups[0].rows[0].language = "es";
  table.groups[0].rows[1].language = "sv";
  const Package package = written(table, Format::docx);
  const auto core = part(package, "docProps/core.xml");
  CHECK(values(core, "//dc:title") == Texts{table.title});
  CHECK(values(core, "//dcterms:created") == Texts{"2025-09-18T00:00:00Z"});
  const auto styles = part(package, "word/styles.xml");
  CHECK(values(styles, "//w:docDefaults//w:lang/@w:val") == Texts{"sv"});
  CHECK(values(styles, "//w:style[w:name/@w:val='Language es']/w:rPr/w:lang/@w:val") == Texts{"es"});
  const auto tree = part(package, "word/document.xml");
  CHECK(values(tree.select_node(kFirstDocxAnswer).node(), ".//w:rStyle/@w:val") == Texts{"Languagees"});
  CHECK(tree.select_nodes("(//w:tbl)[1]/w:tr[3]//w:rStyle").empty());
}

TEST_CASE("DOCX: Word lays it out as a document of today, not in compatibility mode") {
  const auto settings = part(written(small_table(), Format::docx), "word/settings.xml");
  CHECK(values(settings, "//w:compatSetting[@w:name='compatibilityMode']/@w:val") == Texts{"15"});
}

TEST_CASE("a lost answer and answers out of order are noticed by these tests") {
  const FilledTable table = small_table();
  FilledTable other = table;
  other.groups[1].rows[3].parts[0].label = "Unheard of";
  FilledTable turned = table;
  turned.groups[0].rows[0].parts[0].text = "Something else that stands first.";
  std::swap(turned.groups[0].rows[0], turned.groups[2].rows[5]);
  std::string text;
  for (const Group& group : table.groups) {
    for (const Row& row : group.rows) {
      for (const std::string& piece : pieces(table, row)) text += piece + "\n";
    }
  }
  CHECK(answers_in_order(table, text) == 32);
  CHECK(answers_in_order(other, text) == 31);
  CHECK(answers_in_order(turned, text) < 32);
}

TEST_CASE("DOCX and ODT: the table's own line and the page number stand at the foot of each page") {
  const FilledTable table = small_table();
  const auto docx = part(written(table, Format::docx), "word/footer1.xml");
  CHECK(joined(values(docx, "//w:t")) == table.footer + "1 / 1");
  CHECK(joined(values(docx, "//w:instrText")) == " PAGE  NUMPAGES ");
  const auto odt = part(written(table, Format::odt), "styles.xml");
  CHECK(values(odt, "//style:footer/text:p/text()").front().find(table.footer) != std::string::npos);
  CHECK(odt.select_nodes("//style:footer//text:page-number | //style:footer//text:page-count").size() == 2);
}

TEST_CASE("ODT: three tables of 8 + 1, 9 + 1 and 12 + 1 rows under a heading that repeats") {
  const auto tree = part(written(small_table(), Format::odt), "content.xml");
  const auto tables = tree.select_nodes("//table:table");
  REQUIRE(tables.size() == 3);
  Texts rows;
  for (const auto& table : tables) {
    rows.push_back(std::to_string(table.node().select_nodes("table:table-row").size()));
    CHECK(table.node().select_nodes("table:table-header-rows/table:table-row").size() == 1);
    CHECK(table.node().select_nodes(".//table:table-row[count(table:table-cell) != 3]").empty());
  }
  CHECK(rows == Texts{"9", "10", "13"});
  CHECK(values(tree, "//text:h") == Texts{small_table().title, "The cluster", "The policy", "The practice"});
}

TEST_CASE("ODT: every cell has the style of its vertex and place, and every style is there") {
  const auto tree = part(written(small_table(), Format::odt), "content.xml");
  CHECK(values(tree, "(//table:table)[2]/table:table-row[last()]/table:table-cell/@table:style-name") ==
        Texts{"SumFirst.B", "Sum.B", "Sum.B"});
  const Texts known = values(tree, "//style:style/@style:name");
  for (const std::string& used :
       values(tree, "//table:table-cell/@table:style-name | //table:table-row/@table:style-name")) {
    CAPTURE(used);
    CHECK(std::ranges::find(known, used) != known.end());
  }
}

TEST_CASE("ODT: every paragraph has a style of the reference document, in DOCX too") {
  FilledTable table = random_table(3);
  table.groups[1].rows[2].parts = {{.label = "", .text = "- a\n  - b\n\nc"}};
  const Package odt = written(table, Format::odt);
  const Texts odt_styles = values(part(odt, "styles.xml"), "//style:style/@style:name");
  for (const std::string& used :
       values(part(odt, "content.xml"), "//text:p/@text:style-name | //text:h/@text:style-name")) {
    CAPTURE(used);
    CHECK(std::ranges::find(odt_styles, used) != odt_styles.end());
  }
  const auto reference = Package::from_folder(workshop_in({}).data / "docx");
  REQUIRE(reference.has_value());
  const Texts docx_styles = values(part(*reference, "word/styles.xml"), "//w:style/@w:styleId");
  for (const std::string& used :
       values(part(written(table, Format::docx), "word/document.xml"), "//w:pStyle/@w:val | //w:tblStyle/@w:val")) {
    CAPTURE(used);
    CHECK(std::ranges::find(docx_styles, used) != docx_styles.end());
  }
}

TEST_CASE("ODT: bullets are a list of ours, deeper ones inside it") {
  const auto tree = part(written(with_answer("- one\n  - two\n- three"), Format::odt), "content.xml");
  const auto answer = tree.select_node(kFirstOdtAnswer).node();
  CHECK(joined(values(answer, ".//text:list//text:p")) == "onetwothree");
  CHECK(joined(values(answer, ".//text:list//text:list//text:p")) == "two");
  CHECK(tree.select_nodes("//text:list[@text:style-name != 'Bullets']").empty());
}

TEST_CASE("ODT: title, language and date of the document, and the language of an answer") {
  FilledTable table = small_table();
  table.groups[0].rows[0].language = "es-ES";
  const Package package = written(table, Format::odt);
  const auto meta = part(package, "meta.xml");
  CHECK(values(meta, "//dc:title") == Texts{table.title});
  CHECK(values(meta, "//dc:language") == Texts{"sv"});
  CHECK(values(meta, "//meta:creation-date") == Texts{"2025-09-18T00:00:00Z"});
  CHECK(values(part(package, "styles.xml"),
               "//style:default-style[@style:family='paragraph']/style:text-properties/@fo:language") == Texts{"sv"});
  const auto tree = part(package, "content.xml");
  const std::string style =
      tree.select_node(kFirstOdtAnswer).node().select_node(".//text:span/@text:style-name").attribute().value();
  const std::string path = "//style:style[@style:name='" + style + "']/style:text-properties/";
  CHECK(values(tree, (path + "@fo:language").c_str()) == Texts{"es"});
  CHECK(values(tree, (path + "@fo:country").c_str()) == Texts{"ES"});
}

TEST_CASE("what looks like markup stays text, wherever it stands") {
  const std::string hostile =
      "<b>x</b> **y** _z_ [l](javascript:alert(1)) ![i](file:///etc/passwd) `c` $x^2$ $body$ ${title} {footer} "
      "\\input{a} "
      "&amp; &#65; </w:t></w:r><w:br/> </text:p> ]]> <!-- --> <?php ?> =cmd|' /C calc'!A0 {=html} ::: # h | a | b |";
  FilledTable table = small_table();
  table.title = hostile;
  table.lines = {hostile};
  table.footer = hostile;
  table.not_provided = hostile;
  Group& group = table.groups[0];
  group.name = group.question = hostile;
  group.rows[0] = {.task = hostile,
                   .question = hostile,
                   .hints = {hostile},
                   .standing = hostile,
                   .language = "es",
                   .parts = {{.label = hostile, .text = hostile}, {.label = "", .text = "- " + hostile}},
                   .sum_up = false};
  group.rows[1].parts.clear();
  group.rows[1].standing.clear();
  constexpr std::size_t kPlaces = 12;  // a title, a line, a name, a question, 7 in the row and one not provided

  const Package docx = written(table, Format::docx);
  const auto text = part(docx, "word/document.xml");
  CHECK(times(hostile, joined(values(text, "//w:t"))) == kPlaces);
  CHECK(text.select_nodes("//w:hyperlink | //w:drawing | //w:br | //w:b").empty());
  CHECK(values(part(docx, "word/footer1.xml"), "//w:t").front() == hostile);
  CHECK(values(part(docx, "docProps/core.xml"), "//dc:title") == Texts{hostile});

  const Package odt = written(table, Format::odt);
  const auto content = part(odt, "content.xml");
  CHECK(times(hostile, joined(values(content, "//text:p//text() | //text:h//text()"))) == kPlaces);
  CHECK(content.select_nodes("//text:a | //draw:frame | //text:line-break").empty());
  CHECK(values(part(odt, "meta.xml"), "//dc:title") == Texts{hostile});
}

TEST_CASE("control characters, half characters and letters of every plane do no harm") {
  const std::string text = std::string{"a\0b\x01\x0b", 5} + "c\xFF\xC3 åäö ñ ç € “q” 😀 中文 עברית \xEF\xBF\xBE";
  const std::string clean =
      "ab"
      "c\uFFFD\uFFFD åäö ñ ç € “q” 😀 中文 עברית";
  for (const Format format : {Format::docx, Format::odt}) {
    const auto tree =
        part(written(with_answer(text), format), format == Format::docx ? "word/document.xml" : "content.xml");
    const char* place = format == Format::docx ? kFirstDocxAnswer : kFirstOdtAnswer;
    CHECK(joined(values(tree.select_node(place).node(), ".//text()")).find(clean) != std::string::npos);
  }
}

TEST_CASE("no paragraph in a cell keeps with the next: it would tie the rows together and leave pages empty") {
  const auto reference = Package::from_folder(workshop_in({}).data / "docx");
  REQUIRE(reference.has_value());
  CHECK(values(part(*reference, "word/styles.xml"), "//w:style[w:pPr/w:keepNext]/@w:styleId") ==
        Texts{"Title", "Section", "Lead"});
}

TEST_CASE("a vertex that begins with a long answer begins on a new page") {
  FilledTable table = small_table();
  for (Group& group : table.groups) group.rows[0].parts[0].text.clear();
  table.groups[1].rows[0].parts[0].text = std::string(3'000, 'w');
  const auto tree = part(written(table, Format::docx), "word/document.xml");
  CHECK(values(tree, "//w:pStyle[@w:val='Between' or @w:val='NewPage']/@w:val") ==
        Texts{"Between", "NewPage", "Between"});
}

TEST_CASE("an answer that is empty says so, one with a standing says that") {
  FilledTable table = small_table();
  Row& empty = table.groups[0].rows[0];
  empty.standing.clear();
  empty.parts = {{.label = "Notes", .text = " \n "}};
  Row& unknown = table.groups[0].rows[1];
  unknown.standing = "I do not know yet";
  unknown.parts.clear();
  const auto tree = part(written(table, Format::docx), "word/document.xml");
  CHECK(joined(values(tree, "(//w:tbl)[1]/w:tr[2]/w:tc[3]//w:t")) == "Not provided");
  CHECK(joined(values(tree, "(//w:tbl)[1]/w:tr[3]/w:tc[3]//w:t")) == "I do not know yet");
}

TEST_CASE("a table without rows is a title and no table") {
  FilledTable table = small_table();
  for (Group& group : table.groups) group.rows.clear();
  CHECK(part(written(table, Format::docx), "word/document.xml").select_nodes("//w:tbl").empty());
  CHECK(part(written(table, Format::odt), "content.xml").select_nodes("//table:table").empty());
}

TEST_CASE("the same table gives the same bytes") {
  const PrivateFolder folder = scratch();
  const Workshop workshop = workshop_in(folder.path());
  for (const Format format : {Format::docx, Format::odt}) {
    const auto first = write(random_table(5), format, workshop);
    REQUIRE(first.has_value());
    const auto second = write(random_table(5), format, workshop);
    REQUIRE(second.has_value());
    CHECK((*first == *second));
  }
}

TEST_CASE("PDF: tagged, with title, language and headings that screen readers hear once for each table") {
  const PrivateFolder folder = scratch();
  const FilledTable table = random_table(11);
  const auto bytes = write(table, Format::pdf, workshop_in(folder.path()));
  if (!bytes) FAIL(bytes.error().reason);
  save_file(folder.path() / "table.pdf", *bytes);
  const std::string known = said_by({"pdfinfo", "table.pdf"}, folder.path());
  CHECK(known.find("Tagged:          yes") != std::string::npos);
  CHECK(known.find("Title:           " + table.title) != std::string::npos);
  CHECK(bytes->find("/Lang(sv)") != std::string::npos);
  CHECK(bytes->find("/DisplayDocTitle true") != std::string::npos);
  CHECK(bytes->find("<pdfuaid:part>1</pdfuaid:part>") != std::string::npos);
  const std::string tags = said_by({"pdfinfo", "-struct-text", "table.pdf"}, folder.path());
  CHECK(times("\"" + table.answer_heading + "\"", tags) == 3);
  CHECK(times("H1 (block)", tags) == 1);
  CHECK(times("H2 (block)", tags) == 3);
  CHECK(times("Table (block)", tags) == 3);
  CHECK(times("TH:", tags) == 9);
}

TEST_CASE("PDF: set in the typefaces it was drawn for, every one embedded") {
  const PrivateFolder folder = scratch();
  const auto bytes = write(small_table(), Format::pdf, workshop_in(folder.path()));
  if (!bytes) FAIL(bytes.error().reason);
  save_file(folder.path() / "table.pdf", *bytes);
  const std::string fonts = said_by({"pdffonts", "table.pdf"}, folder.path());
  CHECK(fonts.find("+Caladea-Bold ") != std::string::npos);
  CHECK(fonts.find("+Carlito ") != std::string::npos);
  CHECK(times("\n", fonts) == 2 + times(" yes yes yes ", fonts));  // two lines of headings; embedded, subset, readable
}

TEST_CASE("a program that is not installed is trouble at once") {
  const PrivateFolder folder = scratch();
  Workshop workshop = workshop_in(folder.path());
  workshop.pandoc = "no-such-pandoc";
  const auto bytes = write(small_table(), Format::docx, workshop);
  REQUIRE_FALSE(bytes.has_value());
  CHECK(bytes.error().cause == Trouble::Cause::missing);
  CHECK(bytes.error().reason.starts_with("no-such-pandoc: "));
  workshop = workshop_in(folder.path());
  workshop.office = "no-such-office";
  const auto pdf = write(small_table(), Format::pdf, workshop);
  REQUIRE_FALSE(pdf.has_value());
  CHECK(pdf.error().cause == Trouble::Cause::missing);
}

TEST_CASE("a program that hangs is trouble in time and leaves nothing behind") {
  const PrivateFolder folder = scratch();
  Workshop workshop = workshop_in(folder.path() / "work");
  workshop.pandoc = program(folder.path(), "hanging", "sleep 60");
  workshop.time_limit = std::chrono::milliseconds{300};
  const auto begun = std::chrono::steady_clock::now();
  const auto bytes = write(small_table(), Format::docx, workshop);
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds{2});
  REQUIRE_FALSE(bytes.has_value());
  CHECK(bytes.error().cause == Trouble::Cause::too_slow);
  CHECK(entries(folder.path() / "work") == 0);
}

TEST_CASE("a program that gives up, writes nothing or writes nonsense is trouble") {
  const PrivateFolder folder = scratch();
  Workshop workshop = workshop_in(folder.path() / "work");
  for (const char* script : {"echo out of paper >&2; exit 1", "exit 0", "echo nonsense > written"}) {
    workshop.pandoc = program(folder.path(), "faulty", script);
    const auto bytes = write(small_table(), Format::odt, workshop);
    REQUIRE_FALSE(bytes.has_value());
    CHECK(bytes.error().cause == Trouble::Cause::failed);
  }
  workshop = workshop_in(folder.path() / "work");
  workshop.office = program(folder.path(), "faulty", "echo cannot load; exit 0");
  const auto pdf = write(small_table(), Format::pdf, workshop);
  REQUIRE_FALSE(pdf.has_value());
  CHECK(pdf.error().reason.find("cannot load") != std::string::npos);
}

TEST_CASE("a file beyond the limit is trouble, not half a document") {
  const PrivateFolder folder = scratch();
  Workshop workshop = workshop_in(folder.path());
  workshop.size_limit = 4'096;
  CHECK_FALSE(write(small_table(), Format::docx, workshop).has_value());
}

TEST_CASE("no reference documents or no place to write is trouble, not a crash") {
  const PrivateFolder folder = scratch();
  Workshop workshop = workshop_in(folder.path());
  workshop.data = folder.path() / "nowhere";
  CHECK_FALSE(write(small_table(), Format::docx, workshop).has_value());
  workshop = workshop_in("/proc/nowhere");
  CHECK_FALSE(write(small_table(), Format::docx, workshop).has_value());
}

TEST_CASE("nothing is left in the workshop") {
  const PrivateFolder folder = scratch();
  CHECK(write(small_table(), Format::pdf, workshop_in(folder.path() / "work")).has_value());
  CHECK(entries(folder.path() / "work") == 0);
}

}  // namespace
}  // namespace trivium::document
