// Fifty tables in three formats, read back by other programs: about three minutes on two processors.
#include "document/package.hpp"
#include "random_table.hpp"
#include "scratch.hpp"

#include <fmt/format.h>

#include <array>
#include <future>
#include <string>
#include <vector>

TEST_SUITE_BEGIN("slow");

namespace trivium::document {
namespace {

constexpr unsigned kTables = 50;
constexpr std::array kFormats = {std::pair{Format::docx, "docx"}, std::pair{Format::odt, "odt"},
                                 std::pair{Format::pdf, "pdf"}};

std::string file_name(unsigned seed, std::string_view ending) { return fmt::format("table-{:02}.{}", seed, ending); }

// Every second table, so that two can work at once. The reasons of what failed.
std::string write_tables(unsigned first, const Workshop& workshop, const std::filesystem::path& folder) {
  std::string troubles;
  for (unsigned seed = first; seed < kTables; seed += 2) {
    const FilledTable table = random_table(seed);
    for (const auto& [format, ending] : kFormats) {
      const auto bytes = write(table, format, workshop);
      if (bytes) save_file(folder / file_name(seed, ending), *bytes);
      else troubles += bytes.error().reason + "\n";
    }
  }
  return troubles;
}

// The answer's column alone, page after page, without the headings that are repeated in it.
std::string answer_column(const std::string& pdf, const std::filesystem::path& folder) {
  said_by({"pdftotext", "-x", "293", "-y", "0", "-W", "250", "-H", "785", pdf, "column.txt"}, folder);
  std::string column = file_bytes(folder / "column.txt");
  for (std::size_t at = column.find(kAnswerHeading); at != std::string::npos; at = column.find(kAnswerHeading)) {
    column.erase(at, kAnswerHeading.size());
  }
  return column;
}

void check_pages(const FilledTable& table, const std::string& pdf, const std::filesystem::path& folder) {
  CAPTURE(pdf);
  CHECK(answers_in_order(table, answer_column(pdf, folder)) == 32);
  said_by({"pdftotext", pdf, "all.txt"}, folder);
  const std::string all = file_bytes(folder / "all.txt");
  CHECK(times("\f", all) > 3);
  int without = 0;  // pages on which no headings stand, or nothing at all
  for (std::string_view rest = all; rest.find('\f') != std::string_view::npos;
       rest.remove_prefix(rest.find('\f') + 1)) {
    if (rest.substr(0, rest.find('\f')).find(kAnswerHeading) == std::string_view::npos) ++without;
  }
  CHECK(without == 0);
}

void check_tags(const FilledTable& table, const std::string& pdf, const std::filesystem::path& folder) {
  CAPTURE(pdf);
  const std::string known = said_by({"pdfinfo", pdf}, folder);
  CHECK(known.find("Tagged:          yes") != std::string::npos);
  CHECK(known.find("Title:           " + table.title) != std::string::npos);
  CHECK(file_bytes(folder / pdf).find("/Lang(sv)") != std::string::npos);
}

std::string part_of(const std::filesystem::path& path, const std::string& name) {
  auto package = Package::from_bytes(file_bytes(path));
  REQUIRE(package.has_value());
  REQUIRE(package->part(name) != nullptr);
  return *package->part(name);
}

TEST_CASE("all 32 answers of fifty tables are found in order in DOCX, ODT and PDF") {
  const PrivateFolder folder = scratch();
  const Workshop workshop = workshop_in(folder.path() / "work");
  auto even = std::async(std::launch::async, write_tables, 0U, workshop, folder.path());
  auto odd = std::async(std::launch::async, write_tables, 1U, workshop, folder.path());
  REQUIRE(even.get() + odd.get() == "");

  for (const std::string ending : {"docx", "odt"}) {
    std::vector<std::string> words = {"soffice",  "--headless", "--convert-to", "txt:Text (encoded):UTF8",
                                      "--outdir", ending};
    for (unsigned seed = 0; seed < kTables; ++seed) words.push_back(file_name(seed, ending));
    said_by(words, folder.path());
    for (unsigned seed = 0; seed < kTables; ++seed) {
      CAPTURE(file_name(seed, ending));
      CHECK(answers_in_order(random_table(seed), file_bytes(folder.path() / ending / file_name(seed, "txt"))) == 32);
    }
  }
  for (unsigned seed = 0; seed < kTables; ++seed) {
    CHECK(times("<w:tblHeader", part_of(folder.path() / file_name(seed, "docx"), "word/document.xml")) == 3);
    CHECK(times("<table:table-header-rows", part_of(folder.path() / file_name(seed, "odt"), "content.xml")) == 3);
    check_pages(random_table(seed), file_name(seed, "pdf"), folder.path());
    check_tags(random_table(seed), file_name(seed, "pdf"), folder.path());
  }
}

TEST_CASE("the headings are repeated on every page of a DOCX that is printed") {
  const PrivateFolder folder = scratch();
  for (const unsigned seed : {7U, 46U}) {
    const auto bytes = write(random_table(seed), Format::docx, workshop_in(folder.path() / "work"));
    REQUIRE(bytes.has_value());
    save_file(folder.path() / "table.docx", *bytes);
    said_by({"soffice", "--headless", "--convert-to", "pdf", "table.docx"}, folder.path());
    check_pages(random_table(seed), "table.pdf", folder.path());
  }
}

TEST_CASE("32 answers of 20,000 characters are written in time") {
  const PrivateFolder folder = scratch();
  FilledTable table = random_table(1);
  std::string text;
  while (text.size() < 20'000) text += "En lång mening om företag, pengar och människor i klustret. ";
  for (Group& group : table.groups) {
    for (Row& row : group.rows) row.parts = {{.label = "Notes", .text = text}};
  }
  for (const auto& [format, ending] : kFormats) {
    CAPTURE(ending);
    CHECK(write(table, format, workshop_in(folder.path())).has_value());
  }
}

}  // namespace
}  // namespace trivium::document

TEST_SUITE_END();
