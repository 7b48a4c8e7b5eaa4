// CLI11 says in English what is wrong with a line. These claims fail where another version of it says so in other
// words.
#include "app/refused_line.hpp"

#include "app/house_words.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

using namespace trivium;

namespace {

// What is said of a line for a command that takes a bit of everything.
std::string said(const std::string& language, std::vector<std::string> line) {
  CLI::App program{"", "trivium"};
  program.require_subcommand(1);
  std::string file;
  std::string form;
  std::string folder;
  std::string one;
  unsigned threads = 1;
  std::uint64_t seed = 1;
  int port = 1;
  auto* command = program.add_subcommand("count");
  command->add_option("--file", file)->required()->type_name("FILE");
  command->add_option("--form", form)->check(CLI::IsMember({"csv", "json"}));
  command->add_option("--folder", folder)->check(CLI::ExistingDirectory);
  command->add_option("--threads", threads)->check(CLI::Range(1U, 256U));
  command->add_option("--seed", seed)->check(CLI::NonNegativeNumber);
  command->add_option("--port", port);
  auto* read = program.add_subcommand("read");
  read->add_option("file", file)->required()->check(CLI::ExistingFile);
  auto* flows = program.add_subcommand("flows");
  auto* where = flows->add_option_group("where");
  where->add_option("--print", one);
  where->add_option("--odbc", folder);
  where->require_option(1);
  std::ranges::reverse(line);  // as CLI11 takes them
  try {
    program.parse(std::move(line));
  } catch (const CLI::ParseError& wrong) {
    return app::refused_line(wrong, house_words(), language);
  }
  return "";
}

}  // namespace

TEST_CASE("what is wrong with a line is said in the reader's language") {
  const std::string help = " Con --help la orden dice lo que admite. No se ha hecho nada.";
  const auto es = [](std::vector<std::string> line) { return said("es", std::move(line)); };
  CHECK(es({}) == "Falta una orden." + help);
  CHECK(es({"count"}) == "Hay que dar --file." + help);
  CHECK(es({"count", "--file"}) == "Falta un valor detrás de --file." + help);
  CHECK(es({"count", "--file", "a", "--file", "b"}) == "--file solo se puede dar una vez." + help);
  CHECK(es({"count", "--file", "a", "--form", "xls"}) == "--form: «xls» no es ninguno de {csv,json}." + help);
  CHECK(es({"count", "--file", "a", "--threads", "0"}) == "--threads: «0» no es un número de 1 a 256." + help);
  CHECK(es({"count", "--file", "a", "--seed", "-1"}) == "--seed: «-1» es demasiado pequeño, o no es un número." + help);
  CHECK(es({"count", "--file", "a", "--port", "x"}) == "--port: «x» no se entiende." + help);
  CHECK(es({"count", "--file", "a", "--folder", "no/where"}) == "--folder: no hay ninguna carpeta «no/where»." + help);
  CHECK(es({"read", "no/where"}) == "file: no hay ningún archivo «no/where»." + help);
  CHECK(es({"flows"}) == "Hay que dar una de estas: --print, --odbc." + help);
  CHECK(es({"flows", "--print", "a", "--odbc", "b"}) ==
        "Solo se puede dar una de estas: --print, --odbc. Hay 2." + help);
}

TEST_CASE("what was given is not taken for a part of the sentence about it") {
  CHECK(said("es", {"count", "--file", "a", "--port", "x is required"})
            .starts_with("--port: «x is required» no se entiende"));
  CHECK(said("es", {"count", "--file", "a", "--port", "1 required 2 missing"}).starts_with("--port: «1 required"));
  CHECK(said("es", {"count", "--file", "a", "--form", "x is required"}).starts_with("--form: «x is required» no es"));
  CHECK(said("es", {"read", "no is required"}).starts_with("file: no hay ningún archivo «no is required»"));
}

TEST_CASE("what is wrong with a line is said in English where that is the language") {
  CHECK(said("en", {"count"}) ==
        "--file has to be given. With --help the command says what it takes. Nothing was done.");
}

TEST_CASE("a sentence that is not known comes as it is") {
  const CLI::ConversionError wrong{"something odd"};
  CHECK(app::refused_line(wrong, house_words(), "es").starts_with("Esto no se ha entendido: something odd."));
}
