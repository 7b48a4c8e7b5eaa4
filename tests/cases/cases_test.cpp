// Every .case file below tests/api is played in a town of its own, on SQLite and, where one is named, on PostgreSQL.
#include "cases/case_file.hpp"
#include "cases/town.hpp"
#include "server/match.hpp"
#include "store/databases.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

namespace {

using namespace trivium;
using shape::Json;

// The promise is kept where every member it names is there and fits; "***" fits anything.
std::string broken_promise(const Json& promised, const Json& given, const std::string& at) {
  if (promised == "***") return {};
  if (promised.is_object() && given.is_object()) {
    for (const auto& [name, value] : promised.items()) {
      if (!given.contains(name)) return at + "/" + name + " is missing";
      if (auto broken = broken_promise(value, given[name], at + "/" + name); !broken.empty()) return broken;
    }
    return {};
  }
  if (promised.is_array() && given.is_array()) {
    if (promised.size() != given.size())
      return at + " has " + std::to_string(given.size()) + " elements, promised were " +
             std::to_string(promised.size());
    for (std::size_t i = 0; i < promised.size(); ++i) {
      if (auto broken = broken_promise(promised[i], given[i], at + "/" + std::to_string(i)); !broken.empty())
        return broken;
    }
    return {};
  }
  return promised == given ? std::string{} : at + " is " + given.dump() + ", promised was " + promised.dump();
}

// TRIVIUM_CASES=networks: those whose address has these letters; all where it is not set.
std::vector<std::filesystem::path> case_files() {
  const char* only = std::getenv("TRIVIUM_CASES");
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator{std::filesystem::path{TRIVIUM_SOURCE_DIR} / "tests/api"}) {
    if (entry.path().extension() != ".case") continue;
    if (only == nullptr || entry.path().string().find(only) != std::string::npos) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

std::vector<cases::Exchange> exchanges(const std::filesystem::path& file) {
  std::ifstream stream{file};
  std::ostringstream text;
  text << stream.rdbuf();
  return cases::exchanges_in(text.str());
}

void play(cases::Town& town, const cases::Exchange& exchange) {
  CAPTURE(exchange.claim);
  const auto response = town.ask(exchange.who, exchange.method, town.with_ids(exchange.path), exchange.accept,
                                 town.with_ids(exchange.body));
  CAPTURE(response.body.substr(0, 600));
  CHECK(response.status == exchange.status);
  if (!exchange.promised.empty()) {
    const auto given = Json::parse(response.body, nullptr, false);
    CHECK(broken_promise(Json::parse(town.with_ids(exchange.promised)), given, "") == "");
  }
  for (const auto& words : exchange.must_appear)
    CHECK_MESSAGE(response.body.find(town.with_ids(words)) != std::string::npos, words);
  for (const auto& words : exchange.must_not_appear)
    CHECK_MESSAGE(response.body.find(town.with_ids(words)) == std::string::npos, words);
}

}  // namespace

TEST_CASE("every case holds on every database") {
  if (databases().size() == 1) MESSAGE("PostgreSQL is left out: TRIVIUM_TEST_POSTGRES names none");
  for (const auto& database : databases()) {
    for (const auto& file : case_files()) {
      const auto fresh = database.fresh();
      {
        cases::Town town{fresh.url};
        CAPTURE(database.name);
        CAPTURE(file.string());
        for (const auto& exchange : exchanges(file)) play(town, exchange);
      }
    }
  }
}

TEST_CASE("every route stands in a case") {
  cases::Town town{""};
  std::set<std::string> missing;
  for (const auto& route : town.routes()) missing.insert(route.method + " " + route.path);
  for (const auto& file : case_files()) {
    for (const auto& exchange : exchanges(file)) {
      std::string path = town.with_ids(exchange.path.substr(0, exchange.path.find('?')));
      if (const auto found = server::match(town.routes(), exchange.method, path); found.route != nullptr)
        missing.erase(exchange.method + " " + found.route->path);
    }
  }
  for (const auto& route : missing) MESSAGE("no case asks ", route);
  CHECK(missing.empty());
}
