#include "document/returned_table.hpp"

#include "document/foreign_xml.hpp"
#include "document/package.hpp"
#include "document/passages.hpp"
#include "random_table.hpp"
#include "scratch.hpp"

#include <zip.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>

namespace trivium::document {
namespace {

constexpr unsigned kTables = 4;  // in the suite; fifty in tests/campaign/word.py

FilledTable returnable(unsigned seed) {
  FilledTable table = random_table(seed);
  table.facts = {{"Trivium table", "an id"}, {"Trivium revisions A", "A1=3 A2=1 "}};
  for (Group& group : table.groups) {
    for (Row& row : group.rows) {
      row.key = row.task;
      std::size_t number = 0;
      for (Part& part : row.parts) part.key = "part_" + std::to_string(number++);
    }
  }
  return table;
}

std::string docx_of(const FilledTable& table) {
  const PrivateFolder folder = scratch();
  auto bytes = write(table, Format::docx, workshop_in(folder.path()));
  if (!bytes) FAIL(bytes.error().reason);
  return *std::move(bytes);
}

// Opened and saved by LibreOffice.
std::string saved_again(const std::string& docx) {
  const PrivateFolder folder = scratch();
  save_file(folder.path() / "table.docx", docx);
  said_by({"soffice", "--headless", "--norestore", "--convert-to", "docx", "--outdir", "again", "table.docx"},
          folder.path());
  return file_bytes(folder.path() / "again" / "table.docx");
}

std::map<std::string, std::string> texts_of(const ReturnedTable& table) {
  std::map<std::string, std::string> texts;
  for (const ReturnedRow& row : table.rows) {
    for (const ReturnedPart& part : row.parts) texts[row.key + " " + part.key] = as_on_paper(part.text);
  }
  return texts;
}

std::map<std::string, std::string> texts_of(const FilledTable& table) {
  std::map<std::string, std::string> texts;
  for (const Group& group : table.groups) {
    for (const Row& row : group.rows) {
      if (!row.standing.empty()) texts[row.key + " standing"] = "";
      for (const Part& part : row.parts) {
        if (!passages(part.text).empty()) texts[row.key + " " + part.key] = as_on_paper(part.text);
      }
    }
  }
  return texts;
}

ReturnedTable read(const std::string& docx) {
  auto table = returned_table(docx);
  REQUIRE(table.has_value());
  return *std::move(table);
}

// The document with one part of its text exchanged.
std::string with(const std::string& docx, const std::string& from, const std::string& to) {
  auto package = Package::from_bytes(docx);
  REQUIRE(package.has_value());
  std::string text = *package->part("word/document.xml");
  const std::size_t at = text.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, from);
  text.replace(at, from.size(), to);
  CHECK(package->put("word/document.xml", text));
  return package->bytes({}).value();
}

FilledTable with_notes(const std::string& text) {
  FilledTable table = returnable(0);
  for (Group& group : table.groups) {
    for (Row& row : group.rows) {
      row.standing = "";
      row.parts = {{.label = "Notes", .text = text, .key = "notes"}};
    }
  }
  return table;
}

const ReturnedRow& first_row(const ReturnedTable& table) {
  const auto row = std::ranges::find(table.rows, "A1", &ReturnedRow::key);
  REQUIRE(row != table.rows.end());
  REQUIRE(row->parts.size() == 1);
  return *row;
}

std::string first_text(const ReturnedTable& table) { return first_row(table).parts.front().text; }

std::optional<Unreadable> refusal(const std::string& bytes) {
  const auto table = returned_table(bytes);
  return table ? std::nullopt : std::optional{table.error()};
}

std::string package_of(const std::map<std::string, std::string>& parts, const char* password = nullptr) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* whole = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(whole);
  zip_t* archive = zip_open_from_source(whole, ZIP_TRUNCATE, &error);
  for (const auto& [name, bytes] : parts) {
    zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    const auto index = static_cast<zip_uint64_t>(zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8));
    if (password != nullptr) zip_file_set_encryption(archive, index, ZIP_EM_AES_256, password);
  }
  REQUIRE(zip_close(archive) == 0);
  zip_stat_t known;
  zip_source_stat(whole, &known);
  zip_source_open(whole);
  std::string bytes(known.size, '\0');
  zip_source_read(whole, bytes.data(), bytes.size());
  zip_source_close(whole);
  zip_source_free(whole);
  return bytes;
}

std::string document_of(const std::string& text) {
  return package_of(
      {{"_rels/.rels",
        R"(<Relationships><Relationship Type="x/officeDocument" Target="word/document.xml"/></Relationships>)"},
       {"word/document.xml", text}});
}

