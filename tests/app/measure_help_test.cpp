// What the help of a measure says, as a whole and in the reader's language.
#include "analysis/catalogue.hpp"
#include "app/flows_command.hpp"
#include "app/help_text.hpp"
#include "app/measure_command.hpp"
#include "app/measure_manual.hpp"

#include "app/house_words.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <sstream>

using namespace trivium;

namespace {

struct Helped {
  explicit Helped(const std::string& language) {
    program.formatter(std::make_shared<app::HelpText>(house_words(), language));
    program.set_help_flag("-h,--help", house_words().say(language, "command.help_option"));
    command = std::make_unique<app::MeasureCommand>(program, house_words(), language);
  }
  CLI::App& one(std::string_view name) const {
    return *program.get_subcommand("measure")->get_subcommand(std::string{name});
  }
  std::string help(std::string_view name) const { return one(name).help("trivium measure"); }

  CLI::App program{"", "trivium"};
  std::unique_ptr<app::MeasureCommand> command;
};

// Without its lines.
std::string flat(const std::string& text) {
  std::istringstream from{text};
  std::string made;
  for (std::string word; from >> word;) made += (made.empty() ? "" : " ") + word;
  return made;
}

bool has(const std::string& help, const std::string& said) { return flat(help).find(said) != std::string::npos; }

std::ptrdiff_t letters(const std::string& text) {
  return std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
}

}  // namespace

TEST_CASE("help says of every column of the answer what it means, within 80 letters, in each language") {
  for (const auto* language : {"en", "es"}) {
    Helped helped{language};
    for (const auto& analysis : analysis::catalogue()) {
      const auto help = helped.help(analysis.name);
      CAPTURE(language);
      CAPTURE(help);
      const auto title = house_words().say(language, "measure.group.gives") + ":\n";
      const auto begin = help.find("\n" + title);
      REQUIRE(begin != std::string::npos);
      for (const auto& column : analysis.gives) {
        const auto at = help.find("\n  " + std::string{column.name} + " ", begin);
        REQUIRE(at != std::string::npos);
      }
      CHECK(help.find("[measure.") == std::string::npos);  // a key without words
      std::istringstream lines{help};
      for (std::string line; std::getline(lines, line);) {
        CAPTURE(line);
        CHECK(letters(line) <= 80);
      }
    }
  }
}

TEST_CASE("a column by one name says in each measure what it means there") {
  Helped helped{"en"};
  CHECK(has(helped.help("location-quotient"), "if the region had just its share"));
  CHECK(has(helped.help("autocorrelation"), "expected What chance would give"));
  CHECK(has(helped.help("variety"), "related Variety within families, in bits"));
  CHECK(has(helped.help("recoding"), "of What the value is of"));
  CHECK(has(helped.help("survival"), "of How many firms began in that year."));
  CHECK(has(helped.help("location-quotient"), "least The least the quotient would be in 95 of 100 such regions"));
}

TEST_CASE("help says which column need not be there") {
  CHECK(has(Helped{"en"}.help("communities"), "Columns: from, to, weight (if there is one)."));
  CHECK(has(Helped{"es"}.help("recoding"), "Columnas: from, to, weight (si la hay)."));
  CHECK(has(Helped{"en"}.help("skill-relatedness"), "Columns: from, to, count."));
}

TEST_CASE("a setting that is usual by number is not said to be found from the table") {
  Helped helped{"en"};
  CHECK(has(helped.help("relative-concentration"), "--horizon VALUE Up to which distance, in metres. Usually 30000."));
  CHECK(has(helped.help("distance-density"), "unset, a third of the diagonal of the region."));
}

TEST_CASE("without draws there are no bands, and their columns say so") {
  for (const auto* name : {"distance-density", "relative-concentration"}) {
    const auto help = Helped{"en"}.help(name);
    CHECK(has(help, "0 gives the curve alone, without bands"));
    CHECK(has(help, "blank with --draws 0"));
  }
  CHECK_FALSE(has(Helped{"en"}.help("autocorrelation"), "without bands"));
}

