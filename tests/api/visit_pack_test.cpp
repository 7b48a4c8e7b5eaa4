// The pack of a visit stays short enough to be read before a day begins: eight pages and the annex.
#include "api/visit_pack.hpp"
#include "document/scratch.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace trivium::api {
namespace {

std::string long_text(std::size_t words) {
  std::string text;
  for (std::size_t i = 0; i < words; ++i) text += (i == 0 ? "" : " ") + std::string{"innovation"};
  return text;
}

// Four managers who differ everywhere, know nothing for certain, and whose coach noted something beside each task.
VisitPage fullest() {
  VisitPage page{};
  page.city = "San Sebastián";
  page.cluster_name = "Audiovisual";
  for (int line = 0; line < 14; ++line) page.lines.push_back({"09:30", long_text(6)});
  for (int task = 0; task < 14; ++task) page.agreements.push_back("A3 Sources of knowledge");
  for (int task = 0; task < 10; ++task)
    page.uncompared.push_back({"A3 Sources of knowledge", "Ainhoa, Jokin and Unai"});
  for (int task = 0; task < 8; ++task) {
    VisitDifference difference{.title = "B4 Services", .said = {}, .unsure = "Itziar", .silent = ""};
    for (const char* name : {"Ainhoa", "Jokin", "Maialen", "Unai"}) difference.said.push_back({name, long_text(14)});
    page.differences.push_back(difference);
  }
  for (const char* name : {"Ainhoa", "Jokin", "Maialen", "Unai"}) {
    VisitManager manager{.assessment = {}, .name = name, .breaks = {}, .not_known = {}, .blank = 5, .notes = {}};
    for (int found = 0; found < 4; ++found)
      manager.breaks.push_back({"A problem that nothing answers", long_text(40), long_text(40)});
    for (int task = 0; task < 27; ++task) manager.not_known.push_back({.title = "C8 Encounters"});
    for (int task = 0; task < 32; ++task) manager.notes.push_back({"C8 Encounters", "C8", long_text(60)});
    page.managers.push_back(manager);
  }
  for (int question = 0; question < 12; ++question)
    page.open.push_back({.conversation = {},
                         .beginning = long_text(12),
                         .with = "Ainhoa",
                         .task = "A1",
                         .task_title = "A1 Activities",
                         .remarks = 3,
                         .last_by = "Jokin",
                         .last_at = {},
                         .answered = false,
                         .resolved = false,
                         .for_coaches = false});
  return page;
}

TEST_CASE("a question that was answered and not resolved is said to be so in the pack, one that waits is not") {
  const auto words = words::Words::load(std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data/words");
  REQUIRE(words.has_value());
  auto page = fullest();
  page.open.resize(1);
  const auto marked = [&] {
    return std::ranges::any_of(sections_of(page, *words, "en"), [](const document::Section& section) {
      return section.text.contains("answered, not resolved yet");
    });
  };
  CHECK_FALSE(marked());
  page.open.front().answered = true;
  CHECK(marked());
}

TEST_CASE("the fullest visit fits on eight pages before its annex") {
  const auto words = words::Words::load(std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data/words");
  REQUIRE(words.has_value());
  const document::PrivateFolder folder = document::scratch();
  for (const std::string language : {"en", "es"}) {
    const document::FilledTable pack{.title = words->say(language, "visit.pack"),
                                     .lines = {"San Sebastián · Audiovisual", "2026", "At the old dockyard"},
                                     .language = language,
                                     .dimension_heading = "",
                                     .question_heading = "",
                                     .answer_heading = "",
                                     .not_provided = "–",
                                     .footer = "San Sebastián",
                                     .as_of = {},
                                     .sections = sections_of(fullest(), *words, language),
                                     .groups = {}};
    const auto pdf = document::write(pack, document::Format::pdf, document::workshop_in(folder.path()));
    REQUIRE(pdf.has_value());
    const auto file = folder.path() / (language + ".pdf");
    document::save_file(file, *pdf);
    const auto known = document::said_by({"pdfinfo", file.string()}, folder.path());
    const auto at = known.find("Pages:");
    REQUIRE(at != std::string::npos);
    const int pages = std::stoi(known.substr(at + 6));
    MESSAGE(language, ": ", pages, " pages");
    CHECK(pages <= 8);
  }
}

TEST_CASE("what there is nothing of is said, and the coaches' notes only where there are some") {
  const auto words = words::Words::load(std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data/words");
  REQUIRE(words.has_value());
  const auto sections = sections_of(VisitPage{}, *words, "en");
  REQUIRE(sections.size() == 4);
  for (const auto& section : sections) {
    CHECK_FALSE(section.heading.empty());
    CHECK_FALSE(section.text.empty());
  }
}

}  // namespace
}  // namespace trivium::api