TEST_CASE("every text of a table comes back from its DOCX, and after LibreOffice saved it") {
  for (unsigned seed = 1; seed <= kTables; ++seed) {
    CAPTURE(seed);
    const FilledTable table = returnable(seed);
    const std::string docx = docx_of(table);
    for (const std::string& bytes : {docx, saved_again(docx)}) {
      const ReturnedTable back = read(bytes);
      CHECK(texts_of(back) == texts_of(table));
      CHECK(back.around.empty());
      CHECK(back.seen == Seen{});
      CHECK(std::ranges::find(back.facts, table.facts[0]) != back.facts.end());
      CHECK(std::ranges::count_if(back.rows, [](const ReturnedRow& row) { return !row.key.empty(); }) == 32);
    }
  }
}

TEST_CASE("what a text looks like on paper stays what it looks like") {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    by_chance::Chance chance{seed};
    CAPTURE(seed);
    const std::string text = by_chance::notes(chance, 600);
    CHECK(as_on_paper(as_on_paper(text)) == as_on_paper(text));
  }
  CHECK(as_on_paper("a\nb\n\n\nc\n- d\n    e\n  - f  g\nh") == "a\nb\n\nc\n- d\n  e\n  - f g\nh");
}

TEST_CASE("the marks in a file are hidden bookmarks that Word takes") {
  const std::string docx = docx_of(returnable(1));
  const std::string text = *Package::from_bytes(docx)->part("word/document.xml");
  CHECK(text.contains(R"(w:name="_Tv_A1")"));
  CHECK_FALSE(text.contains(R"(w:name="Tv_)"));
  CHECK(mark_in("_Tv_A_sum__bottlenecks") == Mark{.row = "A_sum", .part = "bottlenecks"});
  CHECK_FALSE(mark_in("_Toc123").has_value());
  CHECK_FALSE(mark_in("_Tv_" + std::string(40, 'x')).has_value());
}

TEST_CASE("text typed behind a label, before it or at the end of the cell belongs where it stands") {
  const std::string docx = docx_of(with_notes("Plain words."));
  CHECK(first_text(read(docx)) == "Plain words.");
  CHECK(first_text(read(with(docx, "Plain words.</w:t></w:r></w:p>",
                             "Plain words.</w:t></w:r></w:p><w:p><w:r><w:t>More.</w:t></w:r></w:p>"))) ==
        "Plain words.\n\nMore.");
  CHECK(first_text(read(with(docx, "Plain words.", "Quite other ones"))) == "Quite other ones");
  const std::string label = "Notes</w:t></w:r>";
  const std::string typed = R"(<w:r><w:t xml:space="preserve"> typed here</w:t></w:r>)";
  const ReturnedTable within = read(with(docx, label, label + typed));
  CHECK(first_text(within) == "Plain words.");
  CHECK(first_row(within).parts.front().label == "Notes typed here");
  const std::string text = *Package::from_bytes(docx)->part("word/document.xml");
  const std::size_t end = text.find("<w:bookmarkEnd", text.find(label));
  const std::string mark = text.substr(end, text.find("/>", end) + 2 - end);
  const ReturnedTable behind = read(with(docx, label + mark, label + mark + typed));
  CHECK(first_text(behind) == " typed here\n\nPlain words.");
  CHECK(first_row(behind).parts.front().label == "Notes");
}

TEST_CASE("tabs, line breaks, hyphens and signs come back as characters") {
  const std::string docx = docx_of(with_notes("Plain words."));
  const std::string run =
      "a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/>"
      R"(<w:sym w:font="Wingdings" w:char="F0E0"/><w:t>åäö ñ ç € “q”)";
  CHECK(first_text(read(with(docx, "Plain words.", run))) == "a\tb\nc\u2011d\u00AD→åäö ñ ç € “q”");
}

TEST_CASE("tracked changes are taken as if they were accepted, and it is known that there were some") {
  const std::string docx = docx_of(with_notes("Plain words."));
  const std::string run =
      "kept </w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
      "<w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:r><w:t> end";
  const ReturnedTable back = read(with(docx, "Plain words.", run));
  CHECK(first_text(back) == "kept new end");
  CHECK(back.seen.tracked);
}

TEST_CASE("a paragraph whose end was deleted goes on with the next one") {
  const std::string docx = docx_of(with_notes("One.\n\nTwo."));
  const std::string joined =
      with(docx, R"(<w:pStyle w:val="Answer"/>)", R"(<w:pStyle w:val="Answer"/><w:rPr><w:del w:id="9"/></w:rPr>)");
  CHECK(first_text(read(joined)) == "One.Two.");
}

TEST_CASE("comments, footnotes and pictures are passed over and named") {
  const std::string docx = docx_of(with_notes("Plain words."));
  const std::string run = R"(Plain</w:t><w:commentReference w:id="1"/><w:footnoteReference w:id="2"/>)"
                          R"(<w:drawing><a:t>boxed</a:t></w:drawing><w:t> words.)";
  const ReturnedTable back = read(with(docx, "Plain words.", run));
  CHECK(first_text(back) == "Plain words.");
  CHECK(back.seen == Seen{.tracked = false, .comments = true, .footnotes = true, .pictures = true, .tables = false});
}

TEST_CASE("text outside the tables is found, and our own is not taken for it") {
  const std::string docx = docx_of(with_notes("Plain words."));
  CHECK(read(docx).around.empty());
  const ReturnedTable back = read(with(docx, "<w:sectPr>", "<w:p><w:r><w:t>By the way</w:t></w:r></w:p><w:sectPr>"));
  CHECK(back.around == std::vector<std::string>{"By the way"});
}

TEST_CASE("no word processor's file is refused for what it is") {
  using enum Unreadable;
  const std::string good = docx_of(with_notes("Plain words."));
  CHECK(refusal("") == not_a_package);
  CHECK(refusal("%PDF-1.7 and so on") == pdf);
  CHECK(refusal("Dear all, here is my table.") == not_a_package);
  CHECK(refusal("{\"format\": \"trivium.table\"}") == not_a_package);
  CHECK(refusal("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on") == locked);
  CHECK(refusal(good.substr(0, good.size() / 2)) == damaged);
  CHECK(refusal(package_of({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<a/>"}})) ==
        other_kind);
  CHECK(refusal(package_of({{"a.txt", "words"}})) == other_kind);
  CHECK(refusal(package_of({{"a.docx", good}})) == nested);
  CHECK(refusal(package_of({{"a.txt", "words"}}, "secret")) == locked);
  CHECK(refusal(package_of({{"zeros.bin", std::string(std::size_t{26} << 20U, '\0')}})) == too_large);
}

TEST_CASE("more than a thousand entries are refused") {
  std::map<std::string, std::string> parts;
  for (int i = 0; i <= 1'000; ++i) parts["word/" + std::to_string(i) + ".xml"] = "";
  CHECK(refusal(package_of(parts)) == Unreadable::too_large);
}

TEST_CASE("a DTD, depth, and more elements than a table has are refused before a tree is made") {
  using enum Unreadable;
  const auto deep = [](std::size_t depth) {
    std::string text;
    for (std::size_t i = 0; i < depth; ++i) text += "<w:p>";
    for (std::size_t i = 0; i < depth; ++i) text += "</w:p>";
    return text;
  };
  CHECK(refusal(document_of(R"(<!DOCTYPE a [<!ENTITY b "c">]><w:document>&b;</w:document>)")) == unsafe);
  CHECK(refusal(document_of(deep(100'000))) == unsafe);
  CHECK(refusal(document_of(deep(257))) == unsafe);
  CHECK(refusal(document_of("<w:document>" + deep(255) + "</w:document>")) == std::nullopt);
  std::string many = "<w:document>";
  for (std::size_t i = 0; i < kMostElements; ++i) many += "<a/>";
  CHECK(refusal(document_of(many + "</w:document>")) == too_large);
  CHECK(refusal(document_of("<w:document><w:p>")) == damaged);
  CHECK(refusal(document_of("<w:document><w:p><w:r><w:t>" + std::string(kMostText + 1, 'x') +
                            "</w:t></w:r></w:p></w:document>")) == too_large);
}

TEST_CASE("entries that share their bytes, or say another size here than there, are refused") {
  using enum Unreadable;
  std::string bytes = package_of({{"a.xml", std::string(400, 'a')}, {"b.xml", std::string(400, 'b')}});
  REQUIRE_FALSE(refusal(bytes) == unsafe);
  const std::size_t first = bytes.find("PK\x01\x02");
  const std::size_t second = bytes.find("PK\x01\x02", first + 4);
  std::string shared = bytes;
  shared.replace(second + 42, 4, std::string(4, '\0'));  // the second begins where the first does
  CHECK(refusal(shared) == unsafe);
  std::string lying = bytes;
  lying[first + 24] = static_cast<char>(lying[first + 24] + 1);
  CHECK(refusal(lying) == unsafe);
}

}  // namespace
}  // namespace trivium::document