TEST_CASE("what is taken for the unseen is called a guess, and the answer's own column for it is named") {
  CHECK(has(Helped{"en"}.help("skill-relatedness"),
            "guessed in the answer tells how many of the moves are such a guess"));
  CHECK(has(Helped{"en"}.help("policy-targets"), "a guess, in place of what was not seen"));
  CHECK_FALSE(has(Helped{"en"}.help("policy-targets"), "guessed in the answer"));
}

TEST_CASE("where ratio is blank in the usual way, its words say so") {
  CHECK(has(Helped{"en"}.help("skill-relatedness"), "Blank with --ways both, where each way has its own"));
}

TEST_CASE("the larger area's rates say that they are blank also where it has no such firm") {
  const auto help = Helped{"en"}.help("entries-and-exits");
  CHECK(has(help, "blank where its firms were not given, or none of this type was active in the year."));
  CHECK(has(help, "or none of this type was active the year before."));
}

TEST_CASE("a code that has to be given is said to be needed") {
  CHECK(has(Helped{"en"}.help("distance-density"), "The code of the industry that is looked at. It has to be given."));
}

TEST_CASE("help is in Spanish throughout") {
  Helped helped{"es"};
  const auto help = helped.help("skill-relatedness");
  for (const auto* english :
       {"Usage", "OPTIONS", "Options", "REQUIRED", "Print this", "TEXT:", "TEXT ", "FILE", "VALUE", "UINT", "FOLDER"}) {
    CAPTURE(english);
    CHECK(help.find(english) == std::string::npos);
  }
  for (const auto* spanish :
       {"Uso: trivium measure skill-relatedness [OPCIONES]", "--flows ARCHIVO OBLIGATORIO", "Imprime esta ayuda",
        "--form TEXTO:{csv,json,parquet}", "--threads ENTERO:1-256=2", "--side-by-side COLUMNA=CANTIDAD"})
    CHECK(has(help, spanish));
  const auto all = helped.program.get_subcommand("measure")->help("trivium");
  CHECK(has(all, "Órdenes:"));
  CHECK(all.find("Subcommands") == std::string::npos);
}

TEST_CASE("whatever stands for a value behind an option has a Spanish word") {
  Helped helped{"es"};
  const app::FlowsCommand flows{helped.program, house_words(), "es"};
  const auto look = [](const CLI::App& command) {
    for (const auto* option : command.get_options()) {
      const auto type = option->get_type_name();
      const auto kind = type.substr(0, type.find(':'));  // behind it stands what is allowed
      if (kind.empty() || kind.starts_with('{')) continue;
      CAPTURE(command.get_name());
      CAPTURE(option->get_name());
      CHECK(app::placeholder(house_words(), "es", kind) != kind);
    }
  };
  for (const auto& analysis : analysis::catalogue()) look(helped.one(analysis.name));
  look(*helped.program.get_subcommand("measure"));
  look(*helped.program.get_subcommand("flows"));
}

TEST_CASE("help offers itself once, also where one of several options has to be given") {
  Helped helped{"es"};
  const app::FlowsCommand flows{helped.program, house_words(), "es"};
  const auto help = helped.program.get_subcommand("flows")->help("trivium flows");
  CAPTURE(help);
  CHECK(has(help, "--postgres TEXTO"));
  CHECK(help.find("--help") != std::string::npos);
  CHECK(help.find("--help") == help.rfind("--help"));
}

TEST_CASE("the manual says of every column what it means, and how flows and job changes go together") {
  for (const auto* language : {"en", "es"}) {
    Helped helped{language};
    std::vector<app::MeasureHelp> measures;
    for (const auto& analysis : analysis::catalogue()) measures.push_back({analysis, helped.one(analysis.name)});
    const auto page = app::manual(measures, house_words(), language, "2026-11-30");
    CHECK(page.find(".BI \"locational_gini\"\n") != std::string::npos);
    CHECK(page.find(".BI \"related_before\"\n") != std::string::npos);
    CHECK(page.find("[measure.") == std::string::npos);
    const auto beside = page.substr(page.rfind(".SH "));
    for (const auto* name : {"trivium flows", "trivium measure job\\-changes", "\\-\\-flows"}) {
      CAPTURE(name);
      CHECK(beside.find(name) != std::string::npos);
    }
  }
}
